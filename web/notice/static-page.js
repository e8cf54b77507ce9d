/**
 * Replaces a page's static figures (`gongkai render`) by the widget's without moving what is below.
 *
 * The fallback then has two parts, marked by `data-gongkai`: `first`, which the figures replace, and
 * `rest`, which is removed as soon as that moves nothing in sight, since the widget has the same. It stays while
 * the reader has some of it unfolded.
 */

/** Events after which the reader expects that things may move. */
const INPUTS = ["pointerdown", "keydown", "touchstart"];

/**
 * @param {ShadowRoot} root
 * @param {HTMLSlotElement} slot of the fallback
 */
export function staticFigures(root, slot) {
  const host = root.host;
  const below = document.createElement("slot");
  below.name = "rest";
  /** Stops waiting until the figures can be shown. @type {(() => void) | null} */
  let stopWaiting = null;

  /** @param {"first" | "rest"} name @returns {Element | null} */
  const part = (name) => {
    const found = Array.prototype.filter.call(host.children, (child) => child.getAttribute("data-gongkai") === name);
    return found.length === 1 ? found[0] : null;
  };

  /** Stops waiting until the rest can be removed. @type {(() => void) | null} */
  let stopKeeping = null;

  /** Shows the fallback as the page has it. */
  function undo() {
    if (stopWaiting) stopWaiting();
    if (stopKeeping) stopKeeping();
    slot.hidden = false;
    below.remove();
    const rest = part("rest");
    if (rest) rest.removeAttribute("slot");
  }

  /** @param {HTMLElement} outlet */
  function show(outlet) {
    outlet.classList.remove("pending");
    slot.hidden = true;
    outlet.after(below);
    const rest = part("rest");
    if (rest) rest.slot = "rest";
  }

  /** Removes the rest when it is out of sight, or the reader does something elsewhere. @param {Element} rest */
  function removeRest(rest) {
    /** @param {Event} [event] */
    const attempt = (event) => {
      // The window is the target of some events.
      const isInRest = event !== undefined && event.target instanceof Node && rest.contains(event.target);
      if (isInRest || rest.querySelector("details[open]")) return;
      const isExpected = event !== undefined && INPUTS.indexOf(event.type) >= 0;
      if (!isExpected && rest.getBoundingClientRect().top < innerHeight) return;
      if (stopKeeping) stopKeeping();
      below.remove();
      rest.removeAttribute("slot");
    };
    stopKeeping = listen(attempt, () => (stopKeeping = null));
    attempt();
  }

  /**
   * Listens until the returned function is called.
   * @param {(event: Event) => void} listener
   * @param {() => void} onStop
   */
  function listen(listener, onStop) {
    const kinds = INPUTS.concat("scroll", "resize");
    kinds.forEach((kind) => addEventListener(kind, listener, { passive: true, capture: true }));
    return () => {
      onStop();
      kinds.forEach((kind) => removeEventListener(kind, listener, { capture: true }));
    };
  }

  /**
   * Shows the figures if nothing that is in sight moves.
   * @param {HTMLElement} outlet
   * @param {Element} rest
   * @param {boolean} isExpected whether the reader expects that things may move
   * @returns {boolean} whether the figures are shown
   */
  function attempt(outlet, rest, isExpected) {
    const top = rest.getBoundingClientRect().top;
    const isAbove = top <= 0;
    const isBelow = top >= innerHeight;
    const box = /** @type {HTMLElement} */ (host).getBoundingClientRect();
    // A page may scale the widget; heights are set in its own pixels.
    const scale = box.width / /** @type {HTMLElement} */ (host).offsetWidth || 1;
    const reserved = (top - box.top) / scale;
    show(outlet);
    /** Returns how far the rest moves with a minimum height. @param {number} minHeight */
    const shift = (minHeight) => {
      outlet.style.minHeight = `${minHeight}px`;
      return (rest.getBoundingClientRect().top - top) / scale;
    };
    const margins = shift(reserved);
    const moved = margins && shift(reserved - margins);
    if (Math.abs(moved) < 0.5 || isBelow || isExpected) return true;
    if (isAbove) {
      // By zero in browsers that keep the scroll position by themselves.
      scrollBy(0, rest.getBoundingClientRect().top - top);
      return true;
    }
    outlet.classList.add("pending");
    undo();
    return false;
  }

  return {
    undo,

    /** Whether static figures are shown and have not been replaced. */
    isStatic() {
      return !slot.hidden && part("first") !== null && part("rest") !== null;
    },

    /**
     * Shows the figures in `outlet`, as soon as that does not move what is in sight.
     * @param {HTMLElement} outlet
     * @param {(focused: Element | null) => void} done is given the replaced element that had the focus
     */
    show(outlet, done) {
      const first = part("first");
      const rest = part("rest");
      if (stopWaiting || !outlet.classList.contains("pending")) return;
      if (!first || !rest || slot.hidden) {
        show(outlet);
        return done(null);
      }
      const focused = first.contains(document.activeElement) ? document.activeElement : null;
      /** @param {Event} [event] */
      const retry = (event) => {
        if (!attempt(outlet, rest, event !== undefined && INPUTS.indexOf(event.type) >= 0)) return;
        if (stopWaiting) stopWaiting();
        removeRest(rest);
        done(focused);
      };
      retry();
      if (!outlet.classList.contains("pending")) return;
      stopWaiting = listen(retry, () => (stopWaiting = null));
    },
  };
}
