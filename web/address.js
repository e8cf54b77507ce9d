/**
 * Keeps a link to what is shown in the page's address. It replaces the entry, so that the reader's way back
 * leaves the page and not a choice.
 * @param {string} fragment
 */
export function keepFragment(fragment) {
  try {
    history.replaceState(history.state, "", fragment);
  } catch (error) {
    // A sandboxed frame may refuse; the link is a convenience and nothing depends on it.
  }
}
