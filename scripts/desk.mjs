#!/usr/bin/env node
// Builds the desk: desk.html, one file that opens from a disk without a network, and the same desk as ordinary files
// for hosting, in the folder hosted/ beside it.
//   node scripts/desk.mjs FILE SITE
// SITE is the folder of the widget's finished files, which the desk hands over.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { WASM2JS, WASM_OPT, run, wasmOptParams } from "./modules.mjs";
import { zip } from "./zip.mjs";

const TARGET = "target/modules";
const TRIPLE = "wasm32-unknown-unknown";
const OUT = join(TARGET, "bindgen/desk");
const [FILE, SITE] = process.argv.slice(2);
/** The most that the file may weigh, so that it can be sent and opened from a disk. */
const LIMIT = 8_000_000;

// A clerk's long file is to be read soon; bytes from a disk count less than those of the widget.
process.env.CARGO_PROFILE_RELEASE_OPT_LEVEL = "s";
// Linking all of it at once takes minutes and gains little here.
process.env.CARGO_PROFILE_RELEASE_LTO = "thin";
process.env.CARGO_PROFILE_RELEASE_CODEGEN_UNITS = "16";
const packages = ["--package", "gongkai-module-desk", "--package", "gongkai-module-unpack"];
await run("cargo", "build", "--quiet", "--release", ...packages, "--target", TRIPLE, "--target-dir", TARGET);
const program = await finished("desk");
const unpack = await finished("unpack");
const programScript = await asScript("desk");

/** Finishes a module, and returns it with its script. @param {string} name */
async function finished(name) {
  const built = join(TARGET, TRIPLE, `release/gongkai_module_${name}.wasm`);
  const wasm = join(OUT, `${name}_bg.wasm`);
  const script = join(OUT, `${name}.js`);
  // A change of style or script finishes no module again.
  const [from, to] = await Promise.all([built, wasm].map((path) => stat(path).then(({ mtimeMs }) => mtimeMs, () => 0)));
  if (to > from) return { wasm: await readFile(wasm), glue: await readFile(script, "utf8") };
  const options = ["--target", "no-modules", "--no-typescript"];
  await run("wasm-bindgen", ...options, "--out-dir", OUT, "--out-name", name, built);
  const small = `${wasm}.small`;
  await run(process.execPath, WASM_OPT, "-Os", ...(await wasmOptParams()), wasm, "--output", small);
  await rename(small, wasm);
  return { wasm: await readFile(wasm), glue: await readFile(script, "utf8") };
}

/**
 * Translates a module to a script, for browsers that do not know 'wasm-unsafe-eval' (before 2022) under a strict policy:
 * it defines a function that takes the imports and returns the exports. Its size matters less than the minutes that
 * wasm2js needs to make it a tenth smaller.
 * @param {string} name
 */
async function asScript(name) {
  const [wasm, translated, shipped] = [`${name}_bg.wasm`, `${name}.raw.js`, `${name}.wasm.js`].map((file) => join(OUT, file));
  const [from, to] = await Promise.all([wasm, shipped].map((path) => stat(path).then(({ mtimeMs }) => mtimeMs, () => 0)));
  if (to > from) return readFile(shipped);
  await run(process.execPath, WASM2JS, "-O1", wasm, "--output", translated);
  const text = await readFile(translated, "utf8");
  const [start, end] = [/^import \* as \S+ from '\S+';\n/m, /^var retasmFunc = asmFunc\([^]*$/m];
  if (!start.test(text) || !end.test(text)) throw new Error("the form of wasm2js's output has changed");
  const body = text.replace(start, "").replace(end, "");
  await writeFile(shipped, await script(`self.gongkai_${name}_program = (function () { ${body}\nreturn asmFunc; })();`));
  await rm(translated);
  return readFile(shipped);
}

/** Lets the glue take a program that is a script, whose memory grows into another buffer without detaching the previous one. @param {string} glue */
function adopting(glue) {
  /** @type {[RegExp, string][]} */
  const changes = [
    [/(cached\w+)\.byteLength === 0/g, "$1.buffer !== wasm.memory.buffer"],
    [/(cached\w+)\.buffer\.detached === true \|\| \([^()]*\)/g, "$1.buffer !== wasm.memory.buffer"],
    [/Object\.assign\(__wbg_init, \{ initSync \}/, "Object.assign(__wbg_init, { adopt: (make) => __wbg_finalize_init({ exports: make(__wbg_get_imports()) }) }"],
  ];
  return changes.reduce((text, [from, to]) => {
    if (!from.test(text)) throw new Error(`the glue has no ${from}`);
    return text.replace(from, to);
  }, glue);
}

/** Returns a style sheet with its imports, for the oldest browser that is supported. */
async function style(path) {
  const result = await build({
    entryPoints: [path], bundle: true, minify: true, write: false, target: "chrome69", logLevel: "error",
  });
  return result.outputFiles[0].text.trim();
}

/** Returns a script, minified for the oldest browser that is supported. */
async function script(...parts) {
  const result = await build({
    stdin: { contents: parts.join("\n") }, minify: true, write: false, target: "chrome69", logLevel: "error",
  });
  return result.outputFiles[0].text.trim();
}

/** Returns the widget's files as `gongkai publish` copies them, in one ZIP. @param {number} level of packing */
async function widget(level) {
  const licences = (await readdir(".")).filter((name) => name.startsWith("LICENSE"));
  const folder = join(SITE, "gongkai");
  const paths = (await readdir(folder)).map((name) => join(folder, name)).concat(licences).sort();
  return zip(await Promise.all(paths.map(async (path) => ({ name: basename(path), bytes: await readFile(path) }))), level);
}

/** Packs bytes for the page, a fifth smaller than deflate does. @param {Buffer} bytes */
function packed(bytes) {
  const { BROTLI_PARAM_LGWIN, BROTLI_MAX_WINDOW_BITS, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = { [BROTLI_PARAM_LGWIN]: BROTLI_MAX_WINDOW_BITS, [BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).toString("base64");
}

const hash = (bytes) => createHash("sha384").update(bytes).digest("base64");
const fill = (template, parts) => template.replace(/<!-- ([a-z-]+) -->/g, (comment, name) => parts[name] ?? comment);
const start = await readFile("web/desk/start.js", "utf8");
const styles = {
  desk: await style("style/desk/desk.css"),
  widget: [await style("style/gongkai.css"), await style("style/app/app.css")].join("\n"),
};
// Both scripts call what they define wasm_bindgen.
const unpackScript = `const gongkai_unpack = (function () { ${unpack.glue}\nreturn wasm_bindgen; })();`;
const bundle = await widget(9);
const page = fill(await readFile("web/desk/desk.html", "utf8"), {
  "desk-style": styles.desk,
  "widget-style": styles.widget,
  unpack: unpack.wasm.toString("base64"),
  program: packed(program.wasm),
  // Not packed twice.
  widget: packed(await widget(0)),
  // The end tag would end the script in the page.
  script: (await script(unpackScript, program.glue, start)).replaceAll("</script", "<\\/script"),
});
if (page.length > LIMIT) throw new Error(`${FILE} would have ${page.length} bytes, more than ${LIMIT}`);
await mkdir(dirname(FILE), { recursive: true });

const files = {
  "desk.css": styles.desk,
  "desk.js": await script(adopting(program.glue), start),
  "desk.wasm": program.wasm,
  "desk.wasm.js": programScript,
  "widget.css": styles.widget,
  "widget.zip": bundle,
};
files["index.html"] = fill(await readFile("web/desk/hosted.html", "utf8"), {
  "program-hash": `sha384-${hash(files["desk.wasm"])}`,
  "program-script-hash": `sha384-${hash(programScript)}`,
  "script-hash": `sha384-${hash(files["desk.js"])}`,
  "widget-hash": `sha384-${hash(files["widget.zip"])}`,
});
const hosted = join(dirname(FILE), "hosted");
await rm(hosted, { recursive: true, force: true });
await mkdir(hosted);
for (const [name, content] of Object.entries(files)) await writeFile(join(hosted, name), content);
// By it `gongkai publish --desk` finds the files and sees that they are whole.
const listed = Object.entries(files).map(([name, content]) => [name, { bytes: Buffer.byteLength(content), sha384: hash(content) }]);
await writeFile(join(hosted, "manifest.json"), `${JSON.stringify({ files: Object.fromEntries(listed.sort()) }, null, 2)}\n`);
// Last, so that an interrupted build is not taken for a finished one.
await writeFile(FILE, page);
