#!/usr/bin/env node
// Compares the widget with the same figures made with ECharts and with a static page; see README.md.
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { launchChromium } from "../scripts/chromium.mjs";
import { startServer } from "../scripts/serve.mjs";
import { CONDITIONS, openPage } from "./lib/browser.mjs";
import { buildSite } from "./lib/build.mjs";
import { CALM, calm } from "./lib/calm.mjs";
import { interact } from "./lib/interact.mjs";
import { load } from "./lib/load.mjs";
import { markdown, summarise } from "./lib/report.mjs";
import { spread } from "./lib/stats.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(HERE);
const OUT = join(ROOT, "target/bench");

/** What is measured; `kind` says how the probe finds its figure, `acts` whether it answers to input. */
const PAGES = [
  { name: "gongkai", kind: "gongkai", acts: true },
  { name: "echarts", kind: "echarts", acts: true },
  { name: "echarts-full", kind: "echarts", acts: false },
  { name: "rendered", kind: "still", acts: false },
  { name: "floor", kind: "still", acts: false },
];

/** In ten rounds every page has each place twice, and comes after every other one twice. */
const ORDERS = [0, 1, 2, 3, 4].flatMap((first) => {
  const order = [0, 1, 4, 2, 3].map((step) => (first + step) % PAGES.length);
  return [order, [...order].reverse()];
});

const HELP = `node bench/run.mjs [options]
  --runs N       rounds, every page once in each (default 10; 9 are the least that is judged)
  --against P    the page that the limits are held against: echarts-full (default) or echarts
  --bundle DIR   the widget's files (default target/site/gongkai, from make dist)
  --help         this`;

const { values: options } = parseArgs({
  options: {
    runs: { type: "string", default: "10" },
    against: { type: "string", default: "echarts-full" },
    bundle: { type: "string", default: join(ROOT, "target/site/gongkai") },
    help: { type: "boolean" },
  },
});
if (options.help) {
  console.log(HELP);
  process.exit(0);
}
const rounds = Number(options.runs);
if (!Number.isInteger(rounds) || rounds < 1) stop(`--runs needs a number of rounds, not "${options.runs}"`);
if (!["echarts", "echarts-full"].includes(options.against)) stop(`--against knows echarts and echarts-full, not "${options.against}"`);
if (!(await stat(join(options.bundle, "gongkai.js")).catch(() => null))) stop(`no gongkai.js in ${options.bundle}: run make dist first`);

function stop(message) {
  console.error(message);
  process.exit(2);
}

let isInterrupted = false;
process.on("SIGINT", () => {
  if (isInterrupted) process.exit(130);
  isInterrupted = true;
  console.log("\nstopping after this page; once more to stop at once");
});

console.log(`${rounds} rounds of ${PAGES.length} pages, about ${Math.ceil(rounds * 1.4) + 1} minutes; Ctrl-C stops and keeps what is measured.`);
const site = join(OUT, "site");
await buildSite({ root: ROOT, pages: join(HERE, "pages"), bundle: options.bundle, sample: join(ROOT, "samples/longde-2020.json"), site });
const server = await startServer({ root: site, csp: false, brotli: true });
const browser = await launchChromium({ handleSIGINT: false });

const runs = [];
const files = {};
try {
  await warmUp();
  for (let round = 0; round < rounds; round += 1) {
    for (const index of ORDERS[round % ORDERS.length]) {
      if (!isInterrupted) await measure(PAGES[index], round);
    }
  }
} finally {
  await browser.close();
  await server.close();
}

async function visit({ name, kind }, then) {
  const opened = await openPage(browser, kind);
  try {
    const loaded = await load(opened, `${server.url}${name}.html`);
    return await then(opened, loaded);
  } finally {
    await opened.close();
  }
}

/** Compresses every file and starts the browser's own processes; not counted. */
async function warmUp() {
  for (const page of PAGES) if (!isInterrupted) await visit(page, async () => {});
}

async function measure(page, round) {
  const busy = await calm();
  await visit(page, async (opened, loaded) => {
    const steps = page.acts ? await interact(opened) : [];
    const { files: asked, ...load } = loaded;
    files[page.name] = asked;
    runs.push({ round: round + 1, page: page.name, ...load, steps, busy });
    const slowest = steps.length ? `, slowest of ${steps.length} inputs ${Math.max(...steps.map((step) => step.duration))} ms` : "";
    console.log(
      `${String(round + 1).padStart(2)}/${rounds} ${page.name.padEnd(13)} ${(loaded.bytes / 1000).toFixed(1).padStart(6)} KB ${loaded.firstFigureMs.toFixed(0).padStart(5)} ms${slowest}`,
    );
  });
}

const measured = new Set(runs.map((run) => run.page));
if (!PAGES.every(({ name }) => measured.has(name))) {
  console.log("stopped before every page was measured once: nothing is written");
  process.exit(130);
}

const isComplete = runs.length === rounds * PAGES.length;
const { version } = JSON.parse(await readFile(createRequire(import.meta.url).resolve("echarts/package.json"), "utf8"));
const environment = {
  date: new Date().toISOString().slice(0, 10),
  rounds,
  browser: `Chromium ${browser.version()}`,
  echarts: version,
  processor: `${cpus().length} × ${cpus()[0].model}`,
  conditions: CONDITIONS,
  opponent: options.against,
  busy: spread(runs.map((run) => run.busy)),
};
const measures = summarise(runs, options.against);
const table = markdown({ measures, environment, files, isComplete });
await mkdir(OUT, { recursive: true });
await writeFile(join(OUT, "results.json"), JSON.stringify({ environment, isComplete, measures, files, runs }, null, 1));
await writeFile(join(OUT, "results.md"), table);
console.log(`\n${table}\nwritten to target/bench/results.json and results.md`);

const missed = measures.filter((measure) => !measure.holds);
for (const { name, ratio, limit } of missed) console.log(`missed: ${name}: ${ratio.toFixed(2)}, the limit is ${limit}`);
if (isInterrupted) process.exit(130);
if (environment.busy.value > CALM) console.log("the machine was busy with other work: times are not to be trusted, bytes are");
if (rounds < 9) console.log("fewer than 9 rounds: a look, not a judgement");
process.exit(missed.length ? 1 : 0);
