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
