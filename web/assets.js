/**
 * The files that this script loads from its own folder. The build replaces the names in capitals by the
 * version and the SHA-384 of each file.
 */

import { Failure } from "./failure.js";

export const version = GONGKAI_VERSION;

/** @typedef {{file: string, integrity: string}} Asset */

export const drawWasm = { file: "gongkai-draw.wasm", integrity: GONGKAI_DRAW_WASM_INTEGRITY };
export const drawScript = { file: "gongkai-draw.wasm.js", integrity: GONGKAI_DRAW_SCRIPT_INTEGRITY };
export const css = { file: "gongkai.css", integrity: GONGKAI_CSS_INTEGRITY };
/** What a further module consists of is requested at once: on a slow line every round trip counts. */
export const appScript = { file: "gongkai-app.js", integrity: GONGKAI_APP_INTEGRITY };
export const appWasm = { file: "gongkai-app.wasm", integrity: GONGKAI_APP_WASM_INTEGRITY };
export const appCss = { file: "gongkai-app.css", integrity: GONGKAI_APP_CSS_INTEGRITY };
export const compareScript = { file: "gongkai-compare.js", integrity: GONGKAI_COMPARE_INTEGRITY };
export const compareWasm = { file: "gongkai-compare.wasm", integrity: GONGKAI_COMPARE_WASM_INTEGRITY };
export const compareCss = { file: "gongkai-compare.css", integrity: GONGKAI_COMPARE_CSS_INTEGRITY };
/** What is rarely needed: errors in words, and other ways where the usual ones are closed. */
export const noticeScript = { file: "gongkai-notice.js", integrity: GONGKAI_NOTICE_INTEGRITY };

/** Empty if unknown. */
let base = "";
/** Addresses of the files that a bundler has renamed. @type {Record<string, URL>} */
let urls = {};

/** @param {string} script the address of this script */
export function setBaseUrl(script) {
  base = script;
}

/**
 * Takes the folder of the files from an attribute `base`, which goes before all else. A folder of another site
 * is not taken.
 * @param {string | null} folder
 */
export function setFolder(folder) {
  if (!folder) return;
  const url = new URL(folder.replace(/\/?$/, "/"), document.baseURI);
  if (url.origin !== self.origin && location.protocol !== "file:") return;
  base = url.href;
  urls = {};
}

/** @param {Record<string, URL>} assets by the file's original name */
export function setAssetUrls(assets) {
  urls = assets;
}

/**
 * @param {Asset} asset
 * @param {boolean} isFresh whether to avoid caches, which after an update may still have the older file
 * @returns {URL}
 * @throws {Failure} no-base
 */
export function addressOf(asset, isFresh) {
  if (!base) throw new Failure("no-base");
  const url = new URL(urls[asset.file] || asset.file, base);
  if (isFresh) url.search = asset.integrity.slice(-8);
  return url;
}
