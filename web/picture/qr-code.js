/** The page's address in a picture, as a QR code. */

import { encode } from "uqr";

/** The white border that readers need, in modules. */
const QUIET_ZONE = 2;

/**
 * Draws a QR code as the data of an SVG path.
 * @param {string} address
 * @param {number} size of the square, in CSS pixels
 * @returns {string} the dark modules, each run of a row as a rectangle
 */
export function qrPath(address, size) {
  const { data } = encode(address, { ecc: "L", boostEcc: true, border: QUIET_ZONE });
  const step = size / data.length;
  let path = "";
  data.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      const start = x;
      while (row[x]) x += 1;
      // With four decimals, since gaps between modules would be seen.
      const [left, top, right, bottom] = [start, y, x, y + 1].map((module) => (module * step).toFixed(4));
      if (x > start) path += `M${left} ${top}H${right}V${bottom}H${left}Z`;
    }
  });
  return path;
}

/**
 * Draws the code of a picture made for a phone, for which crates/view/src/export/svg.rs leaves an empty path.
 * @param {Element} svg
 * @returns {Element} the same
 */
export function withCode(svg) {
  const path = svg.querySelector(".code");
  if (path) path.setAttribute("d", qrPath(path.getAttribute("data-address") || "", Number(path.getAttribute("data-size"))));
  return svg;
}
