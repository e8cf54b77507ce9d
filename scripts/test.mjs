#!/usr/bin/env node
// Runs the steps of make test, even after a failure, and prints a summary.
//   node scripts/test.mjs [STEP...]
import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

// The packages that run in a browser.
const BROWSER = ["--target=wasm32-unknown-unknown", "--package=gongkai", "--package=gongkai-module-*"];
// On a developer's machine a changed Cargo.toml may update the lock file.
const locked = process.env.CI ? ["--locked"] : [];
const deny = ["--", "-D", "warnings"];
process.env.RUSTDOCFLAGS ??= "-D warnings";

/** A step is skipped if the one that it needs has failed. */
const STEPS = {
  // The script that ships, by its JSDoc.
  types: { run: (output) => command(output, process.execPath, "node_modules/typescript/bin/tsc", "-p", "web") },
  "types-scripts": { run: (output) => command(output, process.execPath, "node_modules/typescript/bin/tsc", "-p", "scripts") },
  eslint: { run: (output) => command(output, process.execPath, "node_modules/eslint/bin/eslint.js", ".") },
  spelling: { run: (output) => command(output, "typos", "--config", "typos.toml") },
  format: { run: (output) => command(output, "cargo", "fmt", "--check") },
  clippy: { run: (output) => command(output, "cargo", "clippy", ...locked, "--workspace", "--all-targets", ...deny) },
  "clippy-wasm": { run: (output) => command(output, "cargo", "clippy", ...locked, ...BROWSER, ...deny) },
  rustdoc: { run: (output) => command(output, "cargo", "doc", ...locked, "--workspace", "--no-deps", "--document-private-items") },
  native: { run: (output) => command(output, "cargo", "test", ...locked, "--workspace", "--no-fail-fast") },
  // The queries that the docs print, on tables that the command line writes.
  research: { run: (output) => nodeTests(output, "tests/research"), needs: "native" },
  build: { run: (output) => command(output, "make", "target/site.built", "target/desk/desk.html") },
  examples: { run: (output) => nodeTests(output, "tests/examples"), needs: "build" },
  bundle: { run: (output) => nodeTests(output, "tests/bundle"), needs: "build" },
  browser: { run: (output) => nodeTests(output, "tests/browser"), needs: "build" },
  // The table of faults in the docs against what the tests have just recorded.
  reliability: { run: (output) => command(output, process.execPath, "scripts/reliability.mjs", "--check"), needs: "browser" },
};

/** Steps that run only when they are named. */
const SEPARATE = {
  release: { run: (output) => nodeTests(output, "tests/release") },
};
const ALL = { ...STEPS, ...SEPARATE };

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in ALL));
if (unknown.length) {
  console.error(`no such step: ${unknown.join(", ")}; there are ${Object.keys(ALL).join(", ")}`);
  process.exit(2);
}
const names = chosen.length ? chosen : Object.keys(STEPS);

// The child processes receive it too and end; the summary is still printed.
let interrupted = false;
process.on("SIGINT", () => (interrupted = true));

// The build leaves half the machine idle while it links, so it runs in parallel with the lints and the native
// tests. Its output is printed when it ends, so that the two do not mix.
const IN_PARALLEL = ["build", "bundle"];
const LAST = ["examples", "browser", "reliability"];
const isParallel = chosen.length === 0;
const results = [];
const parallel = isParallel ? runSteps(IN_PARALLEL, "pipe") : null;
await runSteps(names.filter((name) => !isParallel || (!IN_PARALLEL.includes(name) && !LAST.includes(name))), "inherit");
await parallel;
// Last and alone, since a compiler at work could make them time out.
if (isParallel) await runSteps(LAST, "inherit");

console.log("\n==> summary");
for (const name of names) {
  const { state, seconds } = results.find((result) => result.name === name);
  console.log(`  ${name.padEnd(14)} ${state.padEnd(8)} ${seconds.toFixed(1).padStart(7)} s`);
}
const good = results.filter(({ state }) => state === "ok").length;
console.log(`  ${good} of ${names.length} steps ok`);
process.exit(interrupted ? 130 : good === names.length ? 0 : 1);

/** Runs steps one after another. @param {string[]} steps @param {"inherit" | "pipe"} output */
async function runSteps(steps, output) {
  for (const name of steps) {
    const { run, needs } = ALL[name];
    if (interrupted || results.some((result) => result.name === needs && result.state !== "ok")) {
      results.push({ name, state: "skipped", seconds: 0 });
      continue;
    }
    console.log(`\n==> ${name} (${names.indexOf(name) + 1} of ${names.length}${output === "pipe" ? ", in parallel" : ""})`);
    const start = performance.now();
    const isGood = await run(output);
    const seconds = (performance.now() - start) / 1000;
    results.push({ name, state: isGood ? "ok" : "FAILED", seconds });
  }
}

/**
 * @param {"inherit" | "pipe"} output prints at once, or when the program has ended
 * @returns {Promise<boolean>}
 */
function command(output, program, ...args) {
  return new Promise((done) => {
    const child = spawn(program, args, { stdio: ["inherit", output, output] });
    const printed = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part) => printed.push(part));
    child.on("error", (error) => {
      console.error(`${program}: ${error.message}`);
      done(false);
    });
    child.on("close", (code) => {
      if (printed.length) console.log(`\n==> Output of ${[program, ...args].slice(0, 3).join(" ")} …:\n${Buffer.concat(printed)}`);
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
