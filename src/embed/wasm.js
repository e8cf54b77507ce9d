import { Widget, adopt, instantiate, on_panic } from "gongkai-wasm";
import { addressOf, plain, wasm } from "./assets.js";
import { compiled, intact } from "./compile.js";
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
    await instantiate(await compiled(wasm));
  } catch (error) {
    if (error instanceof Failure) throw error;
    if (error instanceof WebAssembly.RuntimeError) return stopped();
    // An intact file that does not compile: refused by the page's policy, or too new.
    const policy = /polic|CSP|unsafe-eval|embedder/i.test(String(error));
    const old = error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError;
    if (!policy) throw new Failure(old ? "wasm-unsupported" : "wasm-fetch", { file: wasm.file });
    await inPlainScript();
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

/**
 * The same program translated to a script: some ten times the work for the browser, but browsers
 * from before 2022 take a policy that allows WebAssembly for one that forbids it.
 * @throws {Failure} wasm-blocked
 */
async function inPlainScript() {
  try {
    // An import cannot be held to a hash, but it finds what was just fetched and held to one.
    await intact(plain);
    adopt((await import(addressOf(plain, false).href)).default);
  } catch (error) {
    throw new Failure("wasm-blocked");
  }
}
