/** Gives the reader a file's content where the browser may not save it: as text to copy, or as a picture. */

import { message } from "./module.js";

/**
 * @typedef {object} Offer
 * @property {import("../messages.js").Lang} lang
 * @property {import("./messages.js").Key} reason the key of the sentence above the content
 * @property {string} text
 * @property {HTMLCanvasElement} [picture] instead of the text
 * @property {(text: string) => Promise<void>} copy rejects if the browser did not copy
 */

/**
 * Shows a dialog.
 * @param {HTMLElement} container
 * @param {Offer} offer
 */
export function offer(container, { lang, reason, text, picture, copy }) {
  const sentence = element("p", message(lang, reason));
  sentence.id = "offer";
  const actions = element("p");
  const dialog = /** @type {HTMLDialogElement} */ (element("dialog", sentence, picture ? shown(picture, lang) : field(text), actions));
  dialog.className = "widget offer";
  dialog.lang = lang;
  dialog.setAttribute("aria-labelledby", "offer");
  const remove = () => container.remove();
  if (!picture) {
    const outcome = element("span");
    outcome.setAttribute("role", "status");
    const press = () =>
      copy(text).then(
        () => (outcome.textContent = message(lang, "copied")),
        () => {
          outcome.textContent = message(lang, "not-copied");
          const area = /** @type {HTMLTextAreaElement} */ (dialog.querySelector("textarea"));
          area.focus();
          area.select();
        },
      );
    actions.append(button(message(lang, "copy"), press), " ", outcome, " ");
  }
  actions.append(button(message(lang, "close"), remove));
  dialog.addEventListener("close", remove);
  container.append(dialog);
  if (dialog.showModal) dialog.showModal();
  else dialog.setAttribute("open", "");
}

/** @param {string} tag @param {...(Node | string)} content */
function element(tag, ...content) {
  const node = document.createElement(tag);
  node.append(...content);
  return node;
}

/** @param {string} label @param {() => void} onclick */
function button(label, onclick) {
  const node = /** @type {HTMLButtonElement} */ (element("button", label));
  node.type = "button";
  node.onclick = onclick;
  return node;
}

/** @param {string} text */
function field(text) {
  const area = /** @type {HTMLTextAreaElement} */ (element("textarea"));
  area.value = text;
  area.readOnly = true;
  area.rows = 12;
  area.setAttribute("aria-labelledby", "offer");
  return area;
}

/**
 * Shows a picture as an image, which can be saved by a long press, or, where the page's policy allows no image
 * of that kind, as a canvas, which most browsers save from the context menu.
 * @param {HTMLCanvasElement} canvas
 * @param {import("../messages.js").Lang} lang
 */
function shown(canvas, lang) {
  const label = message(lang, "picture");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", label);
  const place = element("div", canvas);
  canvas.toBlob((blob) => {
    if (!blob) return;
    const image = new Image();
    image.alt = label;
    image.onload = () => canvas.replaceWith(image);
    image.src = URL.createObjectURL(blob);
  });
  return place;
}
