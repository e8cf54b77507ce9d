import { addressOf } from "./assets.js";
import { Failure } from "./failure.js";

/**
 * @param {{file: string, integrity: string}} asset
 * @returns {Promise<WebAssembly.Module>} rejects with wasm-fetch, or with what the browser says of
 *   a file that came whole and does not compile
 * @throws {Failure}
 */
export async function compiled(asset) {
  return (await compiledOnTheWay(asset)) || compiledWhole(asset);
}

/**
 * What a browser holds to a hash by itself it gives out only when it is whole; compiled while it
 * comes, and held to the hash beside that, it is there sooner. Whatever goes wrong, the other way
 * finds it again and can say what it is.
 * @returns {Promise<WebAssembly.Module | null>}
 */
async function compiledOnTheWay(asset) {
  // Only a page from https may calculate hashes.
  if (!WebAssembly.compileStreaming || !window.crypto || !crypto.subtle) return null;
  try {
    const response = await fetch(addressOf(asset, false).href, { credentials: "same-origin" });
    // A bundler's package names its files by what they hold, and knows no hash.
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

async function compiledWhole(asset) {
  const response = await intact(asset);
  // Many old servers call it text/plain, which streaming refuses.
  if (WebAssembly.compileStreaming && response.headers.get("content-type") === "application/wasm") {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

/** @returns {Promise<Response>} @throws {Failure} wasm-fetch */
export async function intact(asset) {
  let response;
  try {
    response = await get(asset, false);
  } catch (error) {
    try {
      response = await get(asset, true);
    } catch (error) {
      throw new Failure("wasm-fetch", { file: asset.file });
    }
  }
  if (!response.ok) throw new Failure("wasm-fetch", { file: asset.file });
  return response;
}

/** @param {boolean} fresh */
function get(asset, fresh) {
  return fetch(addressOf(asset, fresh).href, {
    integrity: asset.integrity,
    credentials: "same-origin",
  });
}

/**
 * Has a module running, as WebAssembly or, where the page's policy forbids that, as a script.
 * @param {{file: string, integrity: string}} wasm
 * @param {{file: string, integrity: string}} plain the same as a script
 * @param {(module: WebAssembly.Module) => Promise<void>} instantiate
 * @param {(make: Function) => void} adopt
 * @throws {Failure} wasm-unsupported, wasm-blocked, wasm-fetch
 * @throws {WebAssembly.RuntimeError} where it stops at its start
 */
export async function bring(wasm, plain, instantiate, adopt) {
  if (typeof WebAssembly !== "object") throw new Failure("wasm-unsupported");
  try {
    await instantiate(await compiled(wasm));
  } catch (error) {
    if (error instanceof Failure || error instanceof WebAssembly.RuntimeError) throw error;
    // An intact file that does not compile: refused by the page's policy, or too new.
    const policy = /polic|CSP|unsafe-eval|embedder/i.test(String(error));
    const old = error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError;
    if (!policy) throw new Failure(old ? "wasm-unsupported" : "wasm-fetch", { file: wasm.file });
    // Some ten times the work for the browser, but browsers from before 2022 take a policy that
    // allows WebAssembly for one that forbids it.
    try {
      adopt((await imported(plain)).default);
    } catch (error) {
      throw new Failure("wasm-blocked");
    }
  }
}

/** An import cannot be held to a hash, but it finds what was just fetched and held to one. */
export async function imported(asset) {
  await intact(asset);
  // No bundler is to look for it: it is known only here.
  return import(/* webpackIgnore: true */ /* @vite-ignore */ addressOf(asset, false).href);
}
