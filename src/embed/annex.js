import { annexScript } from "./assets.js";
import { bring, imported } from "./compile.js";

/**
 * Whatever is not on the way to the first figure: a second WebAssembly module with a script of its
 * own, asked for only when a figure stands or none can. Without it there are fewer views and a
 * less exact sentence, and nothing else: so what goes wrong here is noted for the page's staff.
 */

/** @typedef {import("./annex/module.js").Program} Program */

/** One instance for every widget of the page. @type {Promise<Program> | null} */
let starting = null;

/** @returns {Promise<Program | null>} null where it cannot be had now */
export async function annex() {
  if (!starting) starting = start();
  try {
    return await starting;
  } catch (error) {
    // The reader may ask once more.
    starting = null;
    console.warn(`gongkai: ${annexScript.file} is not used:`, error);
    return null;
  }
}

async function start() {
  const { start } = await imported(annexScript);
  return start(bring);
}

/** The second frame begins when the one with the figure has been made. */
export function whenPainted(call) {
  requestAnimationFrame(() => requestAnimationFrame(() => (window.requestIdleCallback || setTimeout)(call)));
}
