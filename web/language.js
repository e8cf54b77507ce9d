/**
 * Returns the widget's language: the `lang` of the element or of its closest ancestor that has one, also
 * outside the shadow trees that contain it, or else the browser's.
 * @param {Element} element
 * @returns {import("./messages.js").Lang}
 */
export function language(element) {
  /** @type {Node | null} */
  let node = element;
  let tag = "";
  while (node && !tag) {
    tag = (node instanceof Element && node.getAttribute("lang")) || "";
    node = node.parentNode || (node instanceof ShadowRoot ? node.host : null);
  }
  return /^zh/i.test(tag || navigator.language) ? "zh-CN" : "en";
}
