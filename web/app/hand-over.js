/**
 * Replaces the HTML that `draw` made by the same elements of the app. Both have the same structure, so the
 * focus, the scroll positions and the open parts are restored by their paths in it.
 */

/** @param {HTMLElement} before in the page @param {HTMLElement} after not yet in the page */
export function handOver(before, after) {
  const root = /** @type {ShadowRoot} */ (before.getRootNode());
  const focused = before.contains(root.activeElement) ? root.activeElement : null;
  const focus = focused && pathOf(focused, before);
  /** @type {HTMLDetailsElement[]} */
  const parts = Array.prototype.filter.call(before.querySelectorAll("*"), (part) => part.scrollLeft || part.scrollTop || part.open);
  const states = parts.map((part) => ({ path: pathOf(part, before), left: part.scrollLeft, top: part.scrollTop, isOpen: part.open }));
  after.className = before.className;
  after.tabIndex = -1;
  after.setAttribute("part", before.getAttribute("part") || "");
  // Space that is reserved so that nothing below moves.
  after.style.minHeight = before.style.minHeight;
  before.replaceWith(after);
  for (const { path, left, top, isOpen } of states) {
    const part = elementAt(path, after);
    if (!part) continue;
    part.scrollLeft = left;
    part.scrollTop = top;
    if (isOpen) part.open = true;
  }
  if (!focus) return;
  const next = elementAt(focus, after);
  if (next) next.focus({ preventScroll: true });
}

/**
 * Returns the indexes among their siblings of an element and its ancestors, from the outermost.
 * @param {Element} element
 * @param {Element} root
 */
function pathOf(element, root) {
  /** @type {number[]} */
  const path = [];
  for (let node = element; node !== root; ) {
    const parent = /** @type {Element} */ (node.parentNode);
    path.unshift(Array.prototype.indexOf.call(parent.children, node));
    node = parent;
  }
  return path;
}

/** @param {number[]} path @param {Element} root @returns {any} undefined if there is no such element */
function elementAt(path, root) {
  return path.reduce((/** @type {Element | undefined} */ node, index) => node && node.children[index], root);
}
