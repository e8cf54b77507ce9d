/**
 * The files that belong to this script and stand beside it. The build puts the version and the
 * SHA-384 of each in the place of the names in capitals.
 */

/* global GONGKAI_VERSION, GONGKAI_WASM_INTEGRITY, GONGKAI_PLAIN_INTEGRITY, GONGKAI_APP_WASM_INTEGRITY, GONGKAI_APP_PLAIN_INTEGRITY, GONGKAI_ANNEX_INTEGRITY, GONGKAI_COMPARE_INTEGRITY, GONGKAI_CSS_INTEGRITY */

export const version = GONGKAI_VERSION;

export const wasm = { file: "gongkai_bg.wasm", integrity: GONGKAI_WASM_INTEGRITY };
export const plain = { file: "gongkai_plain.mjs", integrity: GONGKAI_PLAIN_INTEGRITY };
export const appWasm = { file: "gongkai_app_bg.wasm", integrity: GONGKAI_APP_WASM_INTEGRITY };
export const appPlain = { file: "gongkai_app_plain.mjs", integrity: GONGKAI_APP_PLAIN_INTEGRITY };
/** Each knows the hashes of the files that only it needs. */
export const annexScript = { file: "gongkai_annex.mjs", integrity: GONGKAI_ANNEX_INTEGRITY };
export const compareScript = { file: "gongkai_compare.mjs", integrity: GONGKAI_COMPARE_INTEGRITY };
export const css = { file: "gongkai.css", integrity: GONGKAI_CSS_INTEGRITY };

let base = document.baseURI;
/** Where a bundler has put files under other names. @type {Record<string, URL>} */
let places = {};

/** @param {string} script the address of this script */
export function standsAt(script) {
  base = script;
}

/** @param {Record<string, URL>} urls by the file's own name */
export function standAt(urls) {
  places = urls;
}

/**
 * @param {{file: string, integrity: string}} asset
 * @param {boolean} fresh past every cache: after an update one may still hold the older file
 */
export function addressOf(asset, fresh) {
  const url = new URL(places[asset.file] || asset.file, base);
  if (fresh) url.search = asset.integrity.slice(-8);
  return url;
}
