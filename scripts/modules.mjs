#!/usr/bin/env node
// Builds the WebAssembly modules other than the app, which Trunk builds.
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// A folder of its own: Cargo lets nobody else into a folder that it builds in.
const TARGET = "target/modules";
const TRIPLE = "wasm32-unknown-unknown";

/** Each a package below modules/. */
export const MODULES = ["draw", "import", "compare"];

/** Where wasm-bindgen's output is when this has run: gongkai_NAME.js and gongkai_NAME_bg.wasm. */
export const bindgen = (name) => join(TARGET, "bindgen", name);

const BINARYEN = dirname(createRequire(import.meta.url).resolve("binaryen/package.json"));
export const WASM_OPT = join(BINARYEN, "bin/wasm-opt");
export const WASM2JS = join(BINARYEN, "bin/wasm2js");

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of MODULES) {
    // What reads thousands of reports is built for speed; the others are small before they are quick.
    process.env.CARGO_PROFILE_RELEASE_OPT_LEVEL = name === "compare" ? "2" : "z";
    // Trunk shows the progress of the longer build; two bars would overwrite each other.
    await run("cargo", "build", "--quiet", "--release", "--package", `gongkai-module-${name}`, "--target", TRIPLE, "--target-dir", TARGET);
    const built = join(TARGET, TRIPLE, `release/gongkai_module_${name}.wasm`);
    await run("wasm-bindgen", "--target", "web", "--no-typescript", "--out-dir", bindgen(name), "--out-name", `gongkai_${name}`, built);
    const wasm = join(bindgen(name), `gongkai_${name}_bg.wasm`);
    await run(process.execPath, WASM_OPT, "-Oz", ...(await wasmOptParams()), wasm, "--output", wasm);
  }
}

/**
 * What wasm-opt is told wherever it runs, as Trunk reads it: all modules must run in the same
 * browsers. What it leaves out (common subexpressions, and inlining what has one caller) would make
 * the modules smaller, but five per cent larger after brotli, which finds repetitions better.
 * @returns {Promise<string[]>}
 */
export async function wasmOptParams() {
  const params = /data-wasm-opt-params="([^"]+)"/.exec(await readFile("index.html", "utf8"));
  if (!params) throw new Error("index.html has no data-wasm-opt-params");
  return params[1].split(/\s+/);
}

/** @returns {Promise<void>} rejects where the program fails */
export function run(program, ...words) {
  return new Promise((done, fail) => {
    const child = spawn(program, words, { stdio: "inherit" });
    child.on("error", fail);
    child.on("close", (code) => (code === 0 ? done() : fail(new Error(`${program} ${words[0]} failed`))));
  });
}
