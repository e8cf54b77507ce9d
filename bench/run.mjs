#!/usr/bin/env node
// Measures the widget beside the same figures made with charting libraries; README.md says how and why.
import { stat, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeTables } from "./lib/readme.mjs";
import { run } from "./lib/rounds.mjs";
import { catalog } from "./suites/catalog.mjs";
import { report } from "./suites/report.mjs";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SUITES = { report, catalog };
const HELP = `node bench/run.mjs [report] [catalog] [options]
  report         one report: the widget, ECharts, Chart.js, a rendered page, plain SVG
  catalog        3,200 agencies × 7 years: the widget and ECharts
                 (both if neither is named)
  --runs N       rounds, each with every page once (default 12 for report, 9 for catalog; fewer than 9 only give an idea)
  --bundle DIR   the widget's files (default target/site/gongkai, from make dist)
  --no-readme    leaves the tables in README.md and bench/README.md as they are
  --help         this`;

const { values: options, positionals } = parse();
if (options.help) {
  console.log(HELP);
  process.exit(0);
}
const unknown = positionals.find((name) => !Object.hasOwn(SUITES, name));
if (unknown !== undefined) stop(`no suite "${unknown}"; there are ${Object.keys(SUITES).join(" and ")}`);
const rounds = options.runs === undefined ? undefined : Number(options.runs);
if (rounds !== undefined && !(Number.isInteger(rounds) && rounds >= 1)) stop(`--runs needs a number of rounds, not "${options.runs}"`);
if (!(await stat(join(options.bundle, "gongkai.js")).catch(() => null))) stop(`no gongkai.js in ${options.bundle}: run make dist first`);

const out = join(ROOT, "target/bench");
await mkdir(out, { recursive: true });
let code = 0;
for (const suite of positionals.length ? positionals : Object.keys(SUITES)) {
  const own = SUITES[suite];
  code = Math.max(code, await run(own, { out, bundle: options.bundle, rounds: rounds ?? own.rounds }));
  if (code === 130) process.exit(code);
}
if (!options["no-readme"]) await writeTables(ROOT, out);
process.exit(code);

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        runs: { type: "string" },
        bundle: { type: "string", default: join(ROOT, "target/site/gongkai") },
        "no-readme": { type: "boolean" },
        help: { type: "boolean" },
      },
    });
  } catch (error) {
    stop(error.message);
  }
}

function stop(message) {
  console.error(message);
  process.exit(2);
}
