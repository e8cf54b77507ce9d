import { addressOf } from "./assets.js";
import { Failure } from "./failure.js";

/**
 * Starts WebAssembly modules: fetches them, verifies their hashes and compiles them. If the page's policy
 * forbids WebAssembly, the same program as a script is used instead.
 */

/** @typedef {{file: string, integrity: string}} Asset */

/**
 * Starts a module, as WebAssembly or, where the page's policy forbids that, as a script.
 * @param {Asset} wasm
 * @param {Asset} script the same program as a script
 * @param {(module: WebAssembly.Module) => Promise<void>} instantiate
 * @param {(make: Function) => void} adopt
 * @returns {Promise<void>} rejects with a `Failure` (wasm-unsupported, wasm-blocked, wasm-fetch), or with a
 *   `WebAssembly.RuntimeError` if the module traps as it starts
 */
export async function startModule(wasm, script, instantiate, adopt) {
  if (typeof WebAssembly !== "object") throw new Failure("wasm-unsupported");
  try {
    await instantiate((await compileStreaming(wasm)) || (await compile(wasm)));
  } catch (error) {
    if (error instanceof Failure || error instanceof WebAssembly.RuntimeError) throw error;
    // The file is intact but does not compile: the page's policy forbids it, or the browser is too old.
    const isPolicy = /polic|CSP|unsafe-eval|embedder/i.test(String(error));
    const isTooNew = error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError;
    if (!isPolicy) throw new Failure(isTooNew ? "wasm-unsupported" : "wasm-fetch", { file: wasm.file });
    // About ten times the work for the browser, but browsers from before 2022 do not know the policy that
    // allows WebAssembly only.
    try {
      adopt((await importScript(script)).default);
    } catch (error) {
      throw new Failure("wasm-blocked");
    }
  }
}

/**
 * Imports a script. An import cannot be given a hash, but it uses the file that was just fetched with one.
 * @param {Asset} asset
 */
export async function importScript(asset) {
  await fetchIntact(asset);
  // The comments keep bundlers from resolving the address, which is known only here.
  return import(/* webpackIgnore: true */ /* @vite-ignore */ addressOf(asset, false).href);
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
  try {
    const response = await fetch(addressOf(asset, false).href, { credentials: "same-origin" });
    // The package for bundlers has no hashes.
    if (!asset.integrity) return await WebAssembly.compileStreaming(response);
    const bytes = response.clone().arrayBuffer();
    const module = WebAssembly.compileStreaming(response);
    module.catch(() => {});
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-384", await bytes));
    return `sha384-${btoa(String.fromCharCode(...hash))}` === asset.integrity ? await module : null;
  } catch (error) {
    return null;
  }
}

/** @param {Asset} asset @returns {Promise<WebAssembly.Module>} rejects with the `Failure` wasm-fetch */
async function compile(asset) {
  const response = await fetchIntact(asset);
  // Many old servers send text/plain, which streaming refuses.
  if (WebAssembly.compileStreaming && response.headers.get("content-type") === "application/wasm") {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

/** @param {Asset} asset @returns {Promise<Response>} rejects with the `Failure` wasm-fetch */
async function fetchIntact(asset) {
  const failure = new Failure("wasm-fetch", { file: asset.file });
  const get = (/** @type {boolean} */ isFresh) =>
    fetch(addressOf(asset, isFresh).href, { integrity: asset.integrity, credentials: "same-origin" });
  // After an update a cache may still have the older file.
  const response = await get(false)
    .catch(() => get(true))
    .catch(() => Promise.reject(failure));
  if (!response.ok) throw failure;
  return response;
}
