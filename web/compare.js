import { compareScript } from "./assets.js";
import { importScript, startModule } from "./modules.js";

/**
 * The `compare` module, which shows a catalogue: a WebAssembly module with a script of its own, asked for
 * only where `src` is a catalogue. One instance serves every widget of the page.
 */

/** @typedef {import("./compare/module.js").Program} Compare */

/** @type {Promise<Compare> | null} */
let loading = null;

/** @returns {Promise<Compare>} @throws {Failure} */
export function loadCompare() {
  if (!loading) {
    loading = importScript(compareScript).then(({ start }) => start(startModule));
    // The next widget, or "try again", may have better luck.
    loading.catch(() => (loading = null));
  }
  return loading;
}

/** How a catalogue's text begins. */
const FORMAT = /"format"\s*:\s*"gongkai-catalog\//;

/** @param {string} text the beginning of a file, or the whole */
export function isCatalog(text) {
  return FORMAT.test(text);
}
