#!/usr/bin/env node
// Beside Trunk's own build of the first module: the second one, which holds the checks.
import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { renameWasm, shortNames } from "./short-names.mjs";

// A folder of its own: the two builds have the same name, and in one folder each would undo the other.
const TARGET = "target/checker";
const TRIPLE = "wasm32-unknown-unknown";

/** Where the module is when this has run. */
export const CHECKER = join(TARGET, "gongkai_checks_bg.wasm");

/** What src/embed/checks.js gives the module and calls in it, by wasm-bindgen's name and by its own. */
const GIVEN = [
  [/^__wbg___wbindgen_throw_/, "fail"],
  [/^__wbindgen_cast_/, "text"],
];
const CALLED = [
  [/^memory$/, "memory"],
  [/^check$/, "check"],
  [/^__wbindgen_malloc$/, "malloc"],
  [/^__wbindgen_free$/, "free"],
  [/^__wbindgen_add_to_stack_pointer$/, "stack"],
];

const BINARYEN = dirname(createRequire(import.meta.url).resolve("binaryen/package.json"));
export const WASM_OPT = join(BINARYEN, "bin/wasm-opt");
export const WASM2JS = join(BINARYEN, "bin/wasm2js");

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const features = ["--no-default-features", "--features", "checker"];
  // Trunk shows the progress of the longer build; two bars would overwrite each other.
  await run("cargo", "build", "--quiet", "--release", "--lib", ...features, "--target", TRIPLE, "--target-dir", TARGET);
  const built = join(TARGET, TRIPLE, "release/gongkai.wasm");
  const bound = join(TARGET, "bindgen");
  await run("wasm-bindgen", "--target", "web", "--no-typescript", "--out-dir", bound, "--out-name", "checker", built);
  const small = join(bound, "small.wasm");
  await run(process.execPath, WASM_OPT, "-Oz", ...(await wasmOptParams()), join(bound, "checker_bg.wasm"), "--output", small);
  await writeFile(CHECKER, named(await readFile(small)));
}

/**
 * What wasm-opt is told wherever it runs, as Trunk reads it: both modules must run in the same
 * browsers. What it leaves out (common subexpressions, and inlining what has one caller) would make
 * the modules smaller, but five per cent larger after brotli, which finds repetitions better.
 * @returns {Promise<string[]>}
 */
export async function wasmOptParams() {
  const params = /data-wasm-opt-params="([^"]+)"/.exec(await readFile("index.html", "utf8"));
  if (!params) throw new Error("index.html has no data-wasm-opt-params");
  return params[1].split(/\s+/);
}

/** @throws {Error} where the module needs more than it is given, or lacks what is called */
function named(wasm) {
  const { imports, exports } = shortNames(wasm);
  const own = (names, pairs) => {
    const found = pairs.map(([pattern, name]) => [[...names.keys()].filter((long) => pattern.test(long)), name]);
    const missed = found.filter(([longs]) => longs.length !== 1).map(([, name]) => name);
    if (missed.length) throw new Error(`not once in ${[...names.keys()].join(", ")}: ${missed.join(", ")}`);
    return new Map(found.map(([[long], name]) => [long, name]));
  };
  return renameWasm(wasm, { imports: own(imports, GIVEN), exports: own(exports, CALLED) });
}

function run(program, ...words) {
  return new Promise((done, fail) => {
    const child = spawn(program, words, { stdio: "inherit" });
    child.on("error", fail);
    child.on("close", (code) => (code === 0 ? done() : fail(new Error(`${program} ${words[0]} failed`))));
  });
}
