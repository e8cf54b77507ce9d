import { Failure } from "./failure.js";

/** Above any report by orders of magnitude, below what hurts a phone. */
const LIMIT = 16 * 1024 * 1024;

/**
 * Fetches a report's text. There is no time limit: a slow line is slow, not broken.
 * @param {string} src as the page wrote it
 * @param {object} how
 * @param {AbortSignal} how.signal
 * @param {boolean} how.fresh past the browser's cache, which may hold the very file that failed
 * @param {(received: number, total: number) => void} how.progress bytes; total 0 if unknown
 * @returns {Promise<string>}
 * @throws {Failure} local-page, cross-origin, network, not-found, http, too-large, empty, encoding
 */
export async function fetchText(src, { signal, fresh, progress }) {
  const file = src;
  const url = address(src);
  if (!url || (url.origin !== location.origin && location.protocol !== "file:")) {
    throw new Failure("cross-origin", { file });
  }
  if (location.protocol === "file:") throw new Failure("local-page", { file });

  let response;
  try {
    // "same-origin" as a mode also refuses a redirect to another host before it is followed.
    response = await fetch(url.href, {
      signal,
      mode: "same-origin",
      credentials: "same-origin",
      cache: fresh ? "reload" : "default",
    });
  } catch (error) {
    throw new Failure("network", { file });
  }
  const { status } = response;
  if (!response.ok) {
    throw new Failure(status === 404 || status === 410 ? "not-found" : "http", { file, status });
  }

  const length = Number(response.headers.get("content-length")) || 0;
  if (length > LIMIT) {
    throw new Failure("too-large", { file, value: size(length), limit: size(LIMIT) });
  }
  // The length of a compressed body says nothing of how much of it is still to come.
  const total = response.headers.get("content-encoding") ? 0 : length;
  return read(response.body.getReader(), file, (received) => progress(received, total));
}

/**
 * @param {ReadableStreamDefaultReader<Uint8Array>} reader
 * @param {string} file
 * @param {(received: number) => void} progress
 */
async function read(reader, file, progress) {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let received = 0;
  for (;;) {
    let part;
    try {
      part = await reader.read();
    } catch (error) {
      throw received
        ? new Failure("network", { file, value: size(received) }, "cut")
        : new Failure("network", { file });
    }
    try {
      // An old Chromium takes no undefined for nothing.
      text += part.done ? decoder.decode() : decoder.decode(part.value, { stream: true });
    } catch (error) {
      reader.cancel();
      throw new Failure("encoding", { file });
    }
    if (part.done) break;
    received += part.value.length;
    if (received > LIMIT) {
      reader.cancel();
      throw new Failure("too-large", { file, value: { over: size(LIMIT) }, limit: size(LIMIT) });
    }
    progress(received);
  }
  if (!/\S/.test(text)) throw new Failure("empty", { file });
  return text;
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
