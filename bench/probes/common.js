// Runs in every measured page before the page's own scripts, together with the suite's own probe.
// Defines `window.bench`, which the suite extends.
const frames = (count) =>
  new Promise((done) => {
    const next = () => (count-- > 0 ? requestAnimationFrame(next) : done(performance.now()));
    next();
  });

/**
 * Resolves once the current frame has been painted. The task goes ahead of all others, since a script
 * that has arrived meanwhile would not keep the frame from being seen.
 */
const painted = () => scheduler.postTask(() => performance.now(), { priority: "user-blocking" });

/** A promise with its own `resolve`. */
const deferred = () => {
  let resolve;
  const promise = new Promise((done) => (resolve = done));
  return { promise, resolve };
};

const inputs = [];
const inputObserver = new PerformanceObserver((list) => inputs.push(...list.getEntries()));
inputObserver.observe({ type: "event", durationThreshold: 16, buffered: true });
inputObserver.observe({ type: "first-input", buffered: true });

window.bench = {
  /** Resolves when nothing on the page moves any more. */
  async settled() {
    await frames(3);
    return performance.now();
  },
  /** Every event that took 16 ms or more from the input to the next paint. */
  async inputs() {
    // Entries arrive some time after the frame was shown.
    await frames(3);
    await new Promise((done) => setTimeout(done, 200));
    inputs.push(...inputObserver.takeRecords());
    return inputs.map(({ startTime, duration, processingStart, processingEnd }) => ({
      startTime,
      duration,
      processing: processingEnd - processingStart,
    }));
  },
};
