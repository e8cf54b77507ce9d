// A browser with nothing cached, with the processor and the line of the suite's conditions.
import { readFile } from "node:fs/promises";

/**
 * @typedef {object} Conditions
 * @property {number} cpuSlowdown 1 leaves the processor as it is
 * @property {number} latencyMs
 * @property {number} downloadBitsPerSecond
 * @property {number} uploadBitsPerSecond
 * @property {{width: number, height: number}} viewport
 */

const probe = (name) => readFile(new URL(`../probes/${name}.js`, import.meta.url), "utf8");

/**
 * Opens a page in a new context, whose cache, connections and process are new too.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {Conditions} conditions
 * @param {string} name of the probe that runs before the page's own scripts
 * @param {Record<string, string>} facts constants that the probe reads
 */
export async function openPage(browser, conditions, name, facts) {
  const context = await browser.newContext({ viewport: conditions.viewport, locale: "zh-CN" });
  const page = await context.newPage();
  const constants = Object.entries(facts).map(([key, value]) => `const ${key} = ${JSON.stringify(value)};`);
  const parts = [...constants, await probe("common"), await probe(name)];
  await page.addInitScript({ content: `(() => {\n${parts.join("\n")}\n})();` });
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: conditions.latencyMs,
    downloadThroughput: conditions.downloadBitsPerSecond / 8,
    uploadThroughput: conditions.uploadBitsPerSecond / 8,
  });
  if (conditions.cpuSlowdown > 1) await devtools.send("Emulation.setCPUThrottlingRate", { rate: conditions.cpuSlowdown });
  return { page, devtools, close: () => context.close() };
}
