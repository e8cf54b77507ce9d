#!/usr/bin/env node
// Runs the steps of make test, all of them even when one fails, and sums up.
//   node scripts/test.mjs [STEP...]
import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

// What a browser runs.
const BROWSER = ["--target=wasm32-unknown-unknown", "--package=gongkai", "--package=gongkai-module-*"];
// Elsewhere a changed Cargo.toml may still update the lock file.
const locked = process.env.CI ? ["--locked"] : [];
const deny = ["--", "-D", "warnings"];

/** A step that needs another is left out when that one failed. */
const STEPS = {
  // The script that ships, by its JSDoc.
  types: { run: (output) => command(output, process.execPath, "node_modules/typescript/bin/tsc", "-p", "web") },
  format: { run: (output) => command(output, "cargo", "fmt", "--check") },
  clippy: { run: (output) => command(output, "cargo", "clippy", ...locked, "--workspace", "--all-targets", ...deny) },
  "clippy-wasm": { run: (output) => command(output, "cargo", "clippy", ...locked, ...BROWSER, ...deny) },
  native: { run: (output) => command(output, "cargo", "test", ...locked, "--workspace", "--no-fail-fast") },
  // The queries that the docs print, on tables that the command line writes.
  research: { run: (output) => nodeTests(output, "tests/research"), needs: "native" },
  build: { run: (output) => command(output, "make", "target/site.built") },
  bundle: { run: (output) => nodeTests(output, "tests/bundle"), needs: "build" },
  browser: { run: (output) => nodeTests(output, "tests/browser"), needs: "build" },
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in STEPS));
if (unknown.length) {
  console.error(`no such step: ${unknown.join(", ")}; there are ${Object.keys(STEPS).join(", ")}`);
  process.exit(2);
}
const names = chosen.length ? chosen : Object.keys(STEPS);

// The children hear it too and end by themselves; what is done so far is still summed up.
let interrupted = false;
process.on("SIGINT", () => (interrupted = true));

// What compiles for browsers leaves half the machine idle (it is linked as one piece): it goes on beside
// the lints and the native tests. What it prints is kept until it ends, so that two do not write at once.
const BESIDE = ["build", "bundle"];
const isBeside = chosen.length === 0;
const results = [];
const beside = isBeside ? lane(BESIDE, "pipe") : null;
await lane(names.filter((name) => !isBeside || (!BESIDE.includes(name) && name !== "browser")), "inherit");
await beside;
// By themselves: what they wait for is not to wait for a compiler.
if (isBeside) await lane(["browser"], "inherit");

console.log("\n==> summary");
for (const name of names) {
  const { state, seconds } = results.find((result) => result.name === name);
  console.log(`  ${name.padEnd(14)} ${state.padEnd(8)} ${seconds.toFixed(1).padStart(7)} s`);
}
const good = results.filter(({ state }) => state === "ok").length;
console.log(`  ${good} of ${names.length} steps ok`);
process.exit(interrupted ? 130 : good === names.length ? 0 : 1);

/** Runs steps one after another. @param {string[]} steps @param {"inherit" | "pipe"} output */
async function lane(steps, output) {
  for (const name of steps) {
    const { run, needs } = STEPS[name];
    if (interrupted || results.some((result) => result.name === needs && result.state !== "ok")) {
      results.push({ name, state: "left out", seconds: 0 });
      continue;
    }
    console.log(`\n==> ${name} (${names.indexOf(name) + 1} of ${names.length}${output === "pipe" ? ", beside the others" : ""})`);
    const start = performance.now();
    const isGood = await run(output);
    const seconds = (performance.now() - start) / 1000;
    results.push({ name, state: isGood ? "ok" : "FAILED", seconds });
  }
}

/**
 * @param {"inherit" | "pipe"} output as it comes, or all of it once it has ended
 * @returns {Promise<boolean>}
 */
function command(output, program, ...words) {
  return new Promise((done) => {
    const child = spawn(program, words, { stdio: ["inherit", output, output] });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part) => said.push(part));
    child.on("error", (error) => {
      console.error(`${program}: ${error.message}`);
      done(false);
    });
    child.on("close", (code) => {
      if (said.length) console.log(`\n==> ${[program, ...words].slice(0, 3).join(" ")} … has ended; it said:\n${Buffer.concat(said)}`);
      done(code === 0);
    });
  });
}

async function nodeTests(output, folder) {
  const files = (await readdir(folder).catch(() => []))
    .filter((name) => name.endsWith(".test.mjs"))
    .sort()
    .map((name) => join(folder, name));
  if (!files.length) {
    console.error(`no tests in ${folder}`);
    return false;
  }
  return command(output, process.execPath, "--test", "--test-reporter=spec", ...files);
}
