import { First, adopt, instantiate, refused } from "gongkai-draw";
import { Widget, adopt as adoptApp, instantiate as instantiateApp, on_panic } from "gongkai-app";
import { appPlain, appWasm, plain, wasm } from "./assets.js";
import { bring } from "./compile.js";
import { Failure } from "./failure.js";

/**
 * One instance of each module serves every widget of the page. A panic leaves it in an unknown
 * state, so from then on nothing calls either, and since the glue holds on to its first instance,
 * only a reload of the page brings another.
 */

/** What draws the first figure. @type {Promise<{First: typeof First, refused: typeof refused}> | null} */
let starting = null;
/** What answers to the reader. @type {Promise<typeof Widget> | null} */
let waking = null;
let broken = false;
/** @type {Set<() => void>} */
const users = new Set();

/** @returns {typeof starting} @throws {Failure} wasm-unsupported, wasm-blocked, wasm-fetch, panic */
export function program() {
  if (broken) return Promise.reject(new Failure("panic"));
  if (!starting) {
    starting = start();
    // The next widget, or "try again", may have better luck.
    starting.catch(() => (starting = null));
  }
  return starting;
}

/** The same of what answers: asked for when the figure is seen, which it would else hold up. @returns {typeof waking} */
export function lively() {
  if (!waking) {
    waking = program().then(wake);
    waking.catch(() => (waking = null));
  }
  return waking;
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
  await begin(wasm, plain, instantiate, adopt);
  // What traps without a panic (the stack or the memory used up) inside a listener or a timer.
  addEventListener("error", ({ error }) => {
    if (error instanceof WebAssembly.RuntimeError && /gongkai/.test(error.stack)) breakDown();
  });
  return { First, refused };
}

async function wake() {
  await begin(appWasm, appPlain, instantiateApp, adoptApp);
  try {
    on_panic((message) => {
      console.error(message);
      breakDown();
    });
  } catch (error) {
    return stopped();
  }
  return Widget;
}

async function begin(...module) {
  if (typeof WebAssembly !== "object") throw new Failure("wasm-unsupported");
  try {
    await bring(...module);
  } catch (error) {
    if (error instanceof Failure) throw error;
    stopped();
  }
}

/** @throws {Failure} panic */
function stopped() {
  breakDown();
  throw new Failure("panic");
}
