import { addressOf } from "./assets.js";
import { Failure } from "./failure.js";

/**
 * @param {{file: string, integrity: string}} asset
 * @returns {Promise<WebAssembly.Module>} rejects with wasm-fetch, or with what the browser says of
 *   a file that came whole and does not compile
 * @throws {Failure}
 */
export async function compiled(asset) {
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
