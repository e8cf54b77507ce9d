/**
 * Says above each button that loads the other views again why they are not there.
 * @param {HTMLElement} outlet
 * @param {string} reason
 */
export function keepReason(outlet, reason) {
  const add = () => {
    const button = outlet.querySelector("[data-retry]");
    const place = button && (button.closest("p") || button);
    const before = place && place.previousElementSibling;
    if (!place || (before && before.classList.contains("reason"))) return;
    const sentence = document.createElement("p");
    sentence.className = "reason";
    sentence.textContent = reason;
    place.before(sentence);
  };
  add();
  // It is drawn anew with each change of view.
  new MutationObserver(add).observe(outlet, { childList: true, subtree: true });
}
