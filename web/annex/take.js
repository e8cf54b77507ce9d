import { png } from "../picture.js";

/**
 * Gives the reader what was asked for.
 * @param {string} kind
 * @param {() => string[]} make name, type and text of the file
 * @returns {Promise<string>} the name of what is said of it, empty for nothing; rejects where it did
 *   not work
 */
export async function take(kind, make) {
  if (kind === "print") {
    window.print();
    return "";
  }
  if (kind === "link") {
    await copy(location.href);
    return "copied";
  }
  const [name, media, text] = make();
  if (!name) throw new Error(`no file for ${kind}`);
  save(name, media === "image/png" ? await png(text) : new Blob([text], { type: media }));
  return "saved";
}

/** @param {string} name @param {Blob} blob */
function save(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  // Some browsers follow only a link that is on the page.
  link.hidden = true;
  document.body.appendChild(link);
  link.click();
  link.remove();
  // Some read the file only after this task.
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/** @param {string} text */
async function copy(text) {
  if (navigator.clipboard) {
    try {
      return await navigator.clipboard.writeText(text);
    } catch (error) {
      // Without permission the older way may still do.
    }
  }
  // The only way on a page without https, and in old browsers.
  const field = document.createElement("textarea");
  field.value = text;
  field.readOnly = true;
  document.body.appendChild(field);
  const before = document.activeElement;
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  if (!done) throw new Error("the browser did not copy");
}
