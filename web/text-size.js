/** The text sizes of the attribute `text-size`, which the reader can change. */
const SIZES = ["standard", "large", "larger"];

/** Keeps the reader's choice for the visit. Nothing is stored before it is made. */
const KEY = "gongkai-text-size";

/**
 * Applies what the reader chose on an earlier page of this visit.
 * @param {HTMLElement} host
 */
export function restoreTextSize(host) {
  try {
    const size = sessionStorage.getItem(KEY);
    if (size && SIZES.indexOf(size) >= 0) host.setAttribute("text-size", size);
  } catch (error) {
    // The page may store nothing, as in a sandboxed frame.
  }
}

/**
 * Answers the buttons for smaller and larger text.
 * @param {ShadowRoot} root
 */
export function answerTextSize(root) {
  root.addEventListener("click", ({ target }) => {
    const button = /** @type {Element} */ (target).closest("[data-size]");
    if (!button) return;
    const step = button.getAttribute("data-size");
    const now = Math.max(0, SIZES.indexOf(root.host.getAttribute("text-size") || ""));
    const size = SIZES[Math.min(Math.max(now + Number(step), 0), SIZES.length - 1)];
    root.host.setAttribute("text-size", size);
    try {
      sessionStorage.setItem(KEY, size);
    } catch (error) {
      // It is then kept for this page only.
    }
    // The button may have been drawn anew.
    requestAnimationFrame(() => {
      const next = /** @type {HTMLElement | null} */ (root.querySelector(`[data-size="${step}"]`));
      if (next) next.focus({ preventScroll: true });
    });
  });
}
