/** What readers share is shown below the ways to share: a text to copy, or a picture to press and save. */

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

/** @param {Element} place @param {...Element} content */
export function replaceContent(place, ...content) {
  const old = place.querySelector("img");
  if (old) URL.revokeObjectURL(old.src);
  place.textContent = "";
  place.append(...content);
}
