import { annexScript } from "./assets.js";
import { bring, imported } from "./compile.js";

/**
 * Whatever is not on the way to the first figure: the annex, a WebAssembly module with a script of its
 * own, asked for only when a figure stands or none can. Without it there are fewer views and a
 * less exact sentence, and nothing else: so what goes wrong here is noted for the page's staff.
 */

/**
 * @typedef {import("./annex/module.js").Program} Program
 * @typedef {import("./annex/module.js").Reader} Reader
 */

/** One instance for every widget of the page. @type {Promise<Program | null> | null} */
let starting = null;

/**
 * @param {boolean} [again] even where it could not be had before
 * @returns {Promise<Program | null>} null where it cannot be had
 */
export async function annex(again) {
  if (again && starting && !(await starting)) starting = null;
  if (!starting) {
    starting = start().catch((error) => {
      console.warn(`gongkai: ${annexScript.file} is not used:`, error);
      return null;
    });
  }
  return starting;
}

async function start() {
  const { start } = await imported(annexScript);
  return start(bring, imported);
}

/** Milliseconds; a page in the background has no frames. */
const NO_FRAME = 500;

/** Calls once the frame that is being made is on the screen: the second one from here begins then. */
export function afterFrame(call) {
  let isDue = true;
  const once = () => {
    clearTimeout(timer);
    if (isDue) call();
    isDue = false;
  };
  const timer = setTimeout(once, NO_FRAME);
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(once)));
}

/** The same, and the browser has nothing else to do. */
export function whenPainted(call) {
  requestAnimationFrame(() => requestAnimationFrame(() => (window.requestIdleCallback || setTimeout)(call)));
}
