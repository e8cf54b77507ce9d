#!/usr/bin/env node
// Finds today's Chromium and starts it in the same way for all tests and measurements.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/**
 * Features of the browser that are off. The first three make every new window load pages for the address bar,
 * which takes a processor a second. Playwright turns off the others too, but the browser uses only the last
 * argument of that name.
 */
const OFF = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxFullPopup",
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
];

/** @returns {string | undefined} the path of a Chromium, or the one in GONGKAI_CHROMIUM */
export function findChromium() {
  const { GONGKAI_CHROMIUM: chosen, PATH = "" } = process.env;
  if (chosen) return isExecutable(chosen) ? chosen : undefined;
  const folders = PATH.split(delimiter).filter(Boolean);
  return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), MAC].find(isExecutable);
}

/**
 * @param {import("playwright-core").LaunchOptions} [options]
 * @returns {Promise<import("playwright-core").Browser>}
 */
export async function launchChromium({ args = [], ...options } = {}) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("no Chromium: run make setup-browser, or set GONGKAI_CHROMIUM to the path of one");
  const { chromium } = await import("playwright-core");
  return chromium.launch({
    executablePath,
    // Without a sandbox it also starts as root. All pages are the project's own.
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", `--disable-features=${OFF.join(",")}`, ...args],
    ...options,
  });
}

/** @param {string} path */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

// For scripts: prints the path of the browser, or fails if it is not installed.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = findChromium();
  if (path) console.log(path);
  else process.exit(1);
}
