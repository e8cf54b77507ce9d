/** The longest wait in milliseconds: a page in the background has no frames. */
const MAX_WAIT = 500;

/**
 * Calls back when the frame that is being rendered is on the screen, which is when the second one begins.
 * @param {() => void} call
 */
export function afterFrame(call) {
  let isDue = true;
  const once = () => {
    clearTimeout(timer);
    if (isDue) call();
    isDue = false;
  };
  const timer = setTimeout(once, MAX_WAIT);
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(once)));
}

/**
 * Observes the size of elements, and calls back in the next frame: what is drawn at once changes the height of what is
 * observed, which browsers report to the page as an error ("ResizeObserver loop").
 * @param {() => void} call
 * @returns {ResizeObserver}
 */
export function sizeObserver(call) {
  let frame = 0;
  return new ResizeObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(call);
  });
}
