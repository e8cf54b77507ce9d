/**
 * Builds elements from the markup that the project's own modules write (crates/view/src/markup.rs and
 * export/svg.rs), for pages that allow no HTML in strings. It knows only what they write: quoted attributes, four
 * entities, and elements that are all closed but for `input`.
 */

const SVG = "http://www.w3.org/2000/svg";
const XHTML = "http://www.w3.org/1999/xhtml";
const TOKEN = /<(?:\?[^>]*|!--[^]*?--)>|<(\/?)([\w:-]+)([^<>]*?)(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;
/** @type {Record<string, string>} */
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** @param {string} text @returns {DocumentFragment} */
export function parseMarkup(text) {
  const root = document.createDocumentFragment();
  /** @type {Node} */
  let parent = root;
  for (let token; (token = TOKEN.exec(text)); ) {
    const [, isEnd, name, attributes, isEmpty, words] = token;
    if (words) parent.appendChild(document.createTextNode(decode(words)));
    else if (isEnd) parent = parent.parentNode || root;
    else if (name) {
      const isSvg = name === "svg" || (parent instanceof Element && parent.namespaceURI === SVG);
      const element = document.createElementNS(isSvg ? SVG : XHTML, name);
      for (let pair; (pair = ATTRIBUTE.exec(attributes)); ) {
        if (pair[1] !== "xmlns") element.setAttribute(pair[1], decode(pair[2]));
      }
      parent.appendChild(element);
      if (!isEmpty && name !== "input") parent = element;
    }
  }
  return root;
}

/** @param {string} text */
function decode(text) {
  return text.replace(/&(\w+);/g, (entity, name) => ENTITIES[name] || entity);
}
