#!/usr/bin/env node
// Builds the desk: one HTML file that opens from a disk without a network.
//   node scripts/desk.mjs FILE
import { build } from "esbuild";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { WASM_OPT, run, wasmOptParams } from "./modules.mjs";

const TARGET = "target/modules";
const TRIPLE = "wasm32-unknown-unknown";
const OUT = join(TARGET, "bindgen/desk");
const FILE = process.argv[2];
/** The most that the file may weigh, so that it can be sent and opened from a disk. */
const LIMIT = 8_000_000;

// A clerk's long file is to be read soon; bytes from a disk count less than those of the widget.
process.env.CARGO_PROFILE_RELEASE_OPT_LEVEL = "s";
// Linking all of it at once takes minutes and gains little here.
process.env.CARGO_PROFILE_RELEASE_LTO = "thin";
process.env.CARGO_PROFILE_RELEASE_CODEGEN_UNITS = "16";
await run("cargo", "build", "--quiet", "--release", "--package", "gongkai-module-desk", "--target", TRIPLE, "--target-dir", TARGET);
const built = join(TARGET, TRIPLE, "release/gongkai_module_desk.wasm");
await run("wasm-bindgen", "--target", "no-modules", "--no-typescript", "--out-dir", OUT, "--out-name", "desk", built);
const wasm = join(OUT, "desk_bg.wasm");
await run(process.execPath, WASM_OPT, "-Os", ...(await wasmOptParams()), wasm, "--output", wasm);

/** Returns a style sheet with its imports, for the oldest browser that is supported. */
async function style(path) {
  const result = await build({
    entryPoints: [path], bundle: true, minify: true, write: false, target: "chrome69", logLevel: "error",
  });
  return result.outputFiles[0].text.trim();
}

/** Returns a script, minified for the oldest browser that is supported. */
async function script(contents) {
  const result = await build({
    stdin: { contents }, minify: true, write: false, target: "chrome69", logLevel: "error",
  });
  // The end tag would end the script in the page.
  return result.outputFiles[0].text.trim().replaceAll("</script", "<\\/script");
}

const template = await readFile("web/desk/desk.html", "utf8");
const glue = await readFile(join(OUT, "desk.js"), "utf8");
const start = await readFile("web/desk/start.js", "utf8");
const bytes = (await readFile(wasm)).toString("base64");
const widget = [await style("style/gongkai.css"), await style("style/app/app.css")];
const parts = {
  "desk-style": await style("style/desk/desk.css"),
  "widget-style": widget.join("\n"),
  program: bytes,
  script: await script(`${glue}\n${start}`),
};
const page = template.replace(/<!-- ([a-z-]+) -->/g, (comment, name) => parts[name] ?? comment);
if (page.length > LIMIT) throw new Error(`${FILE} would have ${page.length} bytes, more than ${LIMIT}`);
await mkdir(dirname(FILE), { recursive: true });
await writeFile(FILE, page);
