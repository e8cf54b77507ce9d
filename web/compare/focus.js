/** Keeps the keyboard focus when elements are replaced. */

/** The attributes that identify an element that can have the focus. */
const IDENTIFYING = ["data-choice", "data-value", "data-search", "data-open", "data-place"];

/**
 * Remembers which element has the focus, before its surroundings are replaced.
 * @param {Element} element that is about to be replaced
 * @returns {((root: ParentNode) => boolean) | null} gives the focus to the corresponding element; false if
 *   there is none
 */
export function rememberFocus(element) {
  const active = activeElement(element);
  if (!active) return null;
  const choice = active.getAttribute("data-choice");
  const names = IDENTIFYING.filter(
    // The button that lists all rows changes its value when it is pressed.
    (name) => active.hasAttribute(name) && !(choice === "whole" && name === "data-value"),
  );
  const attributes = names.map((name) => `[${name}=${JSON.stringify(active.getAttribute(name))}]`);
  const selector = active.localName + attributes.join("");
  const caret = /** @type {HTMLInputElement} */ (active).selectionStart;
  return (root) => {
    const found = /** @type {HTMLInputElement | null} */ (names.length ? root.querySelector(selector) : null);
    if (!found) return false;
    found.focus({ preventScroll: true });
    if (found.localName === "input" && caret !== null) found.setSelectionRange(caret, caret);
    return true;
  };
}

/**
 * Remembers where in a list of agencies the focus is, before an agency is added or removed.
 * @param {Element} element that is about to be replaced
 * @returns {(() => HTMLElement | null) | null} finds the element to focus next
 */
export function rememberListPosition(element) {
  const active = activeElement(element);
  const item = active && active.closest("li");
  if (!item) return null;
  // Among the matches the agency is still there, and its button now does the opposite. Among the chosen
  // agencies it is gone.
  if (item.closest("[data-region=found]")) {
    const value = JSON.stringify(active.getAttribute("data-value"));
    return () => element.querySelector(`[data-region=found] [data-value=${value}]`);
  }
  const index = Array.prototype.indexOf.call(/** @type {Element} */ (item.parentNode).children, item);
  return () => {
    const buttons = /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll(".chosen [data-choice=remove]"));
    return buttons[Math.min(index, buttons.length - 1)] || null;
  };
}

/**
 * @param {Element} element
 * @returns {Element | null} the element inside that has the focus
 */
function activeElement(element) {
  const active = /** @type {ShadowRoot} */ (element.getRootNode()).activeElement;
  return active && element.contains(active) ? active : null;
}
