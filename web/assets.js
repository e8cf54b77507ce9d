/**
 * The files that belong to this script and are beside it. The build puts the version and the SHA-384 of
 * each in the place of the names in capitals.
 */

/* global GONGKAI_VERSION, GONGKAI_DRAW_WASM_INTEGRITY, GONGKAI_DRAW_SCRIPT_INTEGRITY, GONGKAI_APP_INTEGRITY, GONGKAI_COMPARE_INTEGRITY, GONGKAI_CSS_INTEGRITY */

export const version = GONGKAI_VERSION;

export const drawWasm = { file: "gongkai-draw.wasm", integrity: GONGKAI_DRAW_WASM_INTEGRITY };
export const drawScript = { file: "gongkai-draw.wasm.js", integrity: GONGKAI_DRAW_SCRIPT_INTEGRITY };
export const css = { file: "gongkai.css", integrity: GONGKAI_CSS_INTEGRITY };
/** Each of these knows the hashes of the files that only it needs. */
export const appScript = { file: "gongkai-app.js", integrity: GONGKAI_APP_INTEGRITY };
export const compareScript = { file: "gongkai-compare.js", integrity: GONGKAI_COMPARE_INTEGRITY };

let base = document.baseURI;
/** Where a bundler has put files under other names. @type {Record<string, URL>} */
let urls = {};

/** @param {string} script the address of this script */
export function setBaseUrl(script) {
  base = script;
}

/** @param {Record<string, URL>} assets by the file's own name */
export function setAssetUrls(assets) {
  urls = assets;
}

/**
 * @param {{file: string, integrity: string}} asset
 * @param {boolean} fresh past every cache: after an update one may still hold the older file
 */
export function addressOf(asset, fresh) {
  const url = new URL(urls[asset.file] || asset.file, base);
  if (fresh) url.search = asset.integrity.slice(-8);
  return url;
}
