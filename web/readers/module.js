/** The readers of every kind of file, for those that the panel's own module does not read: PDF, .doc, .ofd and so on. */

import { adopt, instantiate, read_file } from "gongkai-readers";
import { script, wasm } from "./assets.js";

/**
 * Loads the WebAssembly.
 * @param {import("../modules.js").Loader} loader
 * @returns {Promise<{readFile: typeof read_file}>}
 */
export async function start({ compileModule, startModule }) {
  await startModule(compileModule(wasm), script, instantiate, adopt);
  return { readFile: read_file };
}
