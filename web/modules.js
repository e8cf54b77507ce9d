import { addressOf } from "./assets.js";
import { Failure } from "./failure.js";

/**
 * Starts WebAssembly modules: fetches them, verifies their hashes and compiles them. If the page's policy
 * forbids WebAssembly, the same program as a script is used instead.
 */

/** @typedef {import("./assets.js").Asset} Asset */

/** The silence in milliseconds after which a server is given up: it does not answer, or sends no more. */
const MAX_SILENCE = 60000;

/**
 * @typedef {object} Program a module that is being compiled, perhaps before the script that starts it has come
 * @property {Asset} wasm
 * @property {Promise<WebAssembly.Module>} module rejects as `startModule` does, or because it does not compile
 */

/** Why the page forbids WebAssembly, once a module has found that out: the others are then not fetched in vain. @type {unknown} */
let forbidden = null;

/** @param {Asset} wasm @returns {Program} */
export function compileModule(wasm) {
  const module = compileUnlessForbidden(wasm);
  // Whoever starts the program handles the error; nobody does if its script does not come.
  module.catch(() => {});
  return { wasm, module };
}

/** @param {Asset} wasm */
async function compileUnlessForbidden(wasm) {
  if (typeof WebAssembly !== "object") throw new Failure("wasm-unsupported");
  if (forbidden) throw forbidden;
  return (await compileStreaming(wasm)) || compile(wasm);
}

/**
 * Starts a module, as WebAssembly or, where the page's policy forbids that, as a script.
 * @param {Program} program
 * @param {Asset} script the same program as a script
 * @param {(module: WebAssembly.Module) => Promise<void>} instantiate
 * @param {(make: Function) => void} adopt
 * @returns {Promise<void>} rejects with a `Failure` (wasm-unsupported, wasm-blocked, wasm-fetch), or with a
 *   `WebAssembly.RuntimeError` if the module traps as it starts
 */
export async function startModule({ wasm, module }, script, instantiate, adopt) {
  try {
    await instantiate(await module);
  } catch (error) {
    if (error instanceof Failure || error instanceof WebAssembly.RuntimeError) throw error;
    // The file is intact but does not compile: the page's policy forbids it, or the browser is too old.
    const isPolicy = /polic|CSP|unsafe-eval|embedder/i.test(String(error));
    const isTooNew = error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError;
    if (!isPolicy) throw isTooNew ? new Failure("wasm-unsupported") : fetchFailure(wasm);
    forbidden = error;
    // About ten times the work for the browser, but browsers from before 2022 do not know the policy that
    // allows WebAssembly only.
    let make;
    try {
      make = (await importScript(script)).default;
    } catch (error) {
      throw new Failure("wasm-blocked", { file: script.file, asset: script, error });
    }
    adopt(make);
  }
}

/** The scripts that did not run: browsers do not fetch them again from the same address. @type {Set<string>} */
const failedScripts = new Set();

/**
 * Imports a script. An import cannot be given a hash, but it uses the file that was just fetched with one.
 * @param {Asset} asset
 * @returns {Promise<any>} rejects with the `Failure` wasm-fetch
 */
export async function importScript(asset) {
  const { url } = await fetchIntact(asset, async () => {});
  try {
    // The comments keep bundlers from resolving the address, which is known only here.
    return await within(import(/* webpackIgnore: true */ /* @vite-ignore */ url));
  } catch (error) {
    failedScripts.add(asset.file);
    throw fetchFailure(asset, error);
  }
}

/** What a script needs that loads further modules itself. */
export const loader = { compileModule, startModule, importScript };

/** @typedef {typeof loader} Loader */

/** @param {Asset} asset @param {unknown} [error] */
export function fetchFailure(asset, error) {
  return new Failure("wasm-fetch", { file: asset.file, asset, error });
}

/**
 * Waits for a promise, but not for ever.
 * @template T
 * @param {Promise<T>} promise
 * @param {AbortController} [controller] is aborted then
 * @returns {Promise<T>} rejects with the `Failure` timeout
 */
export function within(promise, controller) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Failure("timeout", { seconds: MAX_SILENCE / 1000 }));
      if (controller) controller.abort();
    }, MAX_SILENCE);
    promise.then(resolve, reject).then(() => clearTimeout(timer));
  });
}

/**
 * Compiles a module while it arrives, and verifies its hash in parallel: a browser that verifies the hash
 * itself gives nothing before all has arrived. Null if anything goes wrong: `compile` then finds out what.
 * @param {Asset} asset
 * @returns {Promise<WebAssembly.Module | null>}
 */
async function compileStreaming(asset) {
  // Only pages from https can calculate hashes.
  if (!WebAssembly.compileStreaming || !window.crypto || !crypto.subtle) return null;
  const { href } = addressOf(asset, false);
  try {
    const controller = new AbortController();
    const { signal } = controller;
    // The mode in which the page may have preloaded it. A redirect is left to `compile`, which stays on the site.
    const response = await within(fetch(href, { credentials: "same-origin", redirect: "error", signal }), controller);
    // The package for bundlers has no hashes.
    if (!asset.integrity) return await WebAssembly.compileStreaming(response);
    const bytes = within(response.clone().arrayBuffer(), controller);
    const module = WebAssembly.compileStreaming(response);
    module.catch(() => {});
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-384", await bytes));
    return `sha384-${btoa(String.fromCharCode(...hash))}` === asset.integrity ? await module : null;
  } catch (error) {
    if (error instanceof Failure) throw fetchFailure(asset, error);
    return null;
  }
}

/** @param {Asset} asset @returns {Promise<WebAssembly.Module>} rejects with the `Failure` wasm-fetch */
async function compile(asset) {
  const isStreaming = "compileStreaming" in WebAssembly;
  const { value } = await fetchIntact(asset, (response) =>
    // Many old servers send text/plain, which streaming refuses.
    isStreaming && response.headers.get("content-type") === "application/wasm"
      ? WebAssembly.compileStreaming(response)
      : response.arrayBuffer().then((bytes) => WebAssembly.compile(bytes)),
  );
  return value;
}

/**
 * Fetches a file with its hash.
 * @template T
 * @param {Asset} asset
 * @param {(response: Response) => Promise<T>} use
 * @returns {Promise<{url: string, value: T}>} rejects with the `Failure` wasm-fetch
 */
async function fetchIntact(asset, use) {
  const get = async (/** @type {boolean} */ isFresh) => {
    const url = addressOf(asset, isFresh).href;
    const controller = new AbortController();
    const { signal } = controller;
    // This mode refuses a redirect to another host before it is followed.
    const mode = new URL(url).origin === self.origin ? "same-origin" : "cors";
    const response = await within(fetch(url, { integrity: asset.integrity, credentials: "same-origin", mode, signal }), controller);
    if (!response.ok) throw fetchFailure(asset);
    return { url, response };
  };
  let found;
  try {
    // After an update a cache may still have the older file.
    found = await get(failedScripts.has(asset.file)).catch((error) => (error instanceof Failure ? Promise.reject(error) : get(true)));
  } catch (error) {
    throw error instanceof Failure && error.code !== "timeout" ? error : fetchFailure(asset, error);
  }
  return { url: found.url, value: await use(found.response) };
}
