/**
 * The files that this script loads from its own folder. The build replaces the names in capitals by the
 * version and the SHA-384 of each file.
 */

export const version = GONGKAI_VERSION;

export const drawWasm = { file: "gongkai-draw.wasm", integrity: GONGKAI_DRAW_WASM_INTEGRITY };
export const drawScript = { file: "gongkai-draw.wasm.js", integrity: GONGKAI_DRAW_SCRIPT_INTEGRITY };
export const css = { file: "gongkai.css", integrity: GONGKAI_CSS_INTEGRITY };
/** Each of these has the hashes of the files that it loads itself. */
export const appScript = { file: "gongkai-app.js", integrity: GONGKAI_APP_INTEGRITY };
export const compareScript = { file: "gongkai-compare.js", integrity: GONGKAI_COMPARE_INTEGRITY };

let base = document.baseURI;
/** Addresses of the files that a bundler has renamed. @type {Record<string, URL>} */
let urls = {};

/** @param {string} script the address of this script */
export function setBaseUrl(script) {
  base = script;
}

/** @param {Record<string, URL>} assets by the file's original name */
export function setAssetUrls(assets) {
  urls = assets;
}

/**
 * @param {{file: string, integrity: string}} asset
 * @param {boolean} isFresh whether to avoid caches, which after an update may still have the older file
 */
export function addressOf(asset, isFresh) {
  const url = new URL(urls[asset.file] || asset.file, base);
  if (isFresh) url.search = asset.integrity.slice(-8);
  return url;
}
