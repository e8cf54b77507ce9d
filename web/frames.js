/** Milliseconds; a page in the background has no frames. */
const NO_FRAME = 500;

/** Calls once the frame that is being made is on the screen: the second one from here begins then. */
export function afterFrame(call) {
  let isDue = true;
  const once = () => {
    clearTimeout(timer);
    if (isDue) call();
    isDue = false;
  };
  const timer = setTimeout(once, NO_FRAME);
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(once)));
}
