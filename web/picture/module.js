/**
 * The script for pictures, which is loaded when a reader asks for one: it draws figures on a canvas, and shows
 * in the page the picture that is made for a phone.
 */

import { canvas, png } from "./canvas.js";
import { withCode } from "./qr-code.js";

export { canvas, png };

/** Whether the page's policy allows pictures that a script has made. A refusal is on the console once. */
let areImagesAllowed = true;

/**
 * Shows a picture for a phone, as an image where the page's policy allows that, since phones save only images by
 * a long press. With a button that downloads it.
 * @param {object} picture
 * @param {string} picture.svg
 * @param {(svg: string) => Element} picture.parse
 * @param {string} picture.alt
 * @param {string} picture.label that of the button
 * @param {(blob: Blob) => void} picture.save
 * @param {(...content: Element[]) => void} picture.show
 */
export async function showPicture({ svg, parse, alt, label, save, show }) {
  // Three pixels to a CSS pixel, as on most phones.
  const drawn = await canvas(svg, (svg) => withCode(parse(svg)), 3);
  const blob = await png(drawn);
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.onclick = () => save(blob);
  const image = areImagesAllowed ? await load(blob) : null;
  areImagesAllowed = image !== null;
  if (image) image.alt = alt;
  else {
    drawn.setAttribute("role", "img");
    drawn.setAttribute("aria-label", alt);
  }
  const picture = image || drawn;
  picture.className = "shared-picture";
  show(picture, button);
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
