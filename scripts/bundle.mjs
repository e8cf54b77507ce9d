#!/usr/bin/env node
// Trunk's last step: turns what wasm-bindgen made into the files that a portal copies.
import { createHash } from "node:crypto";
import { copyFile, readFile, readdir, rm, writeFile, mkdir } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { MODULES, WASM2JS, WASM_OPT, bindgen, run, wasmOptParams } from "./modules.mjs";
import { renameGlue, renameWasm, shortNames } from "./short-names.mjs";

/** Modules that are finished, by what they were made of. */
const KEPT = "target/finished-modules";

// What the oldest browsers in use in offices are built on.
const TARGET = "chrome69";

/**
 * Instead of the glue's own start, which can fetch and compile in five ways: the script does that
 * itself, and says what went wrong.
 */
const START = `
export async function instantiate(module) {
  __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module);
}
export function adopt(make) {
  __wbg_finalize_init({ exports: make(__wbg_get_imports()) }, undefined);
}
`;

const staging = process.env.TRUNK_STAGING_DIR;
if (!staging) {
  console.error("scripts/bundle.mjs is called by trunk: run make dist");
  process.exit(2);
}
const glue = join(staging, "glue");
const out = join(staging, "gongkai");
await mkdir(out, { recursive: true });

const integrity = (body) => JSON.stringify(`sha384-${sha384(body)}`);
// Each takes its minute on one processor.
const modules = Object.fromEntries(
  await Promise.all([
    // Trunk has built the app, in the glue's own folder.
    finished("app", glue, "gongkai"),
    ...MODULES.map(async (name) => {
      const folder = join(glue, name);
      await mkdir(folder);
      await Promise.all((await readdir(bindgen(name))).map((file) => copyFile(join(bindgen(name), file), join(folder, file))));
      return finished(name, folder, `gongkai_${name}`);
    }),
  ]),
);
const styles = Object.fromEntries(
  await Promise.all([
    ...Object.entries({ "gongkai.css": "style/gongkai.css", "gongkai-app.css": "style/app/app.css", "gongkai-compare.css": "style/compare/compare.css" }).map(
      async ([name, entry]) => [name, await bundle({ entryPoints: [entry] })],
    ),
    ...Object.entries({ "gongkai-static-first.css": "style/static/first.css", "gongkai-static.css": "style/static/static.css" }).map(
      async ([name, entry]) => [name, await bundle({ stdin: { contents: await scoped(entry), loader: "css", resolveDir: "." } })],
    ),
  ]),
);
const version = /^version = "(.+)"$/m.exec(await readFile("Cargo.toml", "utf8"))?.[1];
if (!version) throw new Error("Cargo.toml has no version");

const files = { ...styles };
for (const [name, { wasm, script }] of Object.entries(modules)) {
  files[`gongkai-${name}.wasm`] = wasm;
  files[`gongkai-${name}.wasm.js`] = script;
}
// From the last to the first: each script knows the hashes of what it loads.
for (const [name, loads] of Object.entries({ import: [], app: ["IMPORT"], compare: [] })) {
  files[`gongkai-${name}.js`] = await bundle({ ...scripts([name.toUpperCase(), ...loads]), entryPoints: [`web/${name}/module.js`], format: "esm" });
}
const first = scripts(["DRAW", "APP", "COMPARE"]);
files["gongkai.js"] = await bundle({
  ...first,
  entryPoints: ["web/classic.js"],
  format: "iife",
  // In the glue's own start, of which nothing is left.
  logOverride: { "empty-import-meta": "silent" },
});
files["gongkai.module.js"] = await bundle({ ...first, entryPoints: ["web/module.js"], format: "esm" });
const manifest = {
  version,
  files: Object.fromEntries(
    Object.entries(files).map(([name, body]) => [name, { bytes: body.length, sha384: sha384(body) }]),
  ),
};
files["manifest.json"] = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
await Promise.all(Object.entries(files).map(([name, body]) => writeFile(join(out, name), body)));

// The glue is now inside the scripts.
await rm(glue, { recursive: true });
const left = (await readdir(out)).filter((name) => !(name in files));
if (left.length) throw new Error(`unexpected in the bundle: ${left.join(", ")}`);

/**
 * A module as it ships, and as a plain script. Both take a minute, so they are kept until the module, its glue
 * or what makes them changes.
 * @returns {Promise<[string, {glue: string, wasm: Uint8Array, script: Uint8Array}]>}
 */
async function finished(name, folder, output) {
  const paths = [join(folder, `${output}_bg.wasm`), join(folder, `${output}.js`)];
  const makers = ["scripts/bundle.mjs", "scripts/short-names.mjs", "index.html", "package-lock.json"];
  const inputs = await Promise.all([...paths, ...makers].map((path) => readFile(path)));
  const key = createHash("sha256").update(inputs.map(sha384).join()).digest("hex").slice(0, 16);
  const kept = join(KEPT, name, key);
  const files = { wasm: join(kept, "module.wasm"), script: join(kept, "module.js"), glue: join(kept, "glue.js") };
  if (!existsSync(files.glue)) {
    const wasm = await shorten(folder, output);
    const script = await plainScript(folder);
    // Older ones are of no use; the glue comes last, as the sign that all is there.
    await rm(join(KEPT, name), { recursive: true, force: true });
    await mkdir(kept, { recursive: true });
    await Promise.all([writeFile(files.wasm, wasm), writeFile(files.script, script)]);
    await copyFile(join(folder, `${output}.js`), files.glue);
  }
  return [name, { glue: resolve(files.glue), wasm: await readFile(files.wasm), script: await readFile(files.script) }];
}

/** What esbuild puts into a script: the glue of modules, and the hashes of the files that are loaded. */
function scripts(names) {
  const hash = (constant, file) => (file in files ? { [constant]: integrity(files[file]) } : {});
  const define = { GONGKAI_VERSION: JSON.stringify(version), ...hash("GONGKAI_CSS_INTEGRITY", "gongkai.css") };
  for (const constant of names) {
    const name = constant.toLowerCase();
    Object.assign(
      define,
      hash(`GONGKAI_${constant}_INTEGRITY`, `gongkai-${name}.js`),
      hash(`GONGKAI_${constant}_WASM_INTEGRITY`, `gongkai-${name}.wasm`),
      hash(`GONGKAI_${constant}_SCRIPT_INTEGRITY`, `gongkai-${name}.wasm.js`),
      hash(`GONGKAI_${constant}_CSS_INTEGRITY`, `gongkai-${name}.css`),
    );
  }
  return { alias: Object.fromEntries(Object.entries(modules).map(([name, { glue }]) => [`gongkai-${name}`, glue])), define };
}

/** Short names in a module and its glue. @returns {Promise<Uint8Array>} the module */
async function shorten(folder, name) {
  const script = join(folder, `${name}.js`);
  const [wasm, text] = await Promise.all([readFile(join(folder, `${name}_bg.wasm`)), readFile(script, "utf8")]);
  const names = shortNames(wasm);
  const renamed = renameGlue(text, names);
  for (const name of ["__wbg_finalize_init(instance, module)", "__wbg_get_imports()"]) {
    if (!renamed.includes(`function ${name} {`)) throw new Error(`the glue has no ${name}`);
  }
  // For a panic that shows a value of the page; its name is enough.
  const brief = renamed.replace(/function debugString\(val\) \{[^]*?\n\}\n/, "function debugString(val) { return String(val); }\n");
  // The memory of a plain script grows into another buffer without detaching the one before.
  const memory = /new Uint8Array\((wasm\.\w+)\.buffer\)/.exec(brief)?.[1];
  const views = [
    [/(cached\w+)\.byteLength === 0/g, `$1.buffer !== ${memory}.buffer`],
    [/(cached\w+)\.buffer\.detached === true \|\| \([^()]*\)/g, `$1.buffer !== ${memory}.buffer`],
  ];
  let grown = brief;
  for (const [stale, test] of views) {
    if (!memory || !stale.test(brief)) throw new Error("the glue looks after its memory otherwise than it did");
    grown = grown.replace(stale, test);
  }
  await writeFile(script, grown + START);
  return again(folder, renameWasm(wasm, names));
}

/**
 * wasm-opt once more: Trunk runs it once, and on its own output it finds nearly one per cent more.
 * @param {string} folder
 * @param {Uint8Array} wasm
 */
async function again(folder, wasm) {
  const [before, after] = [join(folder, "before.wasm"), join(folder, "after.wasm")];
  await writeFile(before, wasm);
  // Without a word it takes today's features for granted, and brings back what was lowered.
  const features = ["--mvp-features", "--enable-mutable-globals"];
  const words = [WASM_OPT, ...features, ...(await wasmOptParams()), "--flatten", "--rereloop", "-Oz", "-Oz", before, "--output", after];
  // Alignment is a hint that today's processors have no use for, and noise to a compressor; but the
  // translation to a script heeds it, so the module that is translated keeps it.
  const shipped = join(folder, "shipped.wasm");
  const last = [...(await wasmOptParams()), "--always-inline-max-function-size=6", "-Oz", "--dealign"];
  await run(process.execPath, ...words);
  await run(process.execPath, WASM_OPT, ...features, ...last, after, "--output", shipped);
  return readFile(shipped);
}

/**
 * A module once more as a plain script, for browsers that know no 'wasm-unsafe-eval' (those
 * before 2022) under a strict policy. Its default export takes the imports and gives the exports.
 * @returns {Promise<Uint8Array>}
 */
async function plainScript(folder) {
  const [from, to] = [join(folder, "after.wasm"), join(folder, "plain.js")];
  await run(process.execPath, WASM2JS, "-Oz", from, "--output", to);
  const text = await readFile(to, "utf8");
  const [start, end] = [/^import \* as \w+ from '\w+';\n/, /^var retasmFunc = asmFunc\([^]*$/m];
  if (!start.test(text) || !end.test(text)) throw new Error("wasm2js writes otherwise than it did");
  await writeFile(to, text.replace(start, "").replace(end, "export default asmFunc;\n"));
  return bundle({ entryPoints: [to], format: "esm" });
}

/** @param {import("esbuild").BuildOptions} options @returns {Promise<Uint8Array>} */
async function bundle(options) {
  const { outputFiles, warnings } = await build({
    bundle: true,
    minify: true,
    target: TARGET,
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    write: false,
    ...options,
  });
  if (warnings.length) throw new Error("esbuild warned");
  return outputFiles[0].contents;
}

/**
 * The widget's styles for a page without a shadow root: everything inside one class, so that they
 * touch nothing else of the page.
 */
async function scoped(entry) {
  const [text, own] = await Promise.all([bundle({ entryPoints: [entry] }), readFile("style/static/page.css", "utf8")]);
  const inside = Buffer.from(text).toString().replace(/:host\(([^()]*(?:\([^()]*\)[^()]*)*)\)/g, "&$1").replace(/:host/g, "&");
  return `.gongkai-static{${inside}}\n${own}`;
}

function sha384(body) {
  return createHash("sha384").update(body).digest("base64");
}
