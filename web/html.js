import { loadNotice } from "./notice.js";

/**
 * Puts the HTML of the modules into the page, also where the page's policy demands Trusted Types
 * (`require-trusted-types-for 'script'`): by the policy `gongkai`, or, where the page allows none of that name,
 * by building the elements one by one.
 */

/** @type {(html: string) => any} */
let trust = (html) => html;
/** @type {((html: string) => DocumentFragment) | null} */
let build = null;
/** @type {Promise<void> | null} */
let preparing = null;

/** Must resolve before the functions below are called. @returns {Promise<void>} rejects with a `Failure` */
export function prepareHtml() {
  if (!preparing) {
    preparing = prepare();
    preparing.catch(() => (preparing = null));
  }
  return preparing;
}

async function prepare() {
  const { trustedTypes } = /** @type {any} */ (window);
  if (!trustedTypes) return;
  try {
    const policy = trustedTypes.createPolicy("gongkai", { createHTML: (/** @type {string} */ html) => html });
    trust = (html) => policy.createHTML(html);
  } catch (error) {
    build = (await loadNotice()).parseMarkup;
  }
}

/** @typedef {typeof html} Html */

export const html = {
  /** Replaces what is inside an element. @param {Element} element @param {string} text */
  set(element, text) {
    if (!build) element.innerHTML = trust(text);
    else element.replaceChildren(build(text));
  },

  /** Replaces an element. @param {Element} element @param {string} text */
  replace(element, text) {
    if (!build) element.outerHTML = trust(text);
    else element.replaceWith(build(text));
  },

  /** Parses a picture. @param {string} svg @returns {Element} */
  parseSvg(svg) {
    if (!build) return new DOMParser().parseFromString(trust(svg), "image/svg+xml").documentElement;
    return /** @type {Element} */ (build(svg).firstElementChild);
  },
};
