#!/usr/bin/env node
// Runs the steps of make test, all of them even when one fails, and sums up.
//   node scripts/test.mjs [STEP...]
import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

const WASM = "--target=wasm32-unknown-unknown";
const ANNEX = ["--no-default-features", "--features=annex"];
const OPEN = ["--no-default-features", "--features=open"];
const COMPARE = ["--no-default-features", "--features=compare"];
// With the command line and what only it reads.
const CLI = "--features=cli";
// Elsewhere a changed Cargo.toml may still update the lock file.
const locked = process.env.CI ? ["--locked"] : [];
const deny = ["--", "-D", "warnings"];

/** A step that needs another is left out when that one failed. */
const STEPS = {
  format: { run: () => command("cargo", "fmt", "--check") },
  clippy: { run: () => command("cargo", "clippy", ...locked, "--all-targets", CLI, ...deny) },
  "clippy-wasm": { run: () => command("cargo", "clippy", ...locked, "--lib", WASM, ...deny) },
  "clippy-annex": { run: () => command("cargo", "clippy", ...locked, "--lib", WASM, ...ANNEX, ...deny) },
  "clippy-open": { run: () => command("cargo", "clippy", ...locked, "--lib", WASM, ...OPEN, ...deny) },
  "clippy-compare": { run: () => command("cargo", "clippy", ...locked, "--lib", WASM, ...COMPARE, ...deny) },
  native: { run: () => command("cargo", "test", ...locked, "--no-fail-fast", CLI) },
  // The queries that the docs print, on tables that the command line writes.
  research: { run: () => nodeTests("tests/research"), needs: "native" },
  build: { run: () => command("make", "target/site.built") },
  bundle: { run: () => nodeTests("tests/bundle"), needs: "build" },
  browser: { run: () => nodeTests("tests/browser"), needs: "build" },
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

const results = [];
for (const name of names) {
  const { run, needs } = STEPS[name];
  if (interrupted || results.some((result) => result.name === needs && result.state !== "ok")) {
    results.push({ name, state: "left out", seconds: 0 });
    continue;
  }
  console.log(`\n==> ${name} (${results.length + 1} of ${names.length})`);
  const start = performance.now();
  const isGood = await run();
  results.push({ name, state: isGood ? "ok" : "FAILED", seconds: (performance.now() - start) / 1000 });
}

console.log("\n==> summary");
for (const { name, state, seconds } of results) {
  console.log(`  ${name.padEnd(13)} ${state.padEnd(8)} ${seconds.toFixed(1).padStart(7)} s`);
}
const good = results.filter(({ state }) => state === "ok").length;
console.log(`  ${good} of ${names.length} steps ok`);
process.exit(interrupted ? 130 : good === names.length ? 0 : 1);

/** @returns {Promise<boolean>} */
function command(program, ...words) {
  return new Promise((done) => {
    const child = spawn(program, words, { stdio: "inherit" });
    child.on("error", (error) => {
      console.error(`${program}: ${error.message}`);
      done(false);
    });
    child.on("close", (code) => done(code === 0));
  });
}

async function nodeTests(folder) {
  const files = (await readdir(folder).catch(() => []))
    .filter((name) => name.endsWith(".test.mjs"))
    .sort()
    .map((name) => join(folder, name));
  if (!files.length) {
    console.error(`no tests in ${folder}`);
    return false;
  }
  return command(process.execPath, "--test", "--test-reporter=spec", ...files);
}
