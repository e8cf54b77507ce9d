/**
 * Answers to the reader before the app has come: one delegated listener on the HTML that `draw` made. A
 * press on a tab or a choice has `draw` make the panel anew; pointing and arrow keys show a mark's own label.
 */

/**
 * @typedef {object} Host
 * @property {<T>(call: (draw: import("gongkai-draw").Prerender) => T) => T | undefined} draw
 * @property {() => void} onChange the view, a choice or the selection is another
 * @property {(detail: {view: string, key: string, label: string}) => void} onSelect
 * @property {() => void} onRetry the reader asks for the other views once more
 */

const EVENTS = ["click", "focusin", "keydown", "mouseout", "mouseover"];

/**
 * @param {HTMLElement} outlet what the HTML is in
 * @param {Host} host
 */
export function answerFor(outlet, { draw, onChange, onSelect, onRetry }) {
  /** The key of the mark that the reader points at. @type {string | undefined} */
  let current;
  /** The line above the chart as it is without a mark. @type {HTMLElement | null} */
  let hint = null;

  const find = (selector) => outlet.querySelector(selector);
  const focus = (element) => element && element.focus({ preventScroll: true });
  const markOf = (target) => target.closest("[data-place]");
  const markAt = (place) => find(`[data-place="${place}"]`);

  /** @param {Element | null} mark */
  function point(mark) {
    const before = find("[data-current]");
    if (before) before.removeAttribute("data-current");
    current = mark ? mark.getAttribute("data-key") : undefined;
    const line = find(".detail");
    if (!mark) {
      if (hint && line) line.replaceWith(hint);
      hint = null;
      return;
    }
    mark.setAttribute("data-current", "");
    const stop = find("[data-place][tabindex='0']");
    if (stop) stop.setAttribute("tabindex", "-1");
    mark.setAttribute("tabindex", "0");
    if (!line) return;
    if (line.hasAttribute("data-hint")) hint = line.cloneNode(true);
    line.removeAttribute("data-hint");
    line.textContent = mark.getAttribute("aria-label");
  }

  /** Shows what a call to `draw` has changed. */
  function change(call, next) {
    draw(call);
    renew();
    onChange();
    focus(next && find(next));
  }

  function renew() {
    const html = draw((draw) => draw.panel());
    if (!html) return;
    const view = draw((draw) => draw.view());
    current = undefined;
    hint = null;
    const held = outlet.getRootNode().activeElement;
    const choice = held && held.getAttribute("data-choice");
    outlet.querySelectorAll("[role=tab]").forEach((tab) => {
      const isShown = tab.getAttribute("data-view") === view;
      tab.setAttribute("aria-selected", String(isShown));
      tab.setAttribute("tabindex", isShown ? "0" : "-1");
    });
    find("#panel").outerHTML = html;
    announce();
    // The button that was pressed has been made anew.
    if (choice) focus(find(`[data-choice="${choice}"][data-value="${held.getAttribute("data-value")}"]`));
  }

  function announce() {
    find(".spoken[role=status]").textContent = draw((draw) => draw.announcement()) || "";
  }

  function select(mark) {
    const [key, label] = ["data-key", "aria-label"].map((name) => mark.getAttribute(name));
    point(mark);
    draw((draw) => draw.select(key, label));
    const isSelected = draw((draw) => draw.selected()) === key;
    outlet.querySelectorAll("[data-place]").forEach((other) => {
      other.setAttribute("aria-selected", String(isSelected && covers(key, other.getAttribute("data-key"))));
    });
    announce();
    onChange();
    if (isSelected) onSelect({ view: draw((draw) => draw.view()), key, label });
  }

  const handlers = {
    click({ target }) {
      const pressed = target.closest("button, [data-place]");
      if (!pressed) return;
      const of = (name) => pressed.getAttribute(`data-${name}`);
      if (of("view")) change((draw) => draw.show(of("view")));
      else if (of("leads-to")) {
        const cell = of("cell") || undefined;
        change(
          (draw) => draw.follow(of("leads-to"), cell, of("as") || undefined),
          cell ? "[data-selected], [data-place][tabindex='0'], #panel" : "#panel",
        );
      } else if (of("choice")) change((draw) => draw.choose(of("choice"), of("value")));
      else if (pressed.hasAttribute("data-retry")) onRetry();
      else if (markOf(pressed)) select(pressed);
    },
    focusin({ target }) {
      if (markOf(target)) point(markOf(target));
    },
    mouseover(event) {
      handlers.focusin(event);
    },
    mouseout({ target, relatedTarget }) {
      const chart = target.closest(".figure");
      if (chart && !chart.contains(relatedTarget)) point(null);
    },
    keydown(event) {
      const { target, key } = event;
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const act = target.matches("[role=tab]") ? tabKey(target, key) : markOf(target) && markKey(markOf(target), key);
      if (!act) return;
      event.preventDefault();
      act();
    },
  };

  function tabKey(tab, key) {
    const tabs = Array.prototype.slice.call(tab.parentNode.children);
    const next = step(tabs.indexOf(tab), key, tabs.length, true);
    const view = next === undefined ? null : tabs[next].getAttribute("data-view");
    return view && (() => change((draw) => draw.show(view), `[role=tab][data-view="${view}"]`));
  }

  function markKey(mark, key) {
    const count = outlet.querySelectorAll("[data-place]").length;
    const next = step(Number(mark.getAttribute("data-place")), key, count, false);
    if (next !== undefined) return () => focus(markAt(next));
    if (key === "Enter" || key === " ") return () => select(mark);
    if (key === "t" || key === "T") {
      return () => change((draw) => draw.switch_display(), "[data-choice=as][data-value=table]");
    }
    if (key === "Escape") {
      return () => {
        point(null);
        focus(find("#panel"));
      };
    }
    return undefined;
  }

  EVENTS.forEach((event) => outlet.addEventListener(event, handlers[event]));

  return {
    current: () => current,
    /** Shows the panel after `draw` was given other settings or another width. */
    renew,
    stop: () => EVENTS.forEach((event) => outlet.removeEventListener(event, handlers[event])),
  };
}

/** Whether one key is the other, or one is within the other, as `categories[3]` within `categories`. */
function covers(one, other) {
  const [outer, inner] = one.length < other.length ? [one, other] : [other, one];
  return inner.startsWith(outer) && /^($|[.[])/.test(inner.slice(outer.length));
}

/**
 * Where a key leads among some places in a row.
 * @param {number} from
 * @param {string} key
 * @param {number} count
 * @param {boolean} isRound the last leads to the first
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
