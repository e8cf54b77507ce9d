/** Gives a file or a text to the reader. */

/** Apps that show pages in a view of their own, which often saves nothing. */
const WEB_VIEW = /; wv\)|MicroMessenger|\bQQ\/|DingTalk|AliApp/;

/**
 * Tells whether the frames around this page allow something.
 * @param {"allow-downloads" | "allow-modals"} permission
 * @returns {boolean | undefined} undefined if the page cannot know
 */
export function isAllowed(permission) {
  try {
    for (let frame = /** @type {Window} */ (self); frame !== frame.parent; frame = frame.parent) {
      const element = /** @type {HTMLIFrameElement | null} */ (frame.frameElement);
      // The page around it is from another site.
      if (!element) return undefined;
      if (element.hasAttribute("sandbox") && !element.sandbox.contains(permission)) return false;
    }
  } catch (error) {
    return undefined;
  }
  return WEB_VIEW.test(navigator.userAgent) ? undefined : true;
}

/** Saves a file by a download. @param {string} name @param {Blob} blob */
export function save(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  // Some browsers follow only a link that is in the page.
  link.hidden = true;
  document.body.appendChild(link);
  link.click();
  link.remove();
  // Some browsers read the file after this task.
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/** Copies a text. @param {string} text @returns {Promise<void>} rejects if the browser did not copy it */
export async function copy(text) {
  if (navigator.clipboard) {
    try {
      return await navigator.clipboard.writeText(text);
    } catch (error) {
      // Without the permission the older API may still work.
    }
  }
  // The only API on a page without https, and in old browsers.
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
