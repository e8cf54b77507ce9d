import { compareScript } from "./assets.js";
import { bring, imported } from "./compile.js";

/**
 * What shows a catalogue: a WebAssembly module with a script of its own, asked for only where
 * `src` is a catalogue. One instance serves every widget of the page.
 */

/** @type {Promise<import("./compare/module.js").Program> | null} */
let starting = null;

/** @returns {Promise<import("./compare/module.js").Program>} @throws {Failure} */
export function comparing() {
  if (!starting) {
    starting = imported(compareScript).then(({ start }) => start(bring));
    // The next widget, or "try again", may have better luck.
    starting.catch(() => (starting = null));
  }
  return starting;
}

/** How a catalogue's text begins. */
const SIGN = /"format"\s*:\s*"gongkai-catalog\//;

/** @param {string} text the beginning of a file, or the whole */
export function isCatalog(text) {
  return SIGN.test(text);
}
