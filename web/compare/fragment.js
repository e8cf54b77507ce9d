/** The widget's entry in the page's address. */

/**
 * Returns the key of the widget's entry.
 * @param {string} permalink the attribute
 * @returns {string}
 */
export function fragmentKey(permalink) {
  const name = permalink.replace(/[^a-zA-Z0-9-]/g, "");
  return name && name !== "true" ? `gongkai-${name}` : "gongkai";
}

/**
 * @param {string} fragment with all entries
 * @param {string} key
 * @returns {string | undefined}
 */
export function readEntry(fragment, key) {
  const entry = fragment.slice(1).split("&").find((entry) => entry.startsWith(`${key}=`));
  return entry && entry.slice(key.length + 1);
}
