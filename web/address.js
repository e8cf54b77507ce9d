/**
 * Puts a link to what is shown into the page's address. It replaces the entry in the history, so that the
 * browser's back button leaves the page instead of undoing a choice.
 * @param {string} fragment
 */
export function replaceFragment(fragment) {
  try {
    history.replaceState(history.state, "", fragment);
  } catch (error) {
    // A sandboxed frame may refuse; nothing depends on it.
  }
}
