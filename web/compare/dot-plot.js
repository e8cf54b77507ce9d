/** The distribution: one slider that goes from dot to dot. */

/**
 * @param {Element} region with the dot plot, if there is one
 * @param {import("gongkai-compare").ComparisonView} view
 * @param {(text: string) => void} describe shows the label of the current dot
 */
export function attachDotPlot(region, view, describe) {
  const svg = /** @type {SVGSVGElement | null} */ (region.querySelector("svg[data-open=strip]"));
  if (!svg) return;
  const marker = /** @type {Element} */ (svg.querySelector("[data-open=current]"));
  const count = Number(svg.getAttribute("aria-valuemax"));
  let rank = Number(svg.getAttribute("aria-valuenow")) - 1;

  const setCurrent = (/** @type {number} */ next) => {
    const dot = view.dot(next);
    if (!dot) return;
    const { label, x, y } = dot;
    dot.free();
    rank = next;
    marker.setAttribute("cx", String(x));
    marker.setAttribute("cy", String(y));
    svg.setAttribute("aria-valuenow", String(rank + 1));
    svg.setAttribute("aria-valuetext", label);
    svg.setAttribute("data-current", "");
    describe(label);
  };
  const point = (/** @type {MouseEvent} */ event) => {
    const matrix = svg.getScreenCTM();
    if (!matrix) return;
    // Also where the page scales or rotates the widget.
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    const next = view.nearestDot(x, y);
    if (next !== undefined && (next !== rank || !svg.hasAttribute("data-current"))) setCurrent(next);
  };

  svg.addEventListener("pointermove", point);
  svg.addEventListener("click", point);
  svg.addEventListener("focus", () => setCurrent(rank));
  svg.addEventListener("keydown", (event) => {
    const page = Math.max(1, Math.round(count / 20));
    const next = {
      ArrowRight: rank + 1,
      ArrowUp: rank + 1,
      ArrowLeft: rank - 1,
      ArrowDown: rank - 1,
      PageUp: rank + page,
      PageDown: rank - page,
      Home: 0,
      End: count - 1,
    }[event.key];
    if (event.key === "Escape") /** @type {HTMLElement} */ (region.querySelector("#panel")).focus();
    else if (next === undefined) return;
    else setCurrent(Math.max(0, Math.min(count - 1, next)));
    event.preventDefault();
  });
}
