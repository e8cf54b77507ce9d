#!/usr/bin/env node
// Compares the catalogue of 3,200 places × 7 years in the widget with the same data as JSON and ECharts.
import { build } from "esbuild";
import { cp, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { launchChromium } from "../scripts/chromium.mjs";
import { startServer } from "../scripts/serve.mjs";
import { CALM, calm } from "./lib/calm.mjs";
import { manyReports } from "./lib/many-data.mjs";
import { quantile, spread } from "./lib/stats.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(HERE);
const OUT = join(ROOT, "target/bench");
const SITE = join(OUT, "many-site");

/** A plain machine at an office's line; nothing is slowed but the line. */
const LINE = { latency: 40, megabits: 20 };
const VIEWPORT = { width: 1280, height: 1200 };
const PAGES = [
  { name: "gongkai", title: "gongkai", event: "gongkai-ready" },
  { name: "echarts", title: "JSON and ECharts", event: "many-drawn" },
  { name: "packed", title: "packed JSON and ECharts", event: "many-drawn" },
];
/** Only repeats what is typed: no page can answer sooner, as that is measured. */
const EMPTY = { name: "empty", event: "DOMContentLoaded" };
const LIMITS = { bytes: 1.5e6, usableMs: 2000, ratio: 0.5, inputMs: 16, inputRatio: 1 };

const { values: options } = parseArgs({
  options: { runs: { type: "string", default: "9" }, bundle: { type: "string", default: join(ROOT, "target/site/gongkai") } },
});
const rounds = Number(options.runs);
if (!Number.isInteger(rounds) || rounds < 1) stop(`--runs needs a number of rounds, not "${options.runs}"`);
if (!(await stat(join(options.bundle, "gongkai.js")).catch(() => null))) stop(`no gongkai.js in ${options.bundle}: run make dist first`);

function stop(message) {
  console.error(message);
  process.exit(2);
}

let isInterrupted = false;
process.on("SIGINT", () => {
  if (isInterrupted) process.exit(130);
  isInterrupted = true;
});

await buildSite();
const server = await startServer({ root: SITE, csp: false, brotli: true });
const browser = await launchChromium({ handleSIGINT: false });
console.log(`${rounds} rounds of 3 pages with 3,200 places × 7 years, about ${Math.ceil(rounds * 1.2) + 1} minutes; Ctrl-C stops and keeps what is measured.`);
const runs = [];
try {
  // Compresses every file and starts the browser's own processes; not counted.
  const pages = [...PAGES, EMPTY];
  for (const page of pages) await visit(page, async () => {});
  for (let round = 0; round < rounds; round += 1) {
    const order = pages.map((_, index) => pages[(index + round) % pages.length]);
    for (const page of order) if (!isInterrupted) await measure(page, round);
  }
} finally {
  await browser.close();
  await server.close();
}
if (![...PAGES, EMPTY].every(({ name }) => runs.some((run) => run.page === name))) {
  console.log("stopped before every page was measured once: nothing is written");
  process.exit(130);
}
report();

async function buildSite() {
  const { catalog, json, packed } = await manyReports(ROOT, join(OUT, "many"));
  await rm(SITE, { recursive: true, force: true });
  await mkdir(join(SITE, "echarts"), { recursive: true });
  const shell = await readFile(join(HERE, "pages/shell.html"), "utf8");
  const page = (name, src, head, body) => {
    const title = "虚构的 3200 个机关，七年（为测量而编造的数据）";
    const own = shell.replace(/隆德县人民政府 2020 年政府信息公开工作年度报告/g, title).replace("<!-- head -->\n", head).replace("<html ", `<html data-src="/${src}" `);
    return writeFile(join(SITE, `${name}.html`), own.replace("<!-- report -->", body));
  };
  const preload = (file) => `<link rel="preload" href="/${file}" as="fetch" crossorigin>\n`;
  await Promise.all([
    page("empty", "", '<script src="/echo.js" defer></script>\n', '<input data-search="places"><p id="echo"></p>'),
    writeFile(join(SITE, "echo.js"), 'document.querySelector("input").addEventListener("input", ({ target }) => (document.querySelector("#echo").textContent = target.value));\n'),
    cp(join(HERE, "pages/portal.css"), join(SITE, "portal.css")),
    cp(catalog, join(SITE, "catalog.json")),
    cp(json, join(SITE, "many.json")),
    cp(packed, join(SITE, "packed.json")),
    cp(options.bundle, join(SITE, "gongkai"), { recursive: true }),
    cp(createRequire(import.meta.url).resolve("echarts/dist/echarts.min.js"), join(SITE, "echarts/echarts.min.js")),
    page("gongkai", "catalog.json", preload("catalog.json") + '<script src="/gongkai/gongkai.js" defer></script>\n', '<gongkai-report src="/catalog.json"></gongkai-report>'),
    ...["many.json", "packed.json"].map((file, index) =>
      page(
        ["echarts", "packed"][index],
        file,
        `${preload(file)}<link rel="stylesheet" href="/echarts/page.css">\n<script src="/echarts/echarts.min.js" defer></script>\n<script src="/echarts/full.js" defer></script>\n`,
        '<div id="report"></div>',
      ),
    ),
    build({
      entryPoints: { "echarts/full": join(HERE, "pages/many/full.js"), "echarts/page": join(HERE, "pages/many/page.css") },
      outdir: SITE,
      bundle: true,
      minify: true,
      format: "iife",
      target: "chrome69",
      charset: "utf8",
      logLevel: "warning",
    }),
  ]);
}

async function visit({ name, event }, then) {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: "zh-CN" });
  try {
    const page = await context.newPage();
    const probe = await readFile(join(HERE, "lib/many-probe.js"), "utf8");
    await page.addInitScript({ content: `(${probe.slice(probe.indexOf("(event)"))})(${JSON.stringify(event)});` });
    const devtools = await context.newCDPSession(page);
    await devtools.send("Network.enable");
    const bytesPerSecond = (LINE.megabits * 1e6) / 8;
    await devtools.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: LINE.latency,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    });
    const sizes = new Map();
    const urls = new Map();
    devtools.on("Network.requestWillBeSent", ({ requestId, request }) => urls.set(requestId, new URL(request.url).pathname));
    devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => sizes.set(urls.get(requestId), encodedDataLength));
    page.on("pageerror", (error) => console.error(`${name}: ${error.message}`));
    await page.goto(`${server.url}${name}.html`, { waitUntil: "networkidle", timeout: 300_000 });
    const usableMs = await page.evaluate(() => window.bench.usable);
    return await then({ page, devtools, sizes, usableMs });
  } finally {
    await context.close();
  }
}

async function measure(page, round) {
  const busy = await calm();
  await visit(page, async (opened) => {
    const { devtools, sizes, usableMs } = opened;
    await devtools.send("HeapProfiler.collectGarbage");
    await devtools.send("Performance.enable");
    const heap = await devtools.send("Runtime.getHeapUsage");
    // What scripts hold, and the memory of the WebAssembly instances beside it.
    const memory = heap.usedSize + (heap.backingStorageSize ?? 0) + (await opened.page.evaluate(() => window.bench.wasmBytes()));
    const steps = await interact(opened.page, devtools, page === EMPTY);
    const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    const data = ["/catalog.json", "/many.json", "/packed.json"].map((name) => sizes.get(name)).find(Boolean);
    runs.push({ round: round + 1, page: page.name, bytes, data, usableMs, memory, steps, busy });
    const slowest = Math.max(...steps.map((step) => step.duration));
    console.log(
      `${String(round + 1).padStart(2)}/${rounds} ${page.name.padEnd(8)} ${(bytes / 1000).toFixed(0).padStart(5)} KB ${usableMs.toFixed(0).padStart(5)} ms ${(memory / 1e6).toFixed(1).padStart(5)} MB, slowest of ${steps.length} inputs ${slowest} ms`,
    );
  });
}

/** The same real input for all pages. */
async function interact(page, devtools, isEmpty) {
  const steps = [];
  const settled = () => page.evaluate(() => window.bench.settled());
  /** What the main thread has worked so far: scripts, styles, layout and paint, in ms. */
  const worked = async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  };
  const step = async (kind, input) => {
    const from = await settled();
    const before = await worked();
    await input();
    const to = await settled();
    steps.push({ kind, from, to, work: (await worked()) - before });
  };
  const click = async (selector, kind) => {
    const target = page.locator(selector).first();
    await target.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await target.boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    await step(kind, async () => {
      await page.mouse.down();
      await page.mouse.up();
    });
  };
  const type = async (selector, words, kind) => {
    await page.locator(selector).first().click();
    for (const letter of words) await step(kind, () => page.keyboard.press(letter));
    for (const _ of words) await step(kind, () => page.keyboard.press("Backspace"));
  };

  await type("[data-search=places]", ["x", "g", "s", "y", "c"], "search");
  if (isEmpty) return durations(page, steps);
  await click("[data-choice=kind][data-value=places]", "other");
  for (const by of ["number", "number", "name", "before", "name", "number", "before", "before"]) {
    await click(`[data-choice=sort][data-value=${by}]`, "sort");
  }
  await type("[data-search=rows]", ["x", "g", "s", "y", "c"], "filter");
  await click("[data-choice=kind][data-value=distribution]", "other");
  const box = await page.locator("svg.strip, .chart canvas").first().boundingBox();
  for (let place = 1; place <= 16; place += 1) {
    await page.mouse.move(box.x + 2, box.y + 2);
    // Where the dots are: at the lower end and rising from the line.
    await step("hover", () => page.mouse.move(box.x + box.width * (0.04 + place * 0.01), box.y + box.height * (0.75 - (place % 4) * 0.08)));
  }
  return durations(page, steps);
}

async function durations(page, steps) {
  const events = await page.evaluate(() => window.bench.events());
  return steps
    .filter(({ kind }) => kind !== "other")
    .map(({ kind, from, to, work }) => {
      const own = events.filter(({ startTime }) => startTime >= from && startTime < to);
      // One that Event Timing does not report took less than 16 ms.
      return { kind, work, duration: Math.max(8, ...own.map(({ duration }) => duration)), processing: Math.max(0, ...own.map(({ processing }) => processing)) };
    });
}

function report() {
  const of = (name) => runs.filter((run) => run.page === name);
  const rows = [];
  const add = (name, unit, value, limit, ratioLimit) => {
    const [own, other, packed] = PAGES.map((page) => value(of(page.name)));
    const [ratio, ratioToPacked] = [own.value / other.value, own.value / packed.value];
    const holds = (limit === null || own.value <= limit) && (ratioLimit === null || ratio <= ratioLimit);
    rows.push({ name, unit, own, other, packed, ratio, ratioToPacked, limit, ratioLimit, holds });
  };
  const loads = (field) => (list) => spread(list.map((run) => run[field]));
  const inputs = (kind, field = "duration") => (list) => {
    const values = list.flatMap((run) => run.steps.filter((step) => step.kind === kind).map((step) => step[field]));
    return { value: quantile(values, 0.98), low: quantile(values, 0.5), high: Math.max(...values) };
  };
  add("data over the line", "KB", loads("data"), LIMITS.bytes, null);
  add("all over the line", "KB", loads("bytes"), null, null);
  add("time until usable", "ms", loads("usableMs"), LIMITS.usableMs, LIMITS.ratio);
  add("memory in use", "MB", loads("memory"), null, null);
  const floor = inputs("search")(of(EMPTY.name));
  const idle = inputs("search", "work")(of(EMPTY.name));
  for (const [kind, words] of [["search", "searching a place"], ["sort", "sorting the table"], ["filter", "filtering the table"], ["hover", "pointing at a place"]]) {
    add(words, "ms", inputs(kind), floor.value + LIMITS.inputMs, LIMITS.inputRatio);
  }
  // Until the answer is in the page; the frame that shows it follows.
  const kinds = [["search", "searching"], ["sort", "sorting"], ["filter", "filtering"]];
  for (const [kind, words] of kinds) add(`${words}: handlers only`, "ms", inputs(kind, "processing"), LIMITS.inputMs, LIMITS.inputRatio);
  // With styles, layout and paint, and with what measuring itself takes: see the empty page's below.
  for (const [kind, words] of [...kinds, ["hover", "pointing"]]) add(`${words}: all the main thread does`, "ms", inputs(kind, "work"), null, null);
  const shown = (value, unit) => (unit === "KB" ? (value / 1e3).toFixed(0) : unit === "MB" ? (value / 1e6).toFixed(1) : value.toFixed(0));
  const cell = ({ value, low, high }, unit) => `${shown(value, unit)} (${shown(low, unit)}–${shown(high, unit)})`;
  const busy = spread(runs.map((run) => run.busy));
  const lines = [
    "# Many reports: 3,200 places × 7 years",
    "",
    `${new Date().toISOString().slice(0, 10)}, ${rounds} rounds${isInterrupted ? " (interrupted)" : ""}. Chromium ${browser.version()}, line of ${LINE.latency} ms and ${LINE.megabits} Mbit/s, processor not slowed, nothing cached. ` +
      `${cpus().length} × ${cpus()[0].model}; ${(busy.value * 100).toFixed(0)} % busy before a visit. Loads: median (least–most); inputs: 98th percentile (median–most).`,
    "",
    `| measure | unit | ${PAGES.map(({ title }) => title).join(" | ")} | ratio | ratio to packed | limit | limit of the ratio | holds |`,
    "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |",
    ...rows.map(({ name, unit, own, other, packed, ratio, ratioToPacked, limit, ratioLimit, holds }) => {
      const limits = [limit === null ? "" : shown(limit, unit), ratioLimit === null ? "" : ratioLimit.toFixed(2)];
      const verdict = limit === null && ratioLimit === null ? "" : holds ? "yes" : "**no**";
      return `| ${[name, unit, ...[own, other, packed].map((one) => cell(one, unit)), ratio.toFixed(2), ratioToPacked.toFixed(2), ...limits, verdict].join(" | ")} |`;
    }),
    "",
  ];
  lines.push(
    `Typing into an empty page that only repeats it: ${cell(floor, "ms")} ms. No page answers sooner as Event Timing counts (to the next paint, in steps of 8 ms), so an input's limit is one frame, ${LIMITS.inputMs} ms, more than that. All that its main thread does for a letter, measuring included: ${cell(idle, "ms")} ms.`,
    "",
  );
  const text = lines.join("\n");
  finish(rows, text, busy, floor);
}

async function finish(rows, text, busy, floor) {
  await writeFile(join(OUT, "many.json"), JSON.stringify({ rounds, line: LINE, floor, rows, runs }, null, 1));
  await writeFile(join(OUT, "many.md"), text);
  console.log(`\n${text}\nwritten to target/bench/many.json and many.md`);
  const missed = rows.filter(({ holds }) => !holds);
  for (const { name } of missed) console.log(`missed: ${name}`);
  if (busy.value > CALM) console.log("the machine was busy with other work: times are not to be trusted, bytes are");
  process.exit(isInterrupted ? 130 : missed.length ? 1 : 0);
}
