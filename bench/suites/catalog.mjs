// A catalogue of 3,200 agencies × 7 years: the widget, and the same data as JSON with ECharts.
import { build as bundleScripts } from "esbuild";
import { cp, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { catalogData } from "../lib/catalog-data.mjs";
import { Inputs } from "../lib/inputs.mjs";
import { load, total } from "../lib/load.mjs";
import { byPage, measure, median, shown, slowest } from "../lib/measure.mjs";

const BENCH = dirname(dirname(fileURLToPath(import.meta.url)));
const ROOT = dirname(BENCH);
const PAGES = join(BENCH, "pages");
const require = createRequire(import.meta.url);
const { version } = JSON.parse(await readFile(join(ROOT, "node_modules/echarts/package.json"), "utf8"));

/** A plain machine on an office's line. */
const CONDITIONS = {
  cpuSlowdown: 1,
  latencyMs: 40,
  downloadBitsPerSecond: 20e6,
  uploadBitsPerSecond: 20e6,
  viewport: { width: 1280, height: 1200 },
};

const page = (name, title, pageEvent, data) => ({ name, title, facts: { pageEvent }, data });
const pages = [
  page("gongkai", "gongkai", "gongkai-ready", "catalog.json"),
  page("echarts", "JSON and ECharts", "many-drawn", "many.json"),
  page("packed", "packed JSON and ECharts", "many-drawn", "packed.json"),
  // Only repeats what is typed: by this way of measuring no page can answer sooner.
  page("empty", "empty page", "DOMContentLoaded"),
];
const [OWN, OTHERS, EMPTY] = [pages[0], pages.slice(1, 3), pages[3]];
const columns = [OWN, ...OTHERS].map(({ name }) => name);

/** One frame, in milliseconds. */
const FRAME = 16;

async function build(site, bundle) {
  const data = await catalogData(ROOT, join(dirname(site), "many"));
  const shell = await readFile(join(PAGES, "shell.html"), "utf8");
  const write = ({ name, data = "" }, head, body) => {
    const title = "虚构的 3200 个机关，七年（为测量而编造的数据）";
    const own = shell.replace(/隆德县人民政府 2020 年政府信息公开工作年度报告/g, title).replace("<html ", `<html data-src="/${data}" `);
    const preload = data && `<link rel="preload" href="/${data}" as="fetch" crossorigin>\n`;
    return writeFile(join(site, `${name}.html`), own.replace("<!-- head -->\n", preload + head).replace("<!-- report -->", body));
  };
  await Promise.all([
    cp(join(PAGES, "portal.css"), join(site, "portal.css")),
    ...data.map((file) => cp(file.path, join(site, file.name))),
    cp(bundle, join(site, "gongkai"), { recursive: true }),
    cp(require.resolve("echarts/dist/echarts.min.js"), join(site, "echarts.min.js")),
    write(OWN, '<script src="/gongkai/gongkai.js" defer></script>\n', `<gongkai-report src="/${OWN.data}"></gongkai-report>`),
    ...OTHERS.map((page) =>
      write(
        page,
        '<link rel="stylesheet" href="/catalog/page.css">\n<script src="/echarts.min.js" defer></script>\n<script src="/catalog/full.js" defer></script>\n',
        '<div id="report"></div>',
      ),
    ),
    write(EMPTY, '<script src="/echo.js" defer></script>\n', '<input data-search="agencies"><p id="echo"></p>'),
    writeFile(join(site, "echo.js"), 'document.querySelector("input").addEventListener("input", ({ target }) => (document.querySelector("#echo").textContent = target.value));\n'),
    bundleScripts({
      entryPoints: ["catalog/full.js", "catalog/page.css"].map((file) => join(PAGES, file)),
      outbase: PAGES,
      outdir: site,
      bundle: true,
      minify: true,
      format: "iife",
      target: "chrome69",
      charset: "utf8",
      logLevel: "warning",
    }),
  ]);
}

function measurePage(page, visit) {
  return visit(async (opened, url) => {
    const { at, bytesUntil } = await load(opened, url, ["usable"]);
    const files = bytesUntil(Infinity);
    const { devtools } = opened;
    await devtools.send("HeapProfiler.collectGarbage");
    await devtools.send("Performance.enable");
    const heap = await devtools.send("Runtime.getHeapUsage");
    // What scripts hold, and the memory of the WebAssembly instances, which the heap does not count.
    const memory = heap.usedSize + (heap.backingStorageSize ?? 0) + (await opened.page.evaluate(() => window.bench.wasmBytes()));
    return {
      bytes: total(files),
      dataBytes: total(files.filter(({ file }) => file === `/${page.data}`)),
      usableMs: at.usable,
      memory,
      steps: await use(page, opened),
    };
  });
}

const letters = ["x", "g", "s", "y", "c"];

/** The same real input for every page. */
async function use(measured, { page, devtools }) {
  /** What the main thread has worked so far: scripts, styles, layout and paint. */
  const worked = async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  };
  const inputs = new Inputs(page, worked);
  // The widget folds its choices.
  const options = page.locator(".options > summary");
  if (await options.count()) await inputs.click("other", ".options > summary");
  await inputs.type("search", "[data-search=agencies]", letters);
  if (measured === EMPTY) return inputs.durations();
  await inputs.click("other", "[data-choice=kind][data-value=agencies]");
  for (const by of ["number", "number", "name", "before", "name", "number", "before", "before"]) {
    await inputs.click("sort", `[data-choice=sort][data-value=${by}]`);
  }
  await inputs.type("filter", "[data-search=rows]", letters);
  await inputs.click("other", "[data-choice=kind][data-value=distribution]");
  // The dots lie at the lower end of the figure and rise from its axis.
  const box = await page.locator("svg.strip, svg.figure, .chart canvas").first().boundingBox();
  for (let place = 1; place <= 16; place += 1) {
    const to = { x: box.x + box.width * (0.04 + place * 0.01), y: box.y + box.height * (0.75 - (place % 4) * 0.08) };
    await inputs.hover("hover", { x: box.x + 2, y: box.y + 2 }, to);
  }
  return inputs.durations();
}

function describe({ bytes, usableMs, memory, steps }) {
  const slowest = Math.max(...steps.map(({ duration }) => duration));
  return `${(bytes / 1000).toFixed(0).padStart(5)} KB, usable ${usableMs.toFixed(0).padStart(5)} ms, ${(memory / 1e6).toFixed(1).padStart(5)} MB, slowest of ${steps.length} inputs ${slowest} ms`;
}

const emptyPage = (runs, field) => slowest("search", field)(runs.filter(({ page }) => page === EMPTY.name));

function summarise(runs) {
  const shownPages = [OWN, ...OTHERS];
  const against = { subject: OWN.name, against: "echarts" };
  const one = (name, unit, value, ratioLimit, limit) => measure({ ...against, name, unit, values: byPage(shownPages, runs, value), ratioLimit, limit });
  // No page answers sooner than the empty one.
  const soonest = emptyPage(runs, "duration").value;
  return [
    one("data over the line", "KB", median("dataBytes"), null, 1.5e6),
    one("all over the line", "KB", median("bytes")),
    one("time until usable", "ms", median("usableMs"), 0.5, 2000),
    one("memory in use", "MB", median("memory")),
    one("searching an agency", "ms", slowest("search"), 1, soonest + FRAME),
    one("sorting the table", "ms", slowest("sort"), 1, soonest + FRAME),
    one("filtering the table", "ms", slowest("filter"), 1, soonest + FRAME),
    one("pointing at an agency", "ms", slowest("hover"), 1, soonest + FRAME),
    // After its handlers the answer is in the page, and the next frame shows it.
    one("searching: handlers only", "ms", slowest("search", "processing"), 1, FRAME),
    one("sorting: handlers only", "ms", slowest("sort", "processing"), 1, FRAME),
    one("filtering: handlers only", "ms", slowest("filter", "processing"), 1, FRAME),
    // With styles, layout and paint, and with what measuring takes.
    one("searching: all the main thread does", "ms", slowest("search", "work")),
    one("sorting: all the main thread does", "ms", slowest("sort", "work")),
    one("filtering: all the main thread does", "ms", slowest("filter", "work")),
    one("pointing: all the main thread does", "ms", slowest("hover", "work")),
  ];
}

function remarks(runs) {
  const cell = ({ value, low, high }) => `${shown(value, "ms")} (${shown(low, "ms")}–${shown(high, "ms")}) ms`;
  return [
    `Typing into an empty page that only repeats it takes ${cell(emptyPage(runs, "duration"))}. No page answers sooner as Event Timing counts ` +
      `(to the next paint, in steps of 8 ms), so the limit of an input is one frame, ${FRAME} ms, more than that. ` +
      `Its main thread works ${cell(emptyPage(runs, "work"))} for a letter, measuring included.`,
  ];
}

export const catalog = {
  name: "catalog",
  title: "A catalogue of 3,200 agencies × 7 years",
  probe: "catalog",
  conditions: CONDITIONS,
  libraries: [`ECharts ${version}`],
  rounds: 9,
  minutesPerRound: 1.2,
  pages,
  columns,
  build,
  measure: measurePage,
  describe,
  summarise,
  remarks,
};
