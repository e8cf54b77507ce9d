// Runs in both pages with many reports, before their own scripts; `event` says that the page is usable.
(event) => {
  const frames = (count) =>
    new Promise((done) => {
      const next = () => (count-- > 0 ? requestAnimationFrame(next) : done(performance.now()));
      next();
    });
  /** Just after the frame that is being made: what is posted in it runs once it has been painted. */
  const painted = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      port2.postMessage(0);
    });
  /** Of every WebAssembly instance: what a script's heap does not count. */
  const memories = [];
  const real = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...given) => {
    const made = await real(...given);
    const { exports } = made.instance || made;
    memories.push(Object.values(exports).find((one) => one instanceof WebAssembly.Memory));
    return made;
  };
  let tell;
  const usable = new Promise((done) => (tell = done));
  document.addEventListener(
    event,
    async () => {
      await frames(1);
      tell(await painted());
    },
    { once: true },
  );

  const events = [];
  const observer = new PerformanceObserver((list) => events.push(...list.getEntries()));
  observer.observe({ type: "event", durationThreshold: 16, buffered: true });

  window.bench = {
    usable,
    wasmBytes: () => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
    settled: async () => {
      await frames(3);
      return performance.now();
    },
    async events() {
      // Entries come when the frame has been shown, some time after it was made.
      await frames(3);
      await new Promise((done) => setTimeout(done, 200));
      events.push(...observer.takeRecords());
      return events.map(({ startTime, duration, processingStart, processingEnd }) => ({
        startTime,
        duration,
        processing: processingEnd - processingStart,
      }));
    },
  };
}
