/** The script of the module that compares the reports of a catalogue. */

import { CatalogStream, SharedCatalog, adopt, explain, instantiate } from "gongkai-compare";
import { css, plain, wasm } from "./assets.js";
import { loadWithAdjacent } from "./report-files.js";
import { View } from "./view.js";

/**
 * @typedef {object} Settings as ../session.js gives them
 * @property {string} lang
 * @property {string} [textSize]
 * @property {string} [permalink]
 *
 * @typedef {object} Page the widget around the comparison
 * @property {HTMLElement} place the element for the comparison
 * @property {() => Settings} settings
 * @property {(kind: string, detail: object) => void} tell dispatches an event to the host
 * @property {(json: string, file: string, others: string[]) => void} preview shows a report below the
 *   place; `others` are the reports of the years next to it
 * @property {() => void} close removes that report
 *
 * @typedef {object} Shown a comparison in the page
 * @property {() => void} update is called when the settings have changed
 * @property {() => void} follow is called when the page's fragment has changed
 * @property {() => void} free
 *
 * @typedef {object} Coming a catalogue that is being downloaded
 * @property {string} href
 * @property {Uint8Array[]} parts what has arrived; grows
 * @property {Program} further
 *
 * @typedef {object} Program
 * @property {{file: string, integrity: string}} css
 * @property {(bytes: Uint8Array, file: string, lang: string) => string[]} explain says what is wrong with a
 *   catalogue: code, sentence, field, value, line; empty if it is valid
 * @property {(coming: Coming) => void} ahead reads what has arrived, so that little is left to do at the end
 * @property {(coming: Coming) => void} forget frees what was read ahead, unless it has been used
 * @property {(bytes: Uint8Array, href: string, page: Page, coming: Coming) => Shown | null} open returns
 *   null for an invalid or empty catalogue; `bytes` are all the parts of `coming`
 */

/**
 * The catalogues that are shown, by address. All widgets that show the same one share it.
 * @type {Map<string, {catalog: SharedCatalog, users: number}>}
 */
const catalogs = new Map();

/**
 * The catalogues that are being read ahead, by address. If several widgets download the same one, only the
 * first download is read ahead.
 * @type {Map<string, {coming: Coming, stream: CatalogStream, next: number}>}
 */
const streams = new Map();

/**
 * Takes the stream of a download. It does not fit another download, even from the same address: that may
 * be another version of the file.
 * @param {Coming} coming
 * @returns {CatalogStream | undefined}
 */
function takeStream(coming) {
  const entry = streams.get(coming.href);
  if (!entry || entry.coming !== coming) return undefined;
  streams.delete(coming.href);
  return entry.stream;
}

/**
 * Loads the WebAssembly.
 * @param {typeof import("../compile.js").bring} bring
 * @returns {Promise<Program>}
 */
export async function start(bring) {
  await bring(wasm, plain, instantiate, adopt);
  return { css, explain: explained, ahead: readAhead, forget, open };
}

/** @type {Program["explain"]} */
function explained(bytes, file, lang) {
  const invalid = explain(bytes, file, lang);
  if (!invalid) return [];
  const { code, message, path, value, line } = invalid;
  invalid.free();
  return [code, message, path, value || "", line === undefined ? "" : String(line)];
}

/** @type {Program["ahead"]} */
function readAhead(coming) {
  const { href, parts } = coming;
  if (catalogs.has(href)) return;
  let entry = streams.get(href);
  if (!entry) streams.set(href, (entry = { coming, stream: new CatalogStream(), next: 0 }));
  if (entry.coming !== coming) return;
  while (entry.next < parts.length) entry.stream.push(parts[entry.next++]);
}

/** @type {Program["forget"]} */
function forget(coming) {
  const stream = takeStream(coming);
  if (stream) stream.free();
}

/** @type {Program["open"]} */
function open(bytes, href, page, coming) {
  let entry = catalogs.get(href);
  if (!entry) {
    const catalog = SharedCatalog.read(bytes, takeStream(coming));
    if (!catalog) {
      page.place.remove();
      return null;
    }
    entry = { catalog, users: 0 };
    catalogs.set(href, entry);
  }
  entry.users += 1;
  const view = new View(entry.catalog, page, (report) =>
    loadWithAdjacent(entry.catalog, href, report, page.settings().lang),
  );
  return {
    update: () => view.update(),
    follow: () => view.follow(),
    free() {
      view.free();
      entry.users -= 1;
      if (entry.users) return;
      catalogs.delete(href);
      entry.catalog.free();
    },
  };
}
