#!/usr/bin/env node
// Finds Firefox and starts it over WebDriver BiDi; Playwright can only drive a Firefox that it has patched.
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isExecutable } from "./chromium.mjs";

const NAMES = ["firefox-esr", "firefox"];
const MAC = "/Applications/Firefox.app/Contents/MacOS/firefox";

/** @returns {string | undefined} the path of a Firefox, or the one in GONGKAI_FIREFOX */
export function findFirefox() {
  const { GONGKAI_FIREFOX: chosen, PATH = "" } = process.env;
  if (chosen) return isExecutable(chosen) ? chosen : undefined;
  const folders = PATH.split(delimiter).filter(Boolean);
  return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), MAC].find(isExecutable);
}

/**
 * @param {{downloads?: string, preferences?: Record<string, string | number | boolean>, args?: string[]}} [options]
 *   `downloads` is the folder that files are saved to
 * @returns {Promise<import("puppeteer-firefox").Browser>}
 */
export async function launchFirefox({ downloads, preferences, args } = {}) {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error("no Firefox: run make setup-browser, or set GONGKAI_FIREFOX to the path of one");
  const { default: puppeteer } = await import("puppeteer-firefox");
  return puppeteer.launch({
    browser: "firefox",
    executablePath,
    headless: true,
    protocolTimeout: 60_000,
    args,
    extraPrefsFirefox: {
      "intl.accept_languages": "zh-CN",
      ...(downloads && { "browser.download.folderList": 2, "browser.download.dir": downloads }),
      ...preferences,
    },
  });
}

// For scripts: prints the path of the browser, or fails if it is not installed.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = findFirefox();
  if (path) console.log(path);
  else process.exit(1);
}
