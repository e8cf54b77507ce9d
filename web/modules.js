import { addressOf } from "./assets.js";
import { Failure } from "./failure.js";

/**
 * Starting WebAssembly modules: fetched, held to their hashes, compiled, and where the page's policy
 * forbids WebAssembly replaced by the same program as plain script.
 */

/** @typedef {{file: string, integrity: string}} Asset */

/**
 * Starts a module, as WebAssembly or, where the page's policy forbids that, as a script.
 * @param {Asset} wasm
 * @param {Asset} script the same program as a script
 * @param {(module: WebAssembly.Module) => Promise<void>} instantiate
 * @param {(make: Function) => void} adopt
 * @throws {Failure} wasm-unsupported, wasm-blocked, wasm-fetch
 * @throws {WebAssembly.RuntimeError} if it traps as it starts
 */
export async function startModule(wasm, script, instantiate, adopt) {
  if (typeof WebAssembly !== "object") throw new Failure("wasm-unsupported");
  try {
    await instantiate((await compileStreaming(wasm)) || (await compile(wasm)));
  } catch (error) {
    if (error instanceof Failure || error instanceof WebAssembly.RuntimeError) throw error;
    // An intact file that does not compile: refused by the page's policy, or too new.
    const isPolicy = /polic|CSP|unsafe-eval|embedder/i.test(String(error));
    const isTooNew = error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError;
    if (!isPolicy) throw new Failure(isTooNew ? "wasm-unsupported" : "wasm-fetch", { file: wasm.file });
    // Some ten times the work for the browser, but browsers from before 2022 take a policy that
    // allows WebAssembly for one that forbids it.
    try {
      adopt((await importScript(script)).default);
    } catch (error) {
      throw new Failure("wasm-blocked");
    }
  }
}

/**
 * Imports a script. An import cannot be held to a hash, but it finds what was just fetched and held to one.
 * @param {Asset} asset
 */
export async function importScript(asset) {
  await fetchIntact(asset);
  // No bundler is to look for it: its name is known only here.
  return import(/* webpackIgnore: true */ /* @vite-ignore */ addressOf(asset, false).href);
}

/**
 * Compiles a module while it comes and checks its hash beside that: a browser that checks the hash itself
 * hands nothing out before all has come. Null if anything goes wrong: the other way then says what it is.
 * @param {Asset} asset
 * @returns {Promise<WebAssembly.Module | null>}
 */
async function compileStreaming(asset) {
  // Only a page from https may calculate hashes.
  if (!WebAssembly.compileStreaming || !window.crypto || !crypto.subtle) return null;
  try {
    const response = await fetch(addressOf(asset, false).href, { credentials: "same-origin" });
    // A bundler's package names its files by what they hold, and has no hashes.
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

/** @param {Asset} asset @returns {Promise<WebAssembly.Module>} @throws {Failure} wasm-fetch */
async function compile(asset) {
  const response = await fetchIntact(asset);
  // Many old servers call it text/plain, which streaming refuses.
  if (WebAssembly.compileStreaming && response.headers.get("content-type") === "application/wasm") {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

/** @param {Asset} asset @returns {Promise<Response>} @throws {Failure} wasm-fetch */
async function fetchIntact(asset) {
  const failure = new Failure("wasm-fetch", { file: asset.file });
  const get = (fresh) =>
    fetch(addressOf(asset, fresh).href, { integrity: asset.integrity, credentials: "same-origin" });
  // After an update a cache may still hold the older file.
  const response = await get(false)
    .catch(() => get(true))
    .catch(() => Promise.reject(failure));
  if (!response.ok) throw failure;
  return response;
}
