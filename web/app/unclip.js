/**
 * Shows the whole of an element on paper, whatever box of the page it scrolls in.
 * @param {Element} element
 * @returns {() => void} restores the boxes
 */
export function unclip(element) {
  /** @type {(() => void)[]} */
  const restore = [];
  for (let node = /** @type {any} */ (element); node; node = node.assignedSlot || node.parentNode || node.host) {
    if (!(node instanceof HTMLElement)) continue;
    const box = node;
    const { overflowX, overflowY } = getComputedStyle(box);
    if (overflowX === "visible" && overflowY === "visible") continue;
    const before = box.getAttribute("style");
    for (const [name, value] of [["overflow", "visible"], ["height", "auto"], ["max-height", "none"]]) {
      box.style.setProperty(name, value, "important");
    }
    restore.push(() => {
      if (before === null) box.removeAttribute("style");
      // A policy refuses the attribute, but not the property.
      else box.style.cssText = before;
    });
  }
  return () => restore.forEach((one) => one());
}
