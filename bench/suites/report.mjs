// One report: the widget, the same figures made with charting libraries, and pages with figures in them.
import { build as bundleScripts } from "esbuild";
import { spawnSync } from "node:child_process";
import { cp, readFile, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Inputs } from "../lib/inputs.mjs";
import { load, total } from "../lib/load.mjs";
import { byPage, measure, median, slowest } from "../lib/measure.mjs";
import { floor } from "../pages/floor/floor.mjs";

const BENCH = dirname(dirname(fileURLToPath(import.meta.url)));
const ROOT = dirname(BENCH);
const PAGES = join(BENCH, "pages");
const SAMPLE = join(ROOT, "samples/longde-2020.json");
const require = createRequire(import.meta.url);
const versionOf = (name) => JSON.parse(require("node:fs").readFileSync(join(ROOT, "node_modules", name, "package.json"), "utf8")).version;

/** A slow phone on slow 4G. */
const CONDITIONS = {
  cpuSlowdown: 4,
  latencyMs: 150,
  downloadBitsPerSecond: 1.6e6,
  uploadBitsPerSecond: 0.75e6,
  // High enough that no page has to scroll between two inputs.
  viewport: { width: 1280, height: 1600 },
};

const page = (name, title, kind, does) => ({ name, title, facts: { pageKind: kind }, ...does });

/** Besides its first figure, what is measured of each page. */
const pages = [
  page("gongkai", "gongkai", "gongkai", { isPressed: true, isPointed: true, isUsed: true }),
  page("echarts", "ECharts, tree-shaken", "echarts", { isPressed: true, isPointed: true, isUsed: true }),
  // Once loaded it does what the tree-shaken one does.
  page("echarts-full", "ECharts, whole", "echarts", { isPressed: true }),
  page("chartjs", "Chart.js, tree-shaken", "chartjs", { isPressed: true, isPointed: true, isUsed: true }),
  page("rendered", "gongkai render", "rendered", { isPressed: true, isTabbed: true }),
  page("floor", "plain SVG", "floor", {}),
];

/** Shown until there are figures, in every page that needs a script for them. */
const FALLBACK = '<p>数据图表载入中，也可<a href="#">下载报告全文</a>。</p>';

async function build(site, bundle) {
  const shell = await readFile(join(PAGES, "shell.html"), "utf8");
  const write = (name, head, body) =>
    writeFile(join(site, `${name}.html`), shell.replace("<!-- head -->\n", head).replace("<!-- report -->", body));
  // Whoever writes such a page knows which data its script will load, and says so early.
  const library = (name, scripts) =>
    write(
      name,
      '<link rel="preload" href="/longde-2020.json" as="fetch" crossorigin>\n<link rel="stylesheet" href="/report/page.css">\n' +
        scripts.map((script) => `<script src="/${script}.js" defer></script>\n`).join(""),
      `<div id="report">${FALLBACK}</div>`,
    );
  const [head, figures] = rendered(bundle);

  await Promise.all([
    cp(join(PAGES, "portal.css"), join(site, "portal.css")),
    cp(SAMPLE, join(site, "longde-2020.json")),
    cp(bundle, join(site, "gongkai"), { recursive: true }),
    // The lines that the documentation tells a portal to write, and nothing else.
    write(
      "gongkai",
      `<link rel="preload" href="/gongkai/${await firstModule(bundle)}" as="fetch" crossorigin>\n<script src="/gongkai/gongkai.js" defer></script>\n`,
      `<gongkai-report src="/longde-2020.json" view="disclosure">${FALLBACK}</gongkai-report>`,
    ),
    write("rendered", head, figures),
    write("floor", "", floor(JSON.parse(await readFile(SAMPLE, "utf8")))),
    library("echarts", ["echarts/tree-shaken"]),
    // The project's own build is smaller than what a bundler makes of all its modules.
    library("echarts-full", ["echarts.min", "echarts/full"]),
    cp(require.resolve("echarts/dist/echarts.min.js"), join(site, "echarts.min.js")),
    library("chartjs", ["chartjs/tree-shaken"]),
    bundleScripts({
      entryPoints: ["echarts/tree-shaken.js", "echarts/full.js", "chartjs/tree-shaken.js", "report/page.css"].map((file) => join(PAGES, file)),
      outbase: PAGES,
      outdir: site,
      bundle: true,
      minify: true,
      format: "iife",
      // The browsers that the widget runs in.
      target: "chrome69",
      charset: "utf8",
      legalComments: "none",
      define: { "process.env.NODE_ENV": '"production"' },
      logLevel: "warning",
    }),
  ]);
}

/** The module that draws the first figure. */
async function firstModule(bundle) {
  const names = ["gongkai-draw.wasm", "gongkai_bg.wasm"];
  const found = await Promise.all(names.map((name) => stat(join(bundle, name)).then(() => name, () => null)));
  const name = found.find(Boolean);
  if (!name) throw new Error(`none of ${names.join(", ")} in ${bundle}`);
  return name;
}

/** What `gongkai render --embed` writes: the line for the head, and the tag with its figures. */
function rendered(bundle) {
  const cargo = ["run", "--quiet", "--package", "gongkai-cli", "--"];
  const render = ["render", SAMPLE, "--embed", "--bundle", bundle, "--base", "/gongkai/", "--src", "/longde-2020.json", "--lang", "zh-CN", "--view", "disclosure"];
  const { status, stdout, stderr } = spawnSync("cargo", [...cargo, ...render], { cwd: ROOT, encoding: "utf8" });
  if (status !== 0) throw new Error(`gongkai render: ${stderr}`);
  // Each part is below a comment that says where it goes.
  const [, head, figures] = stdout.split(/<!--.*-->\n/);
  return [head, figures];
}

/** Up to four cold visits, so that trying whether a page answers does not slow down its loading. */
async function measurePage(page, visit) {
  const numbers = await visit(async (opened, url) => {
    const { at, bytesUntil } = await load(opened, url, ["firstFigure", "idle"]);
    const files = bytesUntil(at.firstFigure);
    const widget = bytesUntil(Infinity).filter(({ file }) => file.startsWith("/gongkai/"));
    return {
      files,
      bytes: total(files),
      firstFigureMs: at.firstFigure,
      idleMs: at.idle,
      allBytes: total(bytesUntil(Infinity)),
      ...(widget.length ? { widgetBytes: total(widget) } : {}),
      steps: page.isUsed ? await use(opened.page) : [],
    };
  });
  if (page.isPressed) {
    await visit(async (opened, url) => {
      const { at, bytesUntil } = await load(opened, url, ["pressed"]);
      Object.assign(numbers, { pressMs: at.pressed, pressBytes: total(bytesUntil(at.pressed)) });
    });
  }
  if (page.isTabbed) {
    await visit(async (opened, url) => {
      const { at } = await load(opened, url, ["tabbed"]);
      numbers.tabMs = at.tabbed;
    });
  }
  if (page.isPointed) {
    await visit(async (opened, url) => {
      const { at } = await load(opened, url, ["pointed"]);
      numbers.pointMs = at.pointed;
    });
  }
  return numbers;
}

const tab = (view) => `[role=tab][data-view=${view}]`;
const choice = (name, value) => `button[data-choice=${name}][data-value=${value}]`;
const repeat = (times, list) => Array.from({ length: times }, () => list).flat();

/** Clicks by what they change; each row ends as it began. */
const CLICKS = [
  ["view", repeat(4, ["services", "procurement", "disclosure"].map(tab))],
  ["order", repeat(5, ["printed", "size"].map((value) => choice("sort", value)))],
  ["scale", repeat(5, ["log", "linear"].map((value) => choice("scale", value)))],
];
/** Marks pointed at, each time from outside the figure. */
const HOVERS = 16;

/** The same real input for every page that has controls. */
async function use(page) {
  const inputs = new Inputs(page);
  for (const [kind, selectors] of CLICKS) {
    for (const selector of selectors) {
      await page.evaluate((selector) => window.bench.unfold(selector), selector);
      await inputs.click(kind, selector);
    }
  }
  const points = await page.evaluate(() => window.bench.points());
  if (points.length < HOVERS) throw new Error(`only ${points.length} marks to point at`);
  for (const point of points.slice(0, HOVERS)) await inputs.hover("hover", { x: 4, y: 4 }, point);
  return inputs.durations();
}

function describe({ bytes, firstFigureMs, pressMs, pointMs, idleMs, steps }) {
  const ms = (time) => (time === undefined ? "     –" : `${time.toFixed(0).padStart(5)} ms`);
  const slowest = steps.length ? `, slowest of ${steps.length} inputs ${Math.max(...steps.map(({ duration }) => duration))} ms` : "";
  return `${(bytes / 1000).toFixed(1).padStart(6)} KB, figure ${ms(firstFigureMs)}, press ${ms(pressMs)}, pointing ${ms(pointMs)}, idle ${ms(idleMs)}${slowest}`;
}

/** Each limit is for the widget's value ÷ tree-shaken ECharts' unless its name says otherwise. */
function summarise(runs) {
  const of = (value, names = pages) => byPage(names, runs, value);
  const only = (...names) => pages.filter(({ name }) => names.includes(name));
  const against = { subject: "gongkai", against: "echarts" };
  const inputs = (name, kind, field, ratioLimit) => measure({ ...against, name, unit: "ms", values: of(slowest(kind, field)), ratioLimit });
  const first = of(median("firstFigureMs"));
  return [
    measure({ ...against, name: "bytes to the first view", unit: "KB", values: of(median("bytes")), ratioLimit: 0.52 }),
    measure({ ...against, name: "time to the first figure", unit: "ms", values: first, ratioLimit: 0.55 }),
    measure({ ...against, name: "bytes until a press on any control answers", unit: "KB", values: of(median("pressBytes")), ratioLimit: 0.55 }),
    measure({ ...against, name: "time until a press on any control answers", unit: "ms", values: of(median("pressMs")), ratioLimit: 0.6 }),
    measure({ ...against, name: "time until pointing and the keyboard answer", unit: "ms", values: of(median("pointMs")), ratioLimit: 0.75 }),
    measure({
      ...against,
      name: "time until all eleven views are ready and the page is idle",
      unit: "ms",
      values: of(median("idleMs"), only("gongkai")),
      reference: first.echarts,
      versus: " of ECharts' first figure",
      ratioLimit: 1.6,
    }),
    inputs("switching view", "view", "duration", 0.75),
    inputs("changing order", "order", "duration", 0.75),
    inputs("changing scale", "scale", "duration", 1),
    inputs("pointing at a mark", "hover", "duration", 1),
    measure({ subject: "rendered", against: "floor", name: "rendered page: time to the first figure", unit: "ms", values: of(median("firstFigureMs"), only("rendered", "floor")), versus: " of plain SVG", ratioLimit: 1.1 }),
    ...[
      ["a press on a tab shows its view", "tabMs"],
      ["a press on any control of the widget answers", "pressMs"],
    ].map(([what, field]) =>
      measure({ subject: "rendered", name: `rendered page: time until ${what}`, unit: "ms", values: of(median(field), only("rendered")), reference: first.rendered, versus: " of its own first figure", ratioLimit: 1.6 }),
    ),
    measure({ subject: "gongkai", name: "all bytes of one report's widget", unit: "KB", values: of(median("widgetBytes"), only("gongkai")), limit: 266e3 }),
    measure({ subject: "gongkai", name: "all bytes of the page", unit: "KB", values: of(median("allBytes")) }),
    // Not for pointing: ECharts draws what it shows then outside of the event.
    ...["view", "order", "scale"].map((kind) => inputs(`${kind}: handlers only`, kind, "processing", null)),
  ];
}

function remarks(runs) {
  const rows = pages.flatMap(({ name, title }) =>
    runs.find((run) => run.page === name).files.map(({ file, bytes }) => `| ${title} | ${file} | ${(bytes / 1000).toFixed(1)} |`),
  );
  return ["Over the line until the first figure, headers and compressed body:", "", "| page | file | KB |", "| --- | --- | ---: |", ...rows];
}

export const report = {
  name: "report",
  title: "One report",
  probe: "report",
  conditions: CONDITIONS,
  libraries: [`ECharts ${versionOf("echarts")}`, `Chart.js ${versionOf("chart.js")}`],
  rounds: 12,
  minutesPerRound: 2,
  pages,
  columns: pages.map(({ name }) => name),
  build,
  measure: measurePage,
  describe,
  summarise,
  remarks,
};
