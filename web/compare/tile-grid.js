/** The squares of the provinces: describes the current one, and chooses its group. */

/**
 * @param {Element} region with the squares, if there are any
 * @param {(group: string) => void} choose chooses a group by its index; empty for all
 * @param {(text: string) => void} describe shows the label of the current square
 */
export function attachTileGrid(region, choose, describe) {
  const svg = /** @type {SVGSVGElement | null} */ (region.querySelector("svg[data-open=tiles]"));
  if (!svg) return;
  /** @type {SVGElement[]} */
  const tiles = Array.prototype.slice.call(svg.querySelectorAll(".mark"));
  const places = tiles.map((tile) => {
    const [x, y] = (/** @type {string} */ (tile.getAttribute("transform")).match(/-?[\d.]+/g) || []).map(Number);
    return { x, y };
  });
  // The squares are one tab stop: the chosen one, or the first that can be chosen.
  let tabStop = /** @type {SVGElement} */ (
    svg.querySelector(".mark[aria-selected=true]") || svg.querySelector(".mark[data-value]") || tiles[0]
  );
  tiles.forEach((tile) => tile.setAttribute("tabindex", tile === tabStop ? "0" : "-1"));

  const setCurrent = (/** @type {Element | null} */ tile) => {
    svg.querySelectorAll("[data-current]").forEach((other) => other.removeAttribute("data-current"));
    if (!tile) return;
    tile.setAttribute("data-current", "");
    describe(tile.getAttribute("aria-label") || "");
  };
  /** @param {Event} event @returns {SVGElement | null} */
  const tileOf = (event) => /** @type {Element} */ (event.target).closest(".mark");
  const press = (/** @type {Element} */ tile) => {
    const group = tile.getAttribute("data-value");
    if (group !== null) choose(tile.getAttribute("aria-selected") === "true" ? "" : group);
  };
  /** Returns the nearest square in a direction, those in the same row or column first. */
  const neighbour = (/** @type {number} */ index, /** @type {number} */ dx, /** @type {number} */ dy) => {
    const from = places[index];
    let [best, least] = [index, Infinity];
    places.forEach(({ x, y }, other) => {
      const [right, down] = [x - from.x, y - from.y];
      const along = right * dx + down * dy;
      const across = Math.abs(right * dy) + Math.abs(down * dx);
      const distance = along + across * 3;
      if (along > 1 && distance < least) [best, least] = [other, distance];
    });
    return best;
  };

  svg.addEventListener("pointerover", (event) => tileOf(event) && setCurrent(tileOf(event)));
  svg.addEventListener("click", (event) => {
    const tile = tileOf(event);
    if (!tile) return;
    setCurrent(tile);
    press(tile);
  });
  // On the parent: in Chromium, an SVG that listens for the focus is another stop of the tab key.
  /** @type {Element} */ (svg.parentNode).addEventListener("focusin", (event) => {
    const tile = tileOf(event);
    if (!tile || !svg.contains(tile)) return;
    tabStop.setAttribute("tabindex", "-1");
    tabStop = tile;
    tabStop.setAttribute("tabindex", "0");
    setCurrent(tile);
  });
  svg.addEventListener("keydown", (event) => {
    const tile = tileOf(event);
    if (!tile || event.ctrlKey || event.metaKey || event.altKey) return;
    const index = tiles.indexOf(tile);
    const next = {
      ArrowRight: () => neighbour(index, 1, 0),
      ArrowLeft: () => neighbour(index, -1, 0),
      ArrowDown: () => neighbour(index, 0, 1),
      ArrowUp: () => neighbour(index, 0, -1),
      Home: () => 0,
      End: () => tiles.length - 1,
    }[event.key];
    if (event.key === "Escape") {
      setCurrent(null);
      /** @type {HTMLElement} */ (region.querySelector("#panel")).focus();
    } else if (event.key === "Enter" || event.key === " ") {
      press(tile);
    } else if (next) {
      tiles[next()].focus();
    } else {
      return;
    }
    event.preventDefault();
  });
}
