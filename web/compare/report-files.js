/** Loads listed reports, and checks each against the hash that the catalogue has for it. */

import { changedMessage, hashAt, sha384, unavailableMessage } from "gongkai-compare";

/** The time in milliseconds after which a server is given up. */
const MAX_WAIT = 60000;

/**
 * @typedef {object} LoadedReport
 * @property {string} file its path
 * @property {string} json
 * @property {string[]} others the reports of the same agency for the year before and after
 */

/**
 * Loads a report, and those of the years next to it that can be loaded.
 * @param {import("gongkai-compare").SharedCatalog} catalog
 * @param {string} href the catalogue's address
 * @param {number} report
 * @param {string} lang
 * @returns {Promise<LoadedReport>} rejects with an Error whose message is for the reader
 */
export function loadWithAdjacent(catalog, href, report, lang) {
  /** @type {number[]} */
  const adjacent = Array.prototype.slice.call(catalog.adjacentReports(report));
  const others = adjacent.map((other) => load(catalog, href, other, lang).catch(() => null));
  return Promise.all([load(catalog, href, report, lang), Promise.all(others)]).then(([{ file, json }, others]) => ({
    file,
    json,
    others: others.map((other) => (other ? other.json : "")).filter(Boolean),
  }));
}

/**
 * @param {import("gongkai-compare").SharedCatalog} catalog
 * @param {string} href
 * @param {number} report
 * @param {string} lang
 * @returns {Promise<{file: string, json: string}>}
 */
async function load(catalog, href, report, lang) {
  const unavailable = (/** @type {string} */ file) => new Error(unavailableMessage(file, lang));
  const listed = catalog.reportFile(report);
  if (!listed) throw unavailable(String(report));
  const { path, block, sha384: hash, index } = listed;
  listed.free();
  let wanted = hash;
  if (block) {
    const bytes = await loadVerified(block, href, hash).catch(() => Promise.reject(unavailable(block)));
    const found = bytes && hashAt(new TextDecoder().decode(bytes), index);
    if (!found) throw new Error(changedMessage(block, lang));
    wanted = found;
  }
  const bytes = await loadVerified(path, href, wanted).catch(() => Promise.reject(unavailable(path)));
  if (!bytes) throw new Error(changedMessage(path, lang));
  return { file: path, json: new TextDecoder().decode(bytes) };
}

/**
 * Loads a file. If the hash differs, it is loaded once more without the browser's cache, which may have an
 * older version.
 * @param {string} path
 * @param {string} href
 * @param {string} hash
 * @returns {Promise<Uint8Array | null>} null if the hash differs
 */
async function loadVerified(path, href, hash) {
  for (const cache of /** @type {RequestCache[]} */ (["default", "no-cache"])) {
    const bytes = await loadBytes(path, href, cache);
    if (sha384(bytes) === hash) return bytes;
  }
  return null;
}

/**
 * Loads a file of the catalogue's folder. Its path is not a URL yet, so its characters are encoded.
 * @param {string} path
 * @param {string} href
 * @param {RequestCache} cache
 */
async function loadBytes(path, href, cache) {
  const url = new URL(path.split("/").map(encodeURIComponent).join("/"), href);
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), MAX_WAIT);
  try {
    const { signal } = controller;
    const response = await fetch(url.href, { mode: "same-origin", credentials: "same-origin", cache, signal });
    if (!response.ok) throw new Error(String(response.status));
    const bytes = new Uint8Array(await response.arrayBuffer());
    // A web page in its place, such as a login page, is not a report that has changed.
    if (bytes[0] === 0x3c) throw new Error("not a report");
    return bytes;
  } finally {
    clearTimeout(timer);
  }
}
