/**
 * The figures in the place of a page's own static ones (`gongkai render`): nothing below may move, and
 * what follows the first figures stays for the reader.
 *
 * The fallback then has two parts, marked by `data-gongkai`: `first`, which the figures replace, and
 * `rest`, which stays below them.
 */

/** After one of these a reader expects things to move. */
const INPUTS = ["pointerdown", "keydown", "touchstart"];

/**
 * @param {ShadowRoot} root
 * @param {HTMLSlotElement} slot of the fallback
 */
export function staticPage(root, slot) {
  const host = root.host;
  const below = document.createElement("slot");
  below.name = "rest";
  /** Stops waiting for the moment to show the figures. @type {(() => void) | null} */
  let settle = null;

  const part = (name) => {
    const found = Array.prototype.filter.call(host.children, (child) => child.getAttribute("data-gongkai") === name);
    return found.length === 1 ? found[0] : null;
  };

  /** Everything as the page has it. */
  function undo() {
    if (settle) settle();
    slot.hidden = false;
    below.remove();
    const rest = part("rest");
    if (rest) rest.removeAttribute("slot");
  }

  /** @param {HTMLElement} outlet */
  function show(outlet) {
    outlet.classList.remove("pending");
    slot.hidden = true;
    outlet.parentNode.insertBefore(below, outlet.nextSibling);
    const rest = part("rest");
    if (rest) rest.slot = "rest";
  }

  /** @param {HTMLElement} outlet @param {Element} rest @param {boolean} isAsked @returns {boolean} whether it was done */
  function attempt(outlet, rest, isAsked) {
    const top = rest.getBoundingClientRect().top;
    const isAbove = top <= 0;
    const isBelow = top >= innerHeight;
    const reserved = top - host.getBoundingClientRect().top;
    show(outlet);
    const moves = (least) => {
      outlet.style.minHeight = `${least}px`;
      return rest.getBoundingClientRect().top - top;
    };
    const margins = moves(reserved);
    const moved = margins && moves(reserved - margins);
    if (Math.abs(moved) < 0.5 || isBelow || isAsked) return true;
    if (isAbove) {
      // Browsers that hold the scroll position by themselves find nothing to do.
      scrollBy(0, rest.getBoundingClientRect().top - top);
      return true;
    }
    outlet.classList.add("pending");
    undo();
    return false;
  }

  return {
    undo,

    /** Whether static figures are shown and nothing has taken their place. */
    isStatic() {
      return !slot.hidden && part("first") !== null && part("rest") !== null;
    },

    /**
     * Shows the figures in `outlet`, at once or, where that would move what a reader looks at, as soon as
     * it does not.
     * @param {HTMLElement} outlet
     * @param {(focused: Element | null) => void} done
     */
    show(outlet, done) {
      const first = part("first");
      const rest = part("rest");
      if (settle || !outlet.classList.contains("pending")) return;
      if (!first || !rest || slot.hidden) {
        show(outlet);
        return done(null);
      }
      const focused = first.contains(document.activeElement) ? document.activeElement : null;
      const again = (event) => {
        if (!attempt(outlet, rest, event && INPUTS.indexOf(event.type) >= 0)) return;
        if (settle) settle();
        done(focused);
      };
      again(null);
      if (!outlet.classList.contains("pending")) return;
      const kinds = INPUTS.concat("scroll", "resize");
      kinds.forEach((kind) => addEventListener(kind, again, { passive: true, capture: true }));
      settle = () => {
        settle = null;
        kinds.forEach((kind) => removeEventListener(kind, again, { capture: true }));
      };
    },
  };
}
