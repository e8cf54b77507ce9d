import { compareScript, compareWasm } from "./assets.js";
import { compileModule, importScript, loader } from "./modules.js";

/**
 * Loads the `compare` module, which shows a catalogue: a WebAssembly module with a script of its own. It is
 * loaded only if `src` is a catalogue. One instance serves all widgets of the page.
 */

/** @typedef {import("./compare/module.js").CompareModule} CompareModule */

/** @type {Promise<CompareModule> | null} */
let loading = null;

/** @returns {Promise<CompareModule>} rejects with a `Failure` */
export function loadCompare() {
  if (!loading) {
    const program = compileModule(compareWasm);
    loading = importScript(compareScript).then(({ start }) => start(program, loader));
    // So that the next widget, or "try again", tries again.
    loading.catch(() => (loading = null));
  }
  return loading;
}

/** The entry that identifies a catalogue. */
const FORMAT = /"format"\s*:\s*"gongkai-catalog\//;

/** @param {string} text the beginning of a file, or the whole */
export function isCatalog(text) {
  return FORMAT.test(text);
}
