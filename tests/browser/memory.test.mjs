// What widgets that come and go leave behind in the browser's processes: the system's own count, which every engine has.
// The modules' memory is in engines.test.mjs.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { platform } from "node:os";
import test from "node:test";
import { ENGINES } from "./support/drivers.mjs";
import { openEngine } from "./support/engines.mjs";
import { REPORT } from "./support/pages.mjs";

const MEGABYTE = 1024 * 1024;
const ROUND = 200;
const HTML = `<gongkai-report src="${REPORT}"></gongkai-report>`;

/** A browser collects when it likes. 100 widgets weigh about 25 MB in Chromium, so 600 that stay would be beyond this. */
const MOST = 128 * MEGABYTE;

/** Returns the memory of this process's children and theirs, shared parts divided among those that share them. */
async function memory() {
  const children = new Map();
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    // The command, which is in brackets, may have any characters.
    const parent = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1];
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  let bytes = 0;
  for (const waiting = [...(children.get(String(process.pid)) ?? [])]; waiting.length; ) {
    const pid = waiting.pop();
    waiting.push(...(children.get(pid) ?? []));
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
    bytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) * 1024;
  }
  return bytes;
}

/** Adds widgets ten at a time and removes them once the app has taken over. Runs in the page. */
async function comeAndGo(html, times) {
  for (let time = 0; time < times; time += 10) {
    const place = document.createElement("div");
    place.innerHTML = html.repeat(10);
    const ready = Array.from(place.querySelectorAll("gongkai-report"), (one) => new Promise((done) => one.addEventListener("gongkai-complete", done)));
    document.body.append(place);
    await Promise.all(ready);
    place.remove();
    document.heard.length = 0;
  }
}

for (const name of process.env.GONGKAI_ENGINES?.split(",") ?? ["chromium", "firefox", "webkit"]) {
  const { title, unavailable } = ENGINES[name];
  const reason = platform() === "linux" ? unavailable() : "only Linux tells a process's share of memory";
  test(`a thousand widgets leave little in the memory of ${title}`, { skip: reason && `${title} is left out: ${reason}` }, async () => {
    const browser = await openEngine(name);
    try {
      await browser.visit({ body: "" }, async (page) => {
        const used = [];
        for (let mounted = 0; mounted < 1000; mounted += ROUND) {
          // Four parts, since WebKit's driver gives a script two minutes.
          for (let part = 0; part < 4; part += 1) await page.evaluate(comeAndGo, HTML, ROUND / 4);
          used.push(await memory());
        }
        const shown = used.map((bytes) => `${Math.round(bytes / MEGABYTE)} MB`).join(", ");
        console.log(`${title}: ${shown}`);
        // The first rounds fill caches and pools, and the last may have met no collection.
        assert.ok(Math.min(...used.slice(-2)) - used[1] < MOST, shown);
      });
    } finally {
      await browser.close();
    }
  });
}
