// Runs a suite: every page once in each round, in changing order, each visit on a machine at rest.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import { launchChromium } from "../../scripts/chromium.mjs";
import { startServer } from "../../scripts/serve.mjs";
import { CALM, calm } from "./calm.mjs";
import { openPage } from "./browser.mjs";
import { table } from "./measure.mjs";
import { spread } from "./stats.mjs";

/** Fewer rounds than this are not to be believed. */
export const FEWEST = 9;

/** @type {boolean} whether the user has asked to stop */
let isInterrupted = false;
process.on("SIGINT", () => {
  if (isInterrupted) process.exit(130);
  isInterrupted = true;
  console.log("\nstopping after this page; press Ctrl-C again to stop at once");
});

/**
 * @typedef {object} Suite
 * @property {string} name of its files in target/bench
 * @property {string} title
 * @property {string} probe
 * @property {import("./browser.mjs").Conditions} conditions
 * @property {{name: string, title: string, facts: Record<string, string>}[]} pages every page that is visited
 * @property {string[]} columns names of the pages that the table shows
 * @property {number} minutesPerRound
 * @property {(site: string, bundle: string) => Promise<void>} build writes the pages
 * @property {(page: object, visit: Function) => Promise<object>} measure visits a page and returns its numbers
 * @property {(run: object) => string} describe one run in a line
 * @property {(runs: object[]) => import("./measure.mjs").Measure[]} summarise
 * @property {(runs: object[]) => string[]} remarks lines below the table
 */

/**
 * @param {Suite} suite
 * @param {{out: string, bundle: string, rounds: number}} options
 * @returns {Promise<number>} the exit code: 0 all limits hold, 1 one is missed, 130 interrupted
 */
export async function run(suite, { out, bundle, rounds }) {
  const { pages, conditions } = suite;
  console.log(`${suite.title}: ${rounds} rounds of ${pages.length} pages, about ${Math.ceil(rounds * suite.minutesPerRound) + 1} minutes; Ctrl-C stops and keeps what is measured.`);
  const site = join(out, `${suite.name}-site`);
  await rm(site, { recursive: true, force: true });
  await mkdir(site, { recursive: true });
  await suite.build(site, bundle);
  const server = await startServer({ root: site, csp: false, brotli: true });
  const browser = await launchChromium({ handleSIGINT: false });
  const version = browser.version();

  /** One cold visit to a page. */
  const visit = (page) => async (then) => {
    const opened = await openPage(browser, conditions, suite.probe, page.facts);
    try {
      return await then(opened, `${server.url}${page.name}.html`);
    } finally {
      await opened.close();
    }
  };

  const runs = [];
  try {
    // Compresses every file and starts the browser's own processes; not counted.
    for (const page of pages) {
      if (isInterrupted) break;
      await visit(page)(({ page }, url) => page.goto(url, { waitUntil: "networkidle", timeout: 300_000 }));
    }
    for (let round = 1; round <= rounds; round += 1) {
      for (const page of inTurn(pages, round)) {
        if (isInterrupted) break;
        const busy = await calm();
        const numbers = await suite.measure(page, visit(page));
        const one = { round, page: page.name, busy, ...numbers };
        runs.push(one);
        console.log(`${String(round).padStart(2)}/${rounds} ${page.name.padEnd(13)} ${suite.describe(one)}`);
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
  if (!pages.every(({ name }) => runs.some((run) => run.page === name))) {
    console.log("stopped before every page was measured once: nothing is written");
    return 130;
  }
  return report(suite, runs, { out, rounds, browser: `Chromium ${version}` });
}

/**
 * The pages in a round's order. For an even number of pages every page follows every other one
 * equally often (Williams' design); for an odd number every second round is reversed for that.
 */
function inTurn(pages, round) {
  const count = pages.length;
  const zigzag = pages.map((_, index) => (index % 2 ? (index + 1) / 2 : (count - index / 2) % count));
  const order = zigzag.map((step) => pages[(step + round) % count]);
  return count % 2 && Math.floor(round / count) % 2 ? order.reverse() : order;
}

async function report(suite, runs, { out, rounds, browser }) {
  const busy = spread(runs.map((run) => run.busy));
  const isComplete = runs.length === rounds * suite.pages.length;
  const measures = suite.summarise(runs);
  const columns = suite.pages.filter(({ name }) => suite.columns.includes(name));
  const environment = {
    date: new Date().toISOString().slice(0, 10),
    rounds,
    isComplete,
    browser,
    libraries: suite.libraries,
    processor: `${cpus().length} × ${cpus()[0].model}`,
    conditions: suite.conditions,
    busy,
  };
  const text = [`## ${suite.title}`, "", described(environment), "", table(columns, measures), "", ...suite.remarks(runs)].join("\n");
  await writeFile(join(out, `${suite.name}.json`), JSON.stringify({ title: suite.title, environment, measures, runs, text }, null, 1));
  await writeFile(join(out, `${suite.name}.md`), `${text}\n`);
  console.log(`\n${text}\nwritten to target/bench/${suite.name}.json and ${suite.name}.md`);

  const missed = measures.filter(({ holds }) => !holds);
  for (const { name, ratio, ratioLimit } of missed) console.log(`missed: ${name}${ratioLimit === null ? "" : `: ${ratio?.toFixed(2)}, the limit is ${ratioLimit}`}`);
  if (busy.value > CALM) console.log("the machine was busy with other work: times are not to be trusted, bytes are");
  if (rounds < FEWEST) console.log(`fewer than ${FEWEST} rounds: a look, not a judgement`);
  if (isInterrupted) return 130;
  return missed.length ? 1 : 0;
}

/** The conditions of a measurement in a few sentences. */
function described({ date, rounds, isComplete, browser, libraries, processor, conditions, busy }) {
  const { cpuSlowdown, latencyMs, downloadBitsPerSecond } = conditions;
  const slowed = cpuSlowdown > 1 ? `Processor slowed ${cpuSlowdown} times` : "Processor not slowed";
  const count = rounds === 1 ? "1 round" : `${rounds} rounds`;
  return (
    `${date}, ${count}${isComplete ? "" : " (interrupted)"}. ${[browser, ...libraries].join(", ")}. ` +
    `${slowed}, line of ${latencyMs} ms and ${downloadBitsPerSecond / 1e6} Mbit/s, brotli 11, nothing cached. ` +
    `${processor}; ${(busy.value * 100).toFixed(0)} % busy before a visit, ${(busy.high * 100).toFixed(0)} % at most. ` +
    "Loads: median (least–most). Inputs: 98th percentile (median–most)."
  );
}
