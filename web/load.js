import { isCatalog } from "./compare.js";
import { Failure } from "./failure.js";

/** Above any report by orders of magnitude, below what hurts a phone. */
const LIMIT = 16 * 1024 * 1024;
/** The same of a catalogue: a country's weighs four. */
const MANY = 4 * LIMIT;

/**
 * Fetches a report's text, or a catalogue's bytes: a text of so many would weigh twice as much.
 * There is no time limit: a slow line is slow, not broken.
 * @param {string} src as the page wrote it
 * @param {object} how
 * @param {AbortSignal} how.signal
 * @param {boolean} how.fresh past the browser's cache, which may hold the very file that failed
 * @param {(received: number, total: number) => void} how.progress bytes; total 0 if unknown
 * @param {(parts: Uint8Array[]) => void} how.many it is a catalogue, of which these parts are here;
 *   to those that come there is progress
 * @returns {Promise<string | Uint8Array>}
 * @throws {Failure} local-page, cross-origin, network, not-found, http, too-large, empty, encoding
 */
export async function fetchData(src, { signal, fresh, progress, many }) {
  const file = src;
  const url = address(src);
  if (!url || (url.origin !== location.origin && location.protocol !== "file:")) {
    throw new Failure("cross-origin", { file });
  }
  if (location.protocol === "file:") throw new Failure("local-page", { file });

  // "same-origin" as a mode also refuses a redirect to another host before it is followed.
  const how = { signal, mode: "same-origin", credentials: "same-origin", cache: fresh ? "reload" : "default" };
  // What the page preloads is found only by a request of its mode; that one then follows no redirect at all.
  const early = !fresh && document.querySelector(`link[rel=preload][href=${JSON.stringify(src)}]`);
  let response;
  try {
    if (early) response = await fetch(src, { signal, credentials: "same-origin", redirect: "error" }).catch(() => {});
    response = response || (await fetch(src, how));
  } catch (error) {
    throw new Failure("network", { file });
  }
  const { status } = response;
  if (!response.ok) {
    throw new Failure(status === 404 || status === 410 ? "not-found" : "http", { file, status });
  }

  const length = Number(response.headers.get("content-length")) || 0;
  // The length of a compressed body says nothing of how much of it is still to come.
  const total = response.headers.get("content-encoding") ? 0 : length;
  return read(response.body.getReader(), file, length, (received) => progress(received, total), many);
}

/**
 * @param {ReadableStreamDefaultReader<Uint8Array>} reader
 * @param {string} file
 * @param {number} length as announced; 0 if unknown
 * @param {(received: number) => void} progress
 * @param {(parts: Uint8Array[]) => void} many
 */
async function read(reader, file, length, progress, many) {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let received = 0;
  let isMany = false;
  const parts = [];
  for (;;) {
    let part;
    try {
      part = await reader.read();
    } catch (error) {
      throw received
        ? new Failure("network", { file, value: size(received) }, "cut")
        : new Failure("network", { file });
    }
    const { done, value } = part;
    try {
      // An old Chromium takes no undefined for nothing.
      if (!isMany) text += done ? decoder.decode() : decoder.decode(value, { stream: true });
    } catch (error) {
      reader.cancel();
      throw new Failure("encoding", { file });
    }
    if (done) break;
    if (!received && isCatalog(text)) {
      isMany = true;
      many(parts);
    }
    if (isMany) parts.push(value);
    received += value.length;
    const limit = isMany ? MANY : LIMIT;
    // What is announced is refused before it has come; only its beginning says which limit is its own.
    if (length > limit || received > limit) {
      reader.cancel();
      const value = length > limit ? size(length) : { over: size(limit) };
      throw new Failure("too-large", { file, value, limit: size(limit) });
    }
    progress(received);
  }
  if (isMany) return joined(parts, received);
  if (!/\S/.test(text)) throw new Failure("empty", { file });
  // Its format may stand anywhere in it.
  return isCatalog(text) ? new TextEncoder().encode(text) : text;
}

/** @param {Uint8Array[]} parts @param {number} length of all */
function joined(parts, length) {
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
