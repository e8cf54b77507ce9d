#!/usr/bin/env node
// Builds the WebAssembly modules other than the app, which Trunk builds.
import { execFile, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

// A folder of its own: Cargo locks the folder that it builds in, and Trunk builds at the same time.
const TARGET = "target/modules";
const TRIPLE = "wasm32-unknown-unknown";

/** The packages in modules/. */
export const MODULES = ["draw", "import", "readers", "compare", "context"];

/** What Cargo builds for a module that has no package of its own. */
const BUILDS = { readers: { package: "import", features: ["--features", "all"] } };

/** Returns the folder of wasm-bindgen's output: gongkai_NAME.js and gongkai_NAME_bg.wasm. */
export const bindgen = (name) => join(TARGET, "bindgen", name);

const BINARYEN = dirname(createRequire(import.meta.url).resolve("binaryen/package.json"));
export const WASM_OPT = join(BINARYEN, "bin/wasm-opt");
export const WASM2JS = join(BINARYEN, "bin/wasm2js");

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of MODULES) {
    // Comparing reads thousands of reports, so it is built for speed; the others are built for size.
    process.env.CARGO_PROFILE_RELEASE_OPT_LEVEL = name === "compare" ? "2" : "z";
    // Quiet, because two progress bars, this and Trunk's, would overwrite each other.
    const { package: source, features } = BUILDS[name] ?? { package: name, features: [] };
    const options = ["--package", `gongkai-module-${source}`, ...features, "--target", TRIPLE, "--target-dir", TARGET];
    await run("cargo", "build", "--quiet", "--release", ...options);
    const built = join(TARGET, TRIPLE, `release/gongkai_module_${source}.wasm`);
    await run("wasm-bindgen", "--target", "web", "--no-typescript", "--out-dir", bindgen(name), "--out-name", `gongkai_${name}`, built);
    const wasm = join(bindgen(name), `gongkai_${name}_bg.wasm`);
    await run(process.execPath, WASM_OPT, "-Oz", ...(await wasmOptParams()), wasm, "--output", wasm);
  }
}

/**
 * Reads wasm-opt's parameters where Trunk reads them, so that all modules run in the same browsers. They
 * turn off common subexpressions and the inlining of functions with one caller: both make the modules
 * smaller, but five per cent larger after brotli, which finds repetitions better.
 * @returns {Promise<string[]>}
 */
export async function wasmOptParams() {
  const params = /data-wasm-opt-params="([^"]+)"/.exec(await readFile("index.html", "utf8"));
  if (!params) throw new Error("index.html has no data-wasm-opt-params");
  return params[1].split(/\s+/);
}

/** @returns {Promise<void>} rejects if the program fails */
export function run(program, ...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: "inherit" });
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`${program} ${args[0]} failed`))));
  });
}

/** @returns {Promise<string>} what the program prints; rejects if it fails */
export async function runForOutput(program, ...args) {
  return (await promisify(execFile)(program, args)).stdout;
}
