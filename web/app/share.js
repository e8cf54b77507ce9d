/** What readers share is shown below the ways to share: a text to copy, or a picture to press and save. */

import { png, save } from "./export.js";

/** Whether the page's policy allows pictures that a script has made. A refusal is on the console once. */
let areImagesAllowed = true;

/**
 * Shows a text, selected so that one key or one press copies it.
 * @param {Element} place
 * @param {string} text
 */
export function showText(place, text) {
  const field = document.createElement("textarea");
  field.readOnly = true;
  field.rows = 4;
  field.value = text;
  replaceContent(place, field);
  field.focus({ preventScroll: true });
  field.select();
}

/**
 * Shows a picture, as an image where the page's policy allows that, since phones save only images by a long
 * press. With a button that downloads it.
 * @param {Element} place
 * @param {HTMLCanvasElement} canvas
 * @param {{name: string, alt: string, label: string}} texts `label` is that of the button
 */
export async function showPicture(place, canvas, { name, alt, label }) {
  const blob = await png(canvas);
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.onclick = () => save(name, blob);
  const image = areImagesAllowed ? await load(blob) : null;
  areImagesAllowed = image !== null;
  const picture = image || canvas;
  if (image) image.alt = alt;
  else {
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", alt);
  }
  picture.className = "shared-picture";
  replaceContent(place, picture, button);
}

/** @param {Blob} blob @returns {Promise<HTMLImageElement | null>} null if the policy forbids it */
function load(blob) {
  return new Promise((done) => {
    const image = new Image();
    image.onload = () => done(image);
    image.onerror = () => done(null);
    image.src = URL.createObjectURL(blob);
  });
}

/** @param {Element} place @param {...Element} content */
function replaceContent(place, ...content) {
  const old = place.querySelector("img");
  if (old) URL.revokeObjectURL(old.src);
  place.textContent = "";
  place.append(...content);
}
