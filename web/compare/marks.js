/** Pointing at what a chart shows: with a pointer, a finger or the keyboard; one tab stop each. */

/** @param {Element} place the part with the figure @param {(text: string) => void} tell */
export function marks(place, tell) {
  const svg = place.querySelector("svg.figure[role=listbox]");
  if (!svg) return;
  const all = Array.prototype.slice.call(svg.querySelectorAll(".mark"));
  all.sort((one, other) => Number(one.getAttribute("data-place")) - Number(other.getAttribute("data-place")));
  let entry = all[0];
  all.forEach((mark) => mark.setAttribute("tabindex", mark === entry ? "0" : "-1"));
  const lines = Array.prototype.slice.call(svg.querySelectorAll("path[part^='line ']"));
  const point = (mark) => {
    svg.querySelectorAll("[data-current]").forEach((other) => other.removeAttribute("data-current"));
    if (!mark) return;
    mark.setAttribute("data-current", "");
    const line = lines.find((line) => runsThrough(line, mark));
    if (line) line.setAttribute("data-current", "");
    tell(mark.getAttribute("aria-label"));
  };
  const of = (event) => event.target.closest(".mark");
  svg.addEventListener("pointerover", (event) => of(event) && point(of(event)));
  svg.addEventListener("click", (event) => of(event) && point(of(event)));
  // Around the chart: one that listens for the focus itself is one more stop of the tab key in Chromium.
  svg.parentNode.addEventListener("focusin", (event) => {
    const mark = of(event);
    if (!mark) return;
    entry.setAttribute("tabindex", "-1");
    entry = mark;
    entry.setAttribute("tabindex", "0");
    point(mark);
  });
  svg.addEventListener("keydown", (event) => {
    const at = all.indexOf(of(event));
    if (at < 0) return;
    const last = all.length - 1;
    const next = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: last }[event.key];
    if (event.key === "Escape") {
      point(null);
      place.querySelector("#panel").focus();
    } else if (next !== undefined) {
      all[Math.max(0, Math.min(last, next))].focus();
    } else {
      return;
    }
    event.preventDefault();
  });
}

/** Whether a line is of a mark's colour and has a point where the mark stands. */
function runsThrough(line, mark) {
  const end = mark.querySelector("[part^='end ']");
  if (!end || end.getAttribute("part").slice(4) !== line.getAttribute("part").slice(5)) return false;
  const numbers = (text) => (text.match(/-?[\d.]+/g) || []).map(Number);
  const [left, top] = numbers(mark.getAttribute("transform"));
  const half = mark.querySelector(".target").getAttribute("width") / 2;
  const is = (one, other) => Math.abs(one - other) < 0.2;
  return line
    .getAttribute("d")
    .split(/[ML]/)
    .map(numbers)
    .some(([x, y]) => is(x, left + half) && is(y, top + half));
}

/**
 * The distribution: one slider that goes from dot to dot.
 * @param {Element} place
 * @param {import("gongkai-compare").Look} look
 * @param {(text: string) => void} tell
 */
export function strip(place, look, tell) {
  const svg = place.querySelector("svg[data-open=strip]");
  if (!svg) return;
  const at = svg.querySelector("[data-open=current]");
  const count = Number(svg.getAttribute("aria-valuemax"));
  let rank = Number(svg.getAttribute("aria-valuenow")) - 1;
  const show = (next) => {
    const [text, x, y] = look.dot(next);
    if (text === undefined) return;
    rank = next;
    at.setAttribute("cx", x);
    at.setAttribute("cy", y);
    svg.setAttribute("aria-valuenow", String(rank + 1));
    svg.setAttribute("aria-valuetext", text);
    svg.setAttribute("data-current", "");
    tell(text);
  };
  const pointed = (event) => {
    const { left, top, width } = svg.getBoundingClientRect();
    const scale = svg.viewBox.baseVal.width / width;
    const next = look.nearest((event.clientX - left) * scale, (event.clientY - top) * scale);
    if (next !== undefined && (next !== rank || !svg.hasAttribute("data-current"))) show(next);
  };
  svg.addEventListener("pointermove", pointed);
  svg.addEventListener("click", pointed);
  svg.addEventListener("focus", () => show(rank));
  svg.addEventListener("keydown", (event) => {
    const far = Math.max(1, Math.round(count / 20));
    const next = {
      ArrowRight: rank + 1,
      ArrowUp: rank + 1,
      ArrowLeft: rank - 1,
      ArrowDown: rank - 1,
      PageUp: rank + far,
      PageDown: rank - far,
      Home: 0,
      End: count - 1,
    }[event.key];
    if (event.key === "Escape") place.querySelector("#panel").focus();
    else if (next === undefined) return;
    else show(Math.max(0, Math.min(count - 1, next)));
    event.preventDefault();
  });
}
