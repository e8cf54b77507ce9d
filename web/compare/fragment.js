/** The widget's entry in the page's fragment. The entries of the host and of other widgets are kept. */

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
 * @param {string} key
 * @returns {string | undefined}
 */
export function readEntry(key) {
  const entry = entries().find((entry) => entry.startsWith(`${key}=`));
  return entry && entry.slice(key.length + 1);
}

/**
 * @param {string} key
 * @param {string | null} value null removes the entry
 */
export function writeEntry(key, value) {
  const others = entries().filter((entry) => !entry.startsWith(`${key}=`));
  const fragment = `#${(value === null ? others : others.concat(`${key}=${value}`)).join("&")}`;
  if (fragment === (location.hash || "#")) return;
  try {
    // Replaced, so that the browser's back button leaves the page instead of undoing a choice.
    history.replaceState(history.state, "", fragment);
  } catch (error) {
    // A sandboxed frame may refuse; nothing depends on it.
  }
}

/** @returns {string[]} */
function entries() {
  return location.hash.slice(1).split("&").filter(Boolean);
}
