#!/usr/bin/env node
// Beside Trunk's own build of the first module: the second one, which holds the checks.
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

// A folder of its own: the two builds have the same name, and in one folder each would undo the other.
const TARGET = "target/checker";
const TRIPLE = "wasm32-unknown-unknown";
const NAME = "gongkai_checks";

/** Where the module is when this has run. */
export const CHECKER = join(TARGET, `${NAME}_bg.wasm`);

const WASM_OPT = join(dirname(createRequire(import.meta.url).resolve("binaryen/package.json")), "bin/wasm-opt");

if (process.argv[1] === import.meta.filename) {
  const features = ["--no-default-features", "--features", "checker"];
  // Trunk shows the progress of the longer build; two bars would overwrite each other.
  await run("cargo", "build", "--quiet", "--release", "--lib", ...features, "--target", TRIPLE, "--target-dir", TARGET);
  const bindgen = join(TARGET, "bindgen");
  const built = join(TARGET, TRIPLE, "release/gongkai.wasm");
  await run("wasm-bindgen", "--target", "web", "--no-typescript", "--out-dir", bindgen, "--out-name", NAME, built);
  const lowering = await loweringOfTheFirst();
  await run(process.execPath, WASM_OPT, "-Oz", ...lowering, join(bindgen, `${NAME}_bg.wasm`), "--output", CHECKER);
}

/** Both modules must run in the same browsers. */
async function loweringOfTheFirst() {
  const params = /data-wasm-opt-params="([^"]+)"/.exec(await readFile("index.html", "utf8"));
  if (!params) throw new Error("index.html has no data-wasm-opt-params");
  return params[1].split(/\s+/);
}

function run(program, ...words) {
  return new Promise((done, fail) => {
    const child = spawn(program, words, { stdio: "inherit" });
    child.on("error", fail);
    child.on("close", (code) => (code === 0 ? done() : fail(new Error(`${program} ${words[0]} failed`))));
  });
}
