/** The text sizes of the attribute `text-size`, which the reader can change. Nothing is stored: it holds for the page. */
const SIZES = ["standard", "large", "larger"];

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
    // The button may have been drawn anew.
    requestAnimationFrame(() => {
      const next = /** @type {HTMLElement | null} */ (root.querySelector(`[data-size="${step}"]`));
      if (next) next.focus({ preventScroll: true });
    });
  });
}
