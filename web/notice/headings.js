/** The observers of the shadow roots whose headings have levels of the page's. @type {WeakMap<ShadowRoot, MutationObserver>} */
const observers = new WeakMap();

/**
 * Fits the headings into the page's outline.
 * @param {ShadowRoot} root
 * @param {number} level of the title; 0 leaves them as they are
 */
export function setHeadingLevel(root, level) {
  const before = observers.get(root);
  if (before) before.disconnect();
  const set = () => {
    root.querySelectorAll("h2, h3, h4").forEach((heading) => {
      if (level > 0) heading.setAttribute("aria-level", String(Math.min(6, Number(heading.localName[1]) - 2 + level)));
      else heading.removeAttribute("aria-level");
    });
  };
  set();
  if (!(level > 0)) return;
  const observer = new MutationObserver(set);
  observer.observe(root, { childList: true, subtree: true });
  observers.set(root, observer);
}
