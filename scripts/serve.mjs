#!/usr/bin/env node
// A static server for the demo site, the tests and the benchmark, with the headers of a careful portal.
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

/** The strictest policy under which the widget must work. */
export const CSP = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".md": "text/plain; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
};
const COMPRESSED = new Set([".css", ".html", ".js", ".json", ".md", ".mjs", ".svg", ".txt", ".wasm"]);

/**
 * What a rule may change in one response. By default it is the file's.
 * @typedef {object} Override
 * @property {number} [status]
 * @property {string} [type] the content type
 * @property {string | Uint8Array} [body] instead of the file; never compressed
 * @property {Record<string, string>} [headers]
 * @property {string | false} [csp] another policy for this response, or none
 * @property {Promise<unknown>} [hold] holds back the body, or what follows its first `after` bytes, until it settles
 * @property {number} [after] how many bytes of the body are sent before `hold`
 * @property {number} [cut] how many bytes of the body are sent before the connection is reset
 */

/**
 * @param {object} options
 * @param {string} options.root the folder to serve
 * @param {string | boolean} [options.csp] a policy for every response; true is `CSP`
 * @param {boolean} [options.brotli] whether to compress for clients that accept it, at the highest quality, once a file
 * @param {(request: import("node:http").IncomingMessage, path: string) =>
 *   Override | undefined | Promise<Override | undefined>} [options.rules]
 *   `path` is decoded, without the query
 * @param {number} [options.port] 0 for any free one
 * @param {number} [options.tries] how many ports to try, from `port`
 * @returns {Promise<{url: string, port: number, close: () => Promise<void>}>} `url` ends with "/"
 */
export async function startServer({ root, csp = true, brotli = true, rules, port = 0, tries = 1 }) {
  const folder = resolve(root);
  const policy = csp === true ? CSP : csp;
  const compressed = new Map();

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      // Either the client has closed the connection, or a rule of a test is wrong, which must be seen.
      if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") console.error(error);
      response.destroy();
    });
  });

  async function answer(request, response) {
    const path = pathOf(request.url);
    const override = (path !== undefined && (await rules?.(request, path))) || {};
    const found = override.body === undefined ? await file(path, request) : { body: Buffer.from(override.body), status: 200 };
    const { status = found.status, type = found.type ?? TYPES[extname(path ?? "")] ?? "application/octet-stream" } = override;
    const allowed = override.csp ?? policy;

    response.writeHead(status, {
      "Content-Type": type,
      "Content-Length": found.body.length,
      // So that a rebuilt site is seen at once.
      "Cache-Control": "no-cache",
      "X-Content-Type-Options": "nosniff",
      ...(allowed ? { "Content-Security-Policy": allowed } : {}),
      ...found.headers,
      ...override.headers,
    });
    if (request.method === "HEAD") return void response.end();
    await send(response, found.body, override);
  }

  async function file(path, request) {
    if (!["GET", "HEAD"].includes(request.method)) return text(405, "only GET and HEAD");
    const name = path === undefined ? undefined : inside(path);
    if (name === undefined) return text(400, "not a path");
    let info = await stat(name).catch(() => null);
    let target = name;
    if (info?.isDirectory()) {
      // Without the slash the page's relative addresses would be wrong.
      if (!path.endsWith("/")) return { ...text(301, "moved"), headers: { Location: `${encodeURI(path)}/` } };
      target = join(name, "index.html");
      info = await stat(target).catch(() => null);
    }
    if (!info?.isFile()) return text(404, "not found");

    const extension = extname(target);
    const type = TYPES[extension];
    const isCompressed = brotli && COMPRESSED.has(extension);
    const vary = isCompressed ? { Vary: "Accept-Encoding" } : {};
    if (!isCompressed || !/\bbr\b/.test(request.headers["accept-encoding"] ?? "")) {
      return { status: 200, type, body: await readFile(target), headers: vary };
    }
    const version = `${info.mtimeMs} ${info.size}`;
    let kept = compressed.get(target);
    if (kept?.version !== version) {
      kept = { version, body: readFile(target).then(compress) };
      compressed.set(target, kept);
    }
    return { status: 200, type, body: await kept.body, headers: { ...vary, "Content-Encoding": "br" } };
  }

  /** Returns the name of the file; undefined if it is outside the folder. */
  function inside(path) {
    const name = join(folder, path);
    return name === folder || name.startsWith(folder + sep) ? name : undefined;
  }

  const bound = await listen(server, port, tries);
  return {
    url: `http://127.0.0.1:${bound}/`,
    port: bound,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** @param {any} response @param {Buffer} body @param {Override} override */
async function send(response, body, { hold, after = 0, cut }) {
  const end = Math.min(cut ?? body.length, body.length);
  const first = hold ? Math.min(after, end) : end;
  response.flushHeaders();
  if (first > 0) await write(response, body.subarray(0, first));
  if (hold) {
    await hold;
    if (first < end) await write(response, body.subarray(first, end));
  }
  if (cut === undefined) return void response.end();
  // Only a reset tells the browser that the body is incomplete.
  response.socket?.resetAndDestroy();
}

function write(response, bytes) {
  return new Promise((done) => response.write(bytes, done));
}

function text(status, message) {
  return { status, type: TYPES[".txt"], body: Buffer.from(`${message}\n`) };
}

function pathOf(url) {
  try {
    const path = decodeURIComponent(new URL(url, "http://host").pathname);
    return path.includes("\0") ? undefined : path;
  } catch {
    return undefined;
  }
}

const compress = (body) =>
  promisify(brotliCompress)(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });

/** @returns {Promise<number>} the port */
function listen(server, port, tries) {
  return new Promise((done, fail) => {
    const attempt = (number, left) => {
      server.once("error", (error) => {
        if (error.code === "EADDRINUSE" && left > 1) attempt(number + 1, left - 1);
        else fail(error);
      });
      // Not reachable from the network: this is not a production server.
      server.listen(number, "127.0.0.1", () => done(server.address().port));
    };
    attempt(port, tries);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { port: { type: "string", default: "8000" }, root: { type: "string", default: "target/site" } },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    console.error(`--port needs a number up to 65535, not "${values.port}"`);
    process.exit(2);
  }
  const { url } = await startServer({ root: values.root, port, tries: 50 });
  console.log(`\n  ${url}\n\nCtrl-C stops.`);
}
