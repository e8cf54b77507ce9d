/** What other years and its peers add to the views of a report, from the files beside a catalogue. */

import { ReportContext, adopt, folder, instantiate, root_file } from "gongkai-context";
import { css, script, wasm } from "./assets.js";

/** The time in milliseconds after which a server is given up. */
const MAX_WAIT = 60000;

/**
 * @typedef {object} ContextModule
 * @property {{file: string, integrity: string}} css
 * @property {(json: string, catalog: string) => Promise<ReportContext | undefined>} load always gives a context, which
 *   may be only the reason why there is none; undefined if the report is not valid
 */

/**
 * Loads the WebAssembly.
 * @param {import("../modules.js").Loader} loader
 * @returns {Promise<ContextModule>}
 */
export async function start({ compileModule, startModule }) {
  await startModule(compileModule(wasm), script, instantiate, adopt);
  return { css, load };
}

/**
 * The index names files that never change, but may itself be an older copy in a cache: if a file does not fit, it is
 * asked for again.
 * @param {string} json
 * @param {string} catalog the address of the catalogue, as written in the page
 */
async function load(json, catalog) {
  const context = ReportContext.open(json);
  if (!context) return undefined;
  for (const cache of /** @type {RequestCache[]} */ (["default", "no-cache"])) {
    try {
      await read(context, catalog, cache);
    } catch (error) {
      context.refuse(error instanceof NotFound ? "missing" : "unreachable");
    }
    if (!context.problem()) break;
  }
  return context;
}

/** The server has no such file. */
class NotFound extends Error {}

/**
 * @param {ReportContext} context
 * @param {string} catalog
 * @param {RequestCache} cache
 */
async function read(context, catalog, cache) {
  context.refuse("missing");
  const url = new URL(folder(catalog), document.baseURI);
  if (url.origin !== self.origin) throw new Error("another host");
  const fetchText = async (/** @type {string} */ path) => new TextDecoder().decode(await fetchFile(path, url, cache));
  const index = context.index_file(await fetchText(root_file()));
  const files = index && context.find(await fetchText(index));
  if (!files) return;
  const { series, peers, peers_hash: hash } = files;
  files.free();
  // Without them there are still the years.
  const peersFile = peers ? fetchFile(peers, url, cache).catch(() => undefined) : undefined;
  if (!context.read(await fetchFile(series, url, cache)) || !peersFile) return;
  const bytes = await peersFile;
  if (!bytes || !context.read_peers(bytes, hash)) console.warn(`gongkai: ${peers} is missing or has changed; peers are not shown`);
}

/**
 * Loads a file of a folder. Its path is not a URL yet, so its characters are encoded.
 * @param {string} path
 * @param {URL} folder
 * @param {RequestCache} cache
 */
async function fetchFile(path, folder, cache) {
  const url = new URL(path.split("/").map(encodeURIComponent).join("/"), folder);
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), MAX_WAIT);
  try {
    // This mode refuses a redirect to another host before it is followed.
    const response = await fetch(url.href, { mode: "same-origin", credentials: "same-origin", cache, signal: controller.signal });
    if (response.status === 404 || response.status === 410) throw new NotFound(url.href);
    if (!response.ok) throw new Error(String(response.status));
    const bytes = new Uint8Array(await response.arrayBuffer());
    // A web page in its place: many servers answer so, with the status of a page that exists.
    if (bytes[0] === 0x3c) throw new NotFound(url.href);
    return bytes;
  } finally {
    clearTimeout(timer);
  }
}
