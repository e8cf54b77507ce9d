/**
 * Puts what the app has drawn in the place of the same HTML that `draw` made. Both have the same structure,
 * so the reader's focus, and how far a part is scrolled or opened, are found again by their places in it.
 */

/** @param {HTMLElement} before in the page @param {HTMLElement} after not yet in the page */
export function handOver(before, after) {
  const root = /** @type {ShadowRoot} */ (before.getRootNode());
  const focused = before.contains(root.activeElement) ? root.activeElement : null;
  const focus = focused && pathOf(focused, before);
  const parts = Array.prototype.filter.call(before.querySelectorAll("*"), (part) => part.scrollLeft || part.scrollTop || part.open);
  const kept = parts.map((part) => ({ path: pathOf(part, before), left: part.scrollLeft, top: part.scrollTop, isOpen: part.open }));
  after.className = before.className;
  after.tabIndex = -1;
  after.setAttribute("part", before.getAttribute("part"));
  // Room that is kept free so that nothing below moves.
  after.style.minHeight = before.style.minHeight;
  before.parentNode.replaceChild(after, before);
  for (const { path, left, top, isOpen } of kept) {
    const part = at(path, after);
    if (!part) continue;
    part.scrollLeft = left;
    part.scrollTop = top;
    if (isOpen) part.open = true;
  }
  if (!focused) return;
  const next = focused === before ? after : at(focus, after);
  if (next) next.focus({ preventScroll: true });
}

/** The places of an element and of those around it among their siblings, from the outside. */
function pathOf(element, within) {
  const path = [];
  for (let one = element; one !== within; one = one.parentNode) {
    path.unshift(Array.prototype.indexOf.call(one.parentNode.children, one));
  }
  return path;
}

/** @returns {any} */
function at(path, within) {
  return path.reduce((one, place) => one && one.children[place], within);
}
