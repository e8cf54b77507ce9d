/** Points of a line chart: describes the one that the pointer, a finger or the keyboard is at. */

/**
 * @param {Element} region with the chart, if there is one
 * @param {(text: string) => void} describe shows the label of the current point
 */
export function attachLineChart(region, describe) {
  const svg = /** @type {SVGSVGElement | null} */ (region.querySelector("svg.figure[role=listbox]:not([data-open])"));
  if (!svg) return;
  /** @type {SVGElement[]} */
  const marks = Array.prototype.slice.call(svg.querySelectorAll(".mark"));
  marks.sort((one, other) => Number(one.getAttribute("data-place")) - Number(other.getAttribute("data-place")));
  // The chart is one tab stop: only the current mark can be reached by the tab key.
  let tabStop = marks[0];
  marks.forEach((mark) => mark.setAttribute("tabindex", mark === tabStop ? "0" : "-1"));
  /** @type {Element[]} */
  const lines = Array.prototype.slice.call(svg.querySelectorAll("path[part^='line ']"));

  const setCurrent = (/** @type {Element | null} */ mark) => {
    svg.querySelectorAll("[data-current]").forEach((other) => other.removeAttribute("data-current"));
    if (!mark) return;
    mark.setAttribute("data-current", "");
    const line = lines.find((line) => passesThrough(line, mark));
    if (line) line.setAttribute("data-current", "");
    describe(attribute(mark, "aria-label"));
  };
  /** @param {Event} event @returns {SVGElement | null} */
  const markOf = (event) => /** @type {Element} */ (event.target).closest(".mark");
  const point = (/** @type {Event} */ event) => {
    const mark = markOf(event);
    if (mark) setCurrent(mark);
  };

  svg.addEventListener("pointerover", point);
  svg.addEventListener("click", point);
  // On the parent: in Chromium, an SVG that listens for the focus is another stop of the tab key.
  /** @type {Element} */ (svg.parentNode).addEventListener("focusin", (event) => {
    const mark = markOf(event);
    if (!mark) return;
    tabStop.setAttribute("tabindex", "-1");
    tabStop = mark;
    tabStop.setAttribute("tabindex", "0");
    setCurrent(mark);
  });
  svg.addEventListener("keydown", (event) => {
    const mark = markOf(event);
    if (!mark) return;
    const index = marks.indexOf(mark);
    const last = marks.length - 1;
    const next = {
      ArrowRight: index + 1,
      ArrowDown: index + 1,
      ArrowLeft: index - 1,
      ArrowUp: index - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (event.key === "Escape") {
      setCurrent(null);
      /** @type {HTMLElement} */ (region.querySelector("#panel")).focus();
    } else if (next !== undefined) {
      marks[Math.max(0, Math.min(last, next))].focus();
    } else {
      return;
    }
    event.preventDefault();
  });
}

/**
 * Tells whether a line has the colour of a mark and a point at its position.
 * @param {Element} line
 * @param {Element} mark
 */
function passesThrough(line, mark) {
  const end = mark.querySelector("[part^='end ']");
  const target = mark.querySelector(".target");
  if (!end || !target || attribute(end, "part").slice(4) !== attribute(line, "part").slice(5)) return false;
  const numbers = (/** @type {string} */ text) => (text.match(/-?[\d.]+/g) || []).map(Number);
  const [left, top] = numbers(attribute(mark, "transform"));
  const half = Number(attribute(target, "width")) / 2;
  const isNear = (/** @type {number} */ one, /** @type {number} */ other) => Math.abs(one - other) < 0.2;
  return attribute(line, "d")
    .split(/[ML]/)
    .map(numbers)
    .some(([x, y]) => isNear(x, left + half) && isNear(y, top + half));
}

/** @param {Element} element @param {string} name @returns {string} empty if there is none */
function attribute(element, name) {
  return element.getAttribute(name) || "";
}
