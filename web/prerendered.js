import { html } from "./html.js";

/**
 * Handles events until the app has loaded, with delegated listeners on the HTML that `draw` made. A press on
 * a tab or a choice renders the panel anew; pointing and arrow keys show a mark's own label.
 */

/**
 * @typedef {import("gongkai-draw").Prerender} Prerender
 *
 * @typedef {object} Host
 * @property {<T>(call: (draw: Prerender) => T) => T | undefined} draw calls the module
 * @property {() => void} onChange is called when the view, a choice or the selection has changed
 * @property {(detail: {view: string, key: string, label: string}) => void} onSelect
 * @property {() => void} onRetry is called when the reader asks to load the other views again
 */

/**
 * @param {HTMLElement} outlet contains the HTML
 * @param {Host} host
 */
export function handleEvents(outlet, { draw, onChange, onSelect, onRetry }) {
  /** The key of the mark that the reader points at. @type {string | undefined} */
  let current;

  /** @param {string} selector @returns {HTMLElement | null} */
  const find = (selector) => outlet.querySelector(selector);
  /** @param {HTMLElement | null} element */
  const focus = (element) => element && element.focus({ preventScroll: true });
  /** @param {Element} target */
  const markOf = (target) => target.closest("[data-place]");

  /** @param {Element | null} mark */
  function setCurrent(mark) {
    const before = find("[data-current]");
    if (before) before.removeAttribute("data-current");
    current = (mark && mark.getAttribute("data-key")) || undefined;
    const detail = find(".detail");
    if (detail) {
      detail.toggleAttribute("data-hint", !mark);
      detail.textContent = mark && mark.getAttribute("aria-label");
    }
    if (!mark) return;
    mark.setAttribute("data-current", "");
    const tabStop = find("[data-place][tabindex='0']");
    if (tabStop) tabStop.setAttribute("tabindex", "-1");
    mark.setAttribute("tabindex", "0");
  }

  /**
   * Changes what is shown.
   * @param {(draw: Prerender) => void} call
   * @param {string} [next] selects the element that gets the focus
   */
  function change(call, next) {
    draw(call);
    renderPanel();
    onChange();
    if (next) focus(find(next));
  }

  function renderPanel() {
    const text = draw((draw) => draw.panel());
    const panel = find("#panel");
    if (!text || !panel) return;
    const view = draw((draw) => draw.view());
    current = undefined;
    const isSameView = panel.getAttribute("aria-labelledby") === `tab-${view}`;
    const areOptionsOpen = isSameView && find(".options[open]");
    const focused = /** @type {ShadowRoot} */ (outlet.getRootNode()).activeElement;
    const choice = focused && focused.getAttribute("data-choice");
    outlet.querySelectorAll("[role=tab]").forEach((tab) => {
      const isShown = tab.getAttribute("data-view") === view;
      tab.setAttribute("aria-selected", String(isShown));
      tab.setAttribute("tabindex", isShown ? "0" : "-1");
    });
    const isFolded = focused && focused === find(".options summary");
    html.replace(panel, text);
    const options = find(".options");
    if (areOptionsOpen && options) options.setAttribute("open", "");
    announce();
    // What had the focus has been replaced.
    if (isFolded) focus(find(".options summary"));
    if (choice) focus(find(`[data-choice="${choice}"][data-value="${focused.getAttribute("data-value")}"]`));
  }

  function announce() {
    const status = find(".spoken[role=status]");
    if (status) status.textContent = draw((draw) => draw.announcement()) || "";
  }

  /** @param {Element} mark */
  function select(mark) {
    const [key, label] = ["data-key", "aria-label"].map((name) => mark.getAttribute(name) || "");
    setCurrent(mark);
    draw((draw) => draw.select(key, label));
    const isSelected = draw((draw) => draw.selected()) === key;
    outlet.querySelectorAll("[data-place]").forEach((other) => {
      other.setAttribute("aria-selected", String(isSelected && covers(key, other.getAttribute("data-key") || "")));
    });
    announce();
    onChange();
    if (isSelected) onSelect({ view: draw((draw) => draw.view()) || "", key, label });
  }

  /** @type {Record<string, (event: any) => void>} */
  const listeners = {
    /** @param {{target: Element}} event */
    click({ target }) {
      const pressed = target.closest("button, [data-place]");
      if (!pressed) return;
      const data = (/** @type {string} */ name) => pressed.getAttribute(`data-${name}`) || "";
      const mark = markOf(pressed);
      if (data("view")) change((draw) => draw.show(data("view")));
      else if (data("leads-to")) {
        const cell = data("cell") || undefined;
        change(
          (draw) => draw.follow(data("leads-to"), cell, data("as") || undefined),
          cell ? "[data-selected], [data-place][tabindex='0'], #panel" : "#panel",
        );
      } else if (data("choice")) change((draw) => draw.choose(data("choice"), data("value")));
      else if (pressed.hasAttribute("data-retry")) onRetry();
      else if (mark) select(pressed);
    },
    focusin: pointAt,
    mouseover: pointAt,
    /** @param {{target: Element, relatedTarget: Element | null}} event */
    mouseout({ target, relatedTarget }) {
      const chart = target.closest(".figure");
      if (chart && !chart.contains(relatedTarget)) setCurrent(null);
    },
    /** @param {KeyboardEvent} event */
    keydown(event) {
      const target = /** @type {Element} */ (event.target);
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const mark = markOf(target);
      const action = target.matches("[role=tab]") ? tabAction(target, event.key) : (mark && markAction(mark, event.key)) || panelAction(target, event.key);
      if (!action) return;
      event.preventDefault();
      action();
    },
  };

  /** @param {{target: Element}} event */
  function pointAt({ target }) {
    const mark = markOf(target);
    if (mark) setCurrent(mark);
  }

  /** Returns what a key does on a tab. @param {Element} tab @param {string} key */
  function tabAction(tab, key) {
    /** @type {Element[]} */
    const tabs = Array.prototype.slice.call(/** @type {Element} */ (tab.parentNode).children);
    const next = step(tabs.indexOf(tab), key, tabs.length, true);
    const view = next === undefined ? null : tabs[next].getAttribute("data-view");
    return view && (() => change((draw) => draw.show(view), `[role=tab][data-view="${view}"]`));
  }

  /** Returns what a key does on a mark. @param {Element} mark @param {string} key */
  function markAction(mark, key) {
    const count = outlet.querySelectorAll("[data-place]").length;
    const next = step(Number(mark.getAttribute("data-place")), key, count, false);
    if (next !== undefined) return () => focus(find(`[data-place="${next}"]`));
    if (key === "Enter" || key === " ") return () => select(mark);
    if (key === "Escape") {
      return () => {
        setCurrent(null);
        focus(find("#panel"));
      };
    }
    return undefined;
  }

  /** Returns what a key does anywhere in a panel that has a chart and a table. @param {Element} target @param {string} key */
  function panelAction(target, key) {
    if (key.toLowerCase() !== "t" || target.tagName === "INPUT" || !target.closest("#panel") || !find("[data-choice=as]")) return undefined;
    return () => change((draw) => draw.switch_display(), ".options summary");
  }

  const events = Object.keys(listeners);
  events.forEach((event) => outlet.addEventListener(event, listeners[event]));

  return {
    current: () => current,
    /** Renders the panel if it has changed. */
    renderPanel,
    /** Removes the listeners. */
    remove: () => events.forEach((event) => outlet.removeEventListener(event, listeners[event])),
  };
}

/**
 * Whether two keys are equal or one contains the other, as `categories` contains `categories[3]`.
 * @param {string} one
 * @param {string} other
 */
function covers(one, other) {
  const [outer, inner] = one.length < other.length ? [one, other] : [other, one];
  return inner.startsWith(outer) && /^($|[.[])/.test(inner.slice(outer.length));
}

/**
 * Returns the index to which a key moves in a row.
 * @param {number} from
 * @param {string} key
 * @param {number} count
 * @param {boolean} isRound whether the first follows the last
 * @returns {number | undefined}
 */
function step(from, key, count, isRound) {
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const by = /^Arrow(Right|Down)$/.test(key) ? 1 : /^Arrow(Left|Up)$/.test(key) ? -1 : 0;
  if (!by) return undefined;
  const next = from + by;
  return isRound ? (next + count) % count : Math.min(Math.max(next, 0), count - 1);
}
