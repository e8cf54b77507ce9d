/**
 * The language to speak: the element's own `lang`, else that of the closest ancestor which has
 * one (also outside the shadow trees the element stands in), else the reader's browser's.
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
