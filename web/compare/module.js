/** The script of the module that compares the reports of a catalogue. */

import { CatalogStream, SharedCatalog, adopt, explain, instantiate } from "gongkai-compare";
import { script } from "./assets.js";
import { usePictures } from "./exports.js";
import { loadWithAdjacent } from "./report-files.js";
import { showCatalog } from "./session.js";
import { View } from "./view.js";

/**
 * @typedef {object} Settings as ../session.js gives them
 * @property {string} lang
 * @property {string} [textSize]
 * @property {string} [permalink]
 * @property {string} fragment the entries in the page's address
 *
 * @typedef {object} Page the comparison's interface to the widget's session
 * @property {HTMLElement} container the element for the comparison
 * @property {() => Settings} settings
 * @property {() => {width: number, em: number}} size of the widget and of its text, in CSS pixels
 * @property {import("../html.js").Html} html
 * @property {(key: string, entry: string | null) => void} writeEntry puts an entry into the page's address; null removes it
 * @property {() => string} link the page's address with all entries
 * @property {() => Promise<import("../notice.js").Notice>} loadNotice
 * @property {() => HTMLElement} overlay creates an empty element above the page
 * @property {(kind: string, detail: object) => void} dispatch dispatches an event to the page
 * @property {(json: string, file: string, others: string[]) => void} preview shows a report below the
 *   container; `others` are the reports of the years next to it
 * @property {() => void} close removes that report
 *
 * @typedef {object} OpenComparison a comparison in the page
 * @property {() => void} update is called when the settings have changed
 * @property {() => void} follow is called when the page's fragment has changed
 * @property {() => void} free
 *
 * @typedef {object} CatalogDownload a catalogue that is being downloaded; empty until the file is known to be one
 * @property {string} [href]
 * @property {Uint8Array[]} [parts] what has arrived; grows
 * @property {CompareModule} [program] once it has loaded
 *
 * @typedef {object} Invalid what is wrong with a catalogue
 * @property {string} code stable, for scripts
 * @property {string} message one sentence; empty if the file is not UTF-8
 * @property {string} path the field
 * @property {string} [value] as written in the file
 * @property {number} [line] from 1
 *
 * @typedef {object} CompareModule
 * @property {(bytes: Uint8Array, file: string, lang: string) => Invalid} explain says why a catalogue cannot
 *   be opened; must be given one that `open` has refused
 * @property {(download: CatalogDownload) => void} readAhead reads what has arrived, so that little is left to
 *   do at the end
 * @property {(download: CatalogDownload) => void} discardStream frees what was read ahead, unless it has been used
 * @property {(bytes: Uint8Array, file: string, download: CatalogDownload, session: import("./session.js").Session) => void} show
 * @property {(bytes: Uint8Array, href: string, page: Page, download: CatalogDownload) => OpenComparison | null} open
 *   returns null for an invalid or empty catalogue; `bytes` are all the parts of `download`
 */

/**
 * The catalogues that are shown, by address. All widgets that show the same one share it.
 * @type {Map<string, {catalog: SharedCatalog, users: number}>}
 */
const catalogs = new Map();

/**
 * The catalogues that are being read ahead, by address. If several widgets download the same one, only the
 * first download is read ahead.
 * @type {Map<string, {download: CatalogDownload, stream: CatalogStream, next: number}>}
 */
const streams = new Map();

/**
 * Takes the stream of a download. It does not fit another download, even from the same address: that may
 * be another version of the file.
 * @param {CatalogDownload} download
 * @returns {CatalogStream | undefined}
 */
function takeStream(download) {
  const { href = "" } = download;
  const entry = streams.get(href);
  if (!entry || entry.download !== download) return undefined;
  streams.delete(href);
  return entry.stream;
}

/**
 * Loads the WebAssembly.
 * @param {import("../modules.js").Program} program
 * @param {import("../modules.js").Loader} loader
 * @returns {Promise<CompareModule>}
 */
export async function start(program, loader) {
  usePictures(loader.importScript);
  await loader.startModule(program, script, instantiate, adopt);
  /** @type {CompareModule} */
  const module = {
    explain: explainInvalid,
    readAhead,
    discardStream,
    open,
    show: (bytes, file, download, session) => showCatalog(module, bytes, file, download, session),
  };
  return module;
}

/** @type {CompareModule["explain"]} */
function explainInvalid(bytes, file, lang) {
  const invalid = explain(bytes, file, lang);
  if (!invalid) throw new Error("gongkai: a valid catalogue was refused");
  const { code, message, path, value, line } = invalid;
  invalid.free();
  return { code, message, path, value, line };
}

/** @type {CompareModule["readAhead"]} */
function readAhead(download) {
  const { href, parts } = download;
  if (href === undefined || !parts || catalogs.has(href)) return;
  let entry = streams.get(href);
  if (!entry) streams.set(href, (entry = { download, stream: new CatalogStream(), next: 0 }));
  if (entry.download !== download) return;
  while (entry.next < parts.length) entry.stream.push(parts[entry.next++]);
}

/** @type {CompareModule["discardStream"]} */
function discardStream(download) {
  const stream = takeStream(download);
  if (stream) stream.free();
}

/** @type {CompareModule["open"]} */
function open(bytes, href, page, download) {
  let entry = catalogs.get(href);
  if (!entry) {
    const catalog = SharedCatalog.read(bytes, takeStream(download));
    if (!catalog) {
      page.container.remove();
      return null;
    }
    entry = { catalog, users: 0 };
    catalogs.set(href, entry);
  }
  const shared = entry;
  shared.users += 1;
  const view = new View(shared.catalog, page, (report) =>
    loadWithAdjacent(shared.catalog, href, report, page.settings().lang),
  );
  return {
    update: () => view.update(),
    follow: () => view.follow(),
    free() {
      view.free();
      shared.users -= 1;
      if (shared.users) return;
      catalogs.delete(href);
      shared.catalog.free();
    },
  };
}
