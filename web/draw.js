import { Prerender, adopt, instantiate, refusal } from "gongkai-draw";
import { drawScript, drawWasm } from "./assets.js";
import { Failure } from "./failure.js";
import { compileModule, startModule } from "./modules.js";

/**
 * Loads the `draw` module, which reads a report and draws the first views as HTML. One instance serves all
 * widgets of the page. A panic leaves it in an unknown state: from then on nothing calls it, and since the
 * glue keeps its first instance, only a reload of the page creates another.
 */

/** @typedef {{Prerender: typeof Prerender, refusal: typeof refusal}} Draw */

/** @type {Promise<Draw> | null} */
let starting = null;
let isBroken = false;
/** @type {Set<() => void>} */
const listeners = new Set();

/** @returns {Promise<Draw>} rejects with a `Failure`: wasm-unsupported, wasm-blocked, wasm-fetch, panic */
export function loadDraw() {
  if (isBroken) return Promise.reject(new Failure("panic"));
  if (!starting) {
    starting = start();
    // So that the next widget, or "try again", tries again.
    starting.catch(() => (starting = null));
  }
  return starting;
}

async function start() {
  try {
    await startModule(compileModule(drawWasm), drawScript, instantiate, adopt);
  } catch (error) {
    if (error instanceof Failure) throw error;
    breakDraw(error);
    throw new Failure("panic");
  }
  return { Prerender, refusal };
}

/** Calls `listener` when the instance breaks. @param {() => void} listener @returns {() => void} removes it */
export function onDrawBroken(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Calls the module; undefined once it has broken.
 * @template T
 * @param {() => T} call
 * @returns {T | undefined}
 */
export function withDraw(call) {
  if (isBroken) return undefined;
  try {
    return call();
  } catch (error) {
    breakDraw(error);
    return undefined;
  }
}

/** @param {unknown} error */
function breakDraw(error) {
  console.error(error);
  if (isBroken) return;
  isBroken = true;
  listeners.forEach((listener) => listener());
}
