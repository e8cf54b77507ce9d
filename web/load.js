import { isCatalog } from "./compare.js";
import { Failure } from "./failure.js";
import { within } from "./modules.js";

/** The largest report in bytes: far above any real one, and no problem for a phone. */
const REPORT_LIMIT = 16 * 1024 * 1024;
/** The largest catalogue in bytes: one of the whole country has 4 MB. */
const CATALOG_LIMIT = 4 * REPORT_LIMIT;

/**
 * @typedef {object} FetchOptions
 * @property {AbortSignal} signal
 * @property {boolean} fresh whether to avoid the browser's cache, which may have the very file that failed
 * @property {(received: number, total: number) => void} progress in bytes; the total is 0 if unknown
 * @property {(parts: Uint8Array[], url: URL) => void} onCatalog is called if the file is a catalogue; `parts`
 *   has what has arrived and grows, with a call of `progress` each time
 */

/**
 * Fetches a report as text, or a catalogue as bytes, which take half the memory of its text. A slow connection
 * is not an error, but a silent one is.
 * @param {string} src as written in the page
 * @param {FetchOptions} options
 * @returns {Promise<string | Uint8Array>} rejects with a `Failure`: local-page, sandboxed, cross-origin, network,
 *   timeout, not-found, http, too-large, empty, encoding
 */
export async function fetchData(src, { signal, fresh, progress, onCatalog }) {
  const file = src;
  const url = address(src);
  // `self.origin` is that of the page around a frame with `srcdoc`, whose address has none.
  const { origin } = self;
  if (location.protocol === "file:") throw new Failure(url ? "local-page" : "cross-origin", { file });
  if (origin === "null") throw new Failure("sandboxed", { file });
  if (!url || url.origin !== origin) throw new Failure("cross-origin", { file });

  // The mode "same-origin" also refuses a redirect to another host before it is followed.
  /** @type {RequestInit} */
  const init = { signal, mode: "same-origin", credentials: "same-origin", cache: fresh ? "reload" : "default" };
  // Only a request in the mode of the page's preload finds it. That mode must then follow no redirect at all.
  const isPreloaded = !fresh && document.querySelector(`link[rel=preload][href=${JSON.stringify(src)}]`);
  let response;
  try {
    if (isPreloaded) response = await within(fetch(src, { signal, credentials: "same-origin", redirect: "error" })).catch(ignoreNetwork);
    response = response || (await within(fetch(src, init)));
  } catch (error) {
    throw networkFailure(error, { file });
  }
  const { status } = response;
  if (!response.ok) {
    throw new Failure(status === 404 || status === 410 ? "not-found" : "http", { file, status });
  }

  const length = Number(response.headers.get("content-length")) || 0;
  // The length of a compressed body does not tell how long the file is.
  const total = response.headers.get("content-encoding") ? 0 : length;
  const body = /** @type {ReadableStream<Uint8Array>} */ (response.body);
  return read(body.getReader(), file, length, (received) => progress(received, total), (parts) => onCatalog(parts, url));
}

/**
 * @param {ReadableStreamDefaultReader<Uint8Array>} reader
 * @param {string} file
 * @param {number} length as announced; 0 if unknown
 * @param {(received: number) => void} progress
 * @param {(parts: Uint8Array[]) => void} onCatalog
 */
async function read(reader, file, length, progress, onCatalog) {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let received = 0;
  let isCatalogFile = false;
  /** @type {Uint8Array[]} */
  const parts = [];
  for (;;) {
    let part;
    try {
      part = await within(reader.read());
    } catch (error) {
      throw networkFailure(error, received ? { file, value: size(received) } : { file });
    }
    const { done, value } = part;
    try {
      // Old versions of Chromium refuse `undefined` as the first argument.
      if (!isCatalogFile) text += done ? decoder.decode() : decoder.decode(value, { stream: true });
    } catch (error) {
      reader.cancel();
      throw new Failure("encoding", { file, head: value });
    }
    if (done) break;
    if (!received && isCatalog(text)) {
      isCatalogFile = true;
      onCatalog(parts);
    }
    if (isCatalogFile) parts.push(value);
    received += value.length;
    const limit = isCatalogFile ? CATALOG_LIMIT : REPORT_LIMIT;
    // A file that is too large by its announced length is refused at its first part, which tells the limit.
    if (length > limit || received > limit) {
      reader.cancel();
      const value = length > limit ? size(length) : { over: size(limit) };
      throw new Failure("too-large", { file, value, limit: size(limit) });
    }
    progress(received);
  }
  if (isCatalogFile) return concat(parts, received);
  if (!/\S/.test(text)) throw new Failure("empty", { file });
  // The entry that identifies a catalogue may also come late in the file.
  return isCatalog(text) ? new TextEncoder().encode(text) : text;
}

/** @param {unknown} error @param {{file: string, value?: string}} facts */
function networkFailure(error, facts) {
  if (error instanceof Failure) return new Failure(error.code, Object.assign({}, error.facts, facts));
  return new Failure("network", facts, facts.value ? "cut" : undefined);
}

/** @param {unknown} error */
function ignoreNetwork(error) {
  if (error instanceof Failure) throw error;
}

/** @param {Uint8Array[]} parts @param {number} length of all parts */
function concat(parts, length) {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** @param {string} src @returns {URL | null} */
export function address(src) {
  try {
    return new URL(src, document.baseURI);
  } catch (error) {
    return null;
  }
}

/** @param {number} bytes */
function size(bytes) {
  const unit = bytes < 1024 * 1024 ? 1024 : 1024 * 1024;
  return `${Math.round((bytes / unit) * 10) / 10} ${unit === 1024 ? "KB" : "MB"}`;
}
