// The desk, opened from a disk as a clerk opens it: no server, no network.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { inflateRawSync } from "node:zlib";

export const root = new URL("../../../", import.meta.url);
export const DESK = new URL("target/desk/desk.html", root).href;
export const LONGDE = fileURLToPath(new URL("samples/longde-2020.json", root));
/** The Longde report in the formats of office programs. @param {string} kind */
export const longde = (kind) =>
  fileURLToPath(new URL(kind === "pdf" ? "crates/import/tests/documents/pdf/longde-16pt.pdf" : `crates/import/tests/documents/office/longde-2020.${kind}`, root));
/** A page as browsers save it in one file. @param {string} html */
export function mht(html) {
  const body = Buffer.from(html).toString("base64").replace(/.{76}/g, "$&\r\n");
  const head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="part"\r\n\r\n--part\r\n';
  return Buffer.from(`${head}Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n--part--\r\n`);
}

/** The field of a cell. @param {string} path */
export const field = (path) => `[id="cell-${path}"]`;

/**
 * Opens the desk without a network, in a language, and records every error of the page and every request.
 * @param {import("playwright-core").Browser} browser
 */
export async function openDesk(browser, locale = "zh-CN", options = {}) {
  const context = await browser.newContext({ locale, offline: true, acceptDownloads: true, ...options });
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) errors.push(`request to ${request.url()}`);
  });
  await page.goto(DESK);
  await page.waitForSelector(".desk-intake");
  return { page, errors, close: () => context.close() };
}

/** Presses a button and returns the file that is saved. @param {import("playwright-core").Page} page */
export async function download(page, button) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.click(`button:has-text("${button}")`)]);
  return readFile(await file.path());
}

/** Reads a ZIP by its directory. @param {Buffer} bytes @returns {Map<string, Buffer>} the files by name, in order of names */
export function unzip(bytes) {
  const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  const files = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    const method = bytes.readUInt16LE(at + 10);
    const size = bytes.readUInt32LE(at + 20);
    const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const body = bytes.subarray(start, start + size);
    files.push([bytes.toString("utf8", at + 46, at + 46 + name), method ? inflateRawSync(body) : body]);
    at += 46 + name + extra + comment;
  }
  return new Map(files.sort(([one], [other]) => (one < other ? -1 : 1)));
}
