#!/usr/bin/env node
// Trunk's last step: turns the output of wasm-bindgen into the files that a portal copies.
import { createHash } from "node:crypto";
import { copyFile, readFile, readdir, rm, writeFile, mkdir } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { MODULES, WASM2JS, WASM_OPT, bindgen, run, runForOutput, wasmOptParams } from "./modules.mjs";
import { SHORTEN, parseNames, renameGlue } from "./short-names.mjs";

/** Finished modules, by the hash of their inputs. */
const CACHE = "target/finished-modules";

// The oldest browsers in use in offices are built on this version.
const TARGET = "chrome69";

/** What the licences of libraries ask for, at the head of the scripts that they are in. */
const NOTICES = { picture: "/*! uqr: (c) Project Nayuki, (c) 2023 Anthony Fu; MIT License, opensource.org/licenses/MIT */" };

/**
 * Replaces the glue's own start, which can fetch and compile in five ways: web/modules.js does that, and
 * tells what went wrong.
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
// Each takes a minute of one processor.
const modules = Object.fromEntries(
  await Promise.all([
    // Trunk has built the app, in this folder.
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
    ...Object.entries({ "gongkai.css": "style/gongkai.css", "gongkai-app.css": "style/app/app.css", "gongkai-compare.css": "style/compare/compare.css", "gongkai-context.css": "style/context/context.css" }).map(
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
// In this order, because each script has the hashes of the files that it loads.
for (const [name, loads] of Object.entries({ notice: [], picture: [], readers: [], import: ["READERS"], context: [], app: ["IMPORT", "PICTURE", "CONTEXT"], compare: ["PICTURE"] })) {
  const js = NOTICES[name] ?? "";
  files[`gongkai-${name}.js`] = await bundle({ ...scripts([name.toUpperCase(), ...loads]), entryPoints: [`web/${name}/module.js`], format: "esm", banner: { js } });
}
const entry = scripts(["DRAW", "APP", "COMPARE", "NOTICE"]);
files["gongkai.js"] = await bundle({
  ...entry,
  entryPoints: ["web/classic.js"],
  format: "iife",
  // Only the glue's own start uses it, which is dropped.
  logOverride: { "empty-import-meta": "silent" },
});
files["gongkai.module.js"] = await bundle({ ...entry, entryPoints: ["web/module.js"], format: "esm" });
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
 * Makes a module as it ships, and as a script. Both take a minute, so they are cached until the module, its
 * glue or the scripts that make them change.
 * @returns {Promise<[string, {glue: string, wasm: Uint8Array, script: Uint8Array}]>}
 */
async function finished(name, folder, output) {
  const paths = [join(folder, `${output}_bg.wasm`), join(folder, `${output}.js`)];
  const tools = ["scripts/bundle.mjs", "scripts/short-names.mjs", "index.html", "package-lock.json"];
  const inputs = await Promise.all([...paths, ...tools].map((path) => readFile(path)));
  const key = createHash("sha256").update(inputs.map(sha384).join()).digest("hex").slice(0, 16);
  const cached = join(CACHE, name, key);
  const files = { wasm: join(cached, "module.wasm"), script: join(cached, "module.js"), glue: join(cached, "glue.js") };
  if (!existsSync(files.glue)) {
    const wasm = await finish(folder, output);
    const script = await toScript(folder);
    // The glue is written last, as the sign that all files are complete.
    await rm(join(CACHE, name), { recursive: true, force: true });
    await mkdir(cached, { recursive: true });
    await Promise.all([writeFile(files.wasm, wasm), writeFile(files.script, script)]);
    await copyFile(join(folder, `${output}.js`), files.glue);
  }
  return [name, { glue: resolve(files.glue), wasm: await readFile(files.wasm), script: await readFile(files.script) }];
}

/** Returns the build options that put glue and hashes into a script. @param {string[]} names of the modules that it loads */
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

/** Optimizes a module, and adapts its glue. @returns {Promise<Uint8Array>} the module as it ships */
async function finish(folder, name) {
  const script = join(folder, `${name}.js`);
  const names = parseNames(await optimize(folder, join(folder, `${name}_bg.wasm`)));
  const renamed = renameGlue(await readFile(script, "utf8"), names);
  for (const name of ["__wbg_finalize_init(instance, module)", "__wbg_get_imports()"]) {
    if (!renamed.includes(`function ${name} {`)) throw new Error(`the glue has no ${name}`);
  }
  // It describes a value of the page in a panic, for which less detail is enough.
  const brief = renamed.replace(/function debugString\(val\) \{[^]*?\n\}\n/, "function debugString(val) { return String(val); }\n");
  // In the script, the memory grows into another buffer without detaching the previous one.
  const memory = /new Uint8Array\((wasm\.\w+)\.buffer\)/.exec(brief)?.[1];
  /** @type {[RegExp, string][]} */
  const views = [
    [/(cached\w+)\.byteLength === 0/g, `$1.buffer !== ${memory}.buffer`],
    [/(cached\w+)\.buffer\.detached === true \|\| \([^()]*\)/g, `$1.buffer !== ${memory}.buffer`],
  ];
  let grown = brief;
  for (const [stale, test] of views) {
    if (!memory || !stale.test(brief)) throw new Error("the glue has changed how it detects that the memory has grown");
    grown = grown.replace(stale, test);
  }
  await writeFile(script, grown + START);
  return readFile(join(folder, "shipped.wasm"));
}

/**
 * Runs wasm-opt once more, which makes the module nearly one per cent smaller than Trunk's single run, and
 * shortens names. Writes after.wasm and shipped.wasm.
 * @param {string} folder
 * @param {string} wasm the module's file
 * @returns {Promise<string>} the short names
 */
async function optimize(folder, wasm) {
  const [after, shipped] = [join(folder, "after.wasm"), join(folder, "shipped.wasm")];
  // Otherwise it allows today's features, and brings back what was lowered.
  // The first kilobyte of memory is the end of the stack, which no pointer of a program in order reaches.
  const options = [WASM_OPT, "--mvp-features", "--enable-mutable-globals", "--low-memory-unused", ...(await wasmOptParams())];
  const names = await runForOutput(process.execPath, ...options, SHORTEN, "--flatten", "--rereloop", "-Oz", "-Oz", wasm, "--output", after);
  // Alignment is a hint that today's processors ignore, and does not compress. wasm2js needs it, so only the
  // module that ships loses it.
  await run(process.execPath, ...options, "--always-inline-max-function-size=6", "-Oz", "--dealign", after, "--output", shipped);
  return names;
}

/**
 * Translates a module to a script, for browsers that do not know 'wasm-unsafe-eval' (before 2022) under a
 * strict policy. Its default export takes the imports and returns the exports.
 * @returns {Promise<Uint8Array>}
 */
async function toScript(folder) {
  const [from, to] = [join(folder, "after.wasm"), join(folder, "twin.js")];
  await run(process.execPath, WASM2JS, "-Oz", from, "--output", to);
  const text = await readFile(to, "utf8");
  const [start, end] = [/^import \* as \w+ from '\w+';\n/, /^var retasmFunc = asmFunc\([^]*$/m];
  if (!start.test(text) || !end.test(text)) throw new Error("the form of wasm2js's output has changed");
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
  if (warnings.length || !outputFiles) throw new Error("esbuild warned");
  return outputFiles[0].contents;
}

/**
 * Bundles the widget's styles for a page without a shadow root: everything is nested in one class, so that
 * the rest of the page is not affected.
 */
async function scoped(entry) {
  const [text, own] = await Promise.all([bundle({ entryPoints: [entry] }), readFile("style/static/page.css", "utf8")]);
  const inside = Buffer.from(text).toString().replace(/:host\(([^()]*(?:\([^()]*\)[^()]*)*)\)/g, "&$1").replace(/:host/g, "&");
  return `.gongkai-static{${inside}}\n${own}`;
}

function sha384(body) {
  return createHash("sha384").update(body).digest("base64");
}
