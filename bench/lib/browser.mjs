// A browser with nothing cached, on a slow phone's processor and line.
import { readFile } from "node:fs/promises";

export const CONDITIONS = {
  cpuSlowdown: 4,
  latencyMs: 150,
  downloadBitsPerSecond: 1.6e6,
  uploadBitsPerSecond: 0.75e6,
  /** High enough that every figure is seen whole: no page has to scroll between two inputs. */
  viewport: { width: 1280, height: 1600 },
};

/** A page of a new context: its cache, its connections and its process are new too. */
export async function openPage(browser, kind) {
  const context = await browser.newContext({ viewport: CONDITIONS.viewport, locale: "zh-CN" });
  const page = await context.newPage();
  const probe = await readFile(new URL("probe.js", import.meta.url), "utf8");
  await page.addInitScript({ content: `(${probe.slice(probe.indexOf("(kind)"))})(${JSON.stringify(kind)});` });
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: CONDITIONS.latencyMs,
    downloadThroughput: CONDITIONS.downloadBitsPerSecond / 8,
    uploadThroughput: CONDITIONS.uploadBitsPerSecond / 8,
  });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: CONDITIONS.cpuSlowdown });
  return { page, devtools, close: () => context.close() };
}
