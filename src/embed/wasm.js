import { Widget, adopt, instantiate, on_panic } from "gongkai-wasm";
import { plain, wasm } from "./assets.js";
import { bring } from "./compile.js";
import { Failure } from "./failure.js";

/**
 * One WebAssembly instance serves every widget of the page. A panic leaves it in an unknown
 * state, so from then on nothing calls it, and since the glue holds on to its first instance,
 * only a reload of the page brings another.
 */

/** @type {Promise<typeof Widget> | null} */
let starting = null;
let broken = false;
/** @type {Set<() => void>} */
const users = new Set();

/** @returns {Promise<typeof Widget>} @throws {Failure} wasm-unsupported, wasm-blocked, wasm-fetch, panic */
export function program() {
  if (broken) return Promise.reject(new Failure("panic"));
  if (!starting) {
    starting = start();
    // The next widget, or "try again", may have better luck.
    starting.catch(() => (starting = null));
  }
  return starting;
}

/** Calls back when the instance breaks. @param {() => void} user @returns {() => void} stops it */
export function whenBroken(user) {
  users.add(user);
  return () => users.delete(user);
}

/** After this the instance is never called again. */
export function breakDown() {
  if (broken) return;
  broken = true;
  users.forEach((user) => user());
}

export function isBroken() {
  return broken;
}

async function start() {
  if (typeof WebAssembly !== "object") throw new Failure("wasm-unsupported");
  try {
    await bring(wasm, plain, instantiate, adopt);
  } catch (error) {
    if (error instanceof Failure) throw error;
    return stopped();
  }
  try {
    on_panic((message) => {
      console.error(message);
      breakDown();
    });
  } catch (error) {
    return stopped();
  }
  // What traps without a panic (the stack or the memory used up) inside a listener or a timer.
  addEventListener("error", ({ error }) => {
    if (error instanceof WebAssembly.RuntimeError && /gongkai/.test(error.stack)) breakDown();
  });
  return Widget;
}

/** @throws {Failure} panic */
function stopped() {
  breakDown();
  throw new Failure("panic");
}
