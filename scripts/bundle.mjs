#!/usr/bin/env node
// Trunk's last step: turns what wasm-bindgen made into the files that a portal copies.
import { createHash } from "node:crypto";
import { copyFile, readFile, readdir, rm, writeFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { MODULES, WASM2JS, WASM_OPT, bindgen, run, wasmOptParams } from "./modules.mjs";
import { renameGlue, renameWasm, shortNames } from "./short-names.mjs";

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
const [app, draw, ...made] = await Promise.all([
  both(glue, "gongkai").then((files) => ({ own: glue, ...files })),
  ...MODULES.map(async (name) => {
    const own = join(glue, name);
    await mkdir(own);
    await Promise.all((await readdir(bindgen(name))).map((file) => copyFile(join(bindgen(name), file), join(own, file))));
    return { name, own, ...(await both(own, `gongkai_${name}`)) };
  }),
]);
const css = await bundle({ entryPoints: ["style/gongkai.css"] });
const annexCss = await bundle({ entryPoints: ["style/annex/annex.css"] });
const compareCss = await bundle({ entryPoints: ["style/compare/compare.css"] });
const inPage = async (entry) =>
  bundle({ stdin: { contents: await scoped(entry), loader: "css", resolveDir: "." } });
const firstCss = await inPage("style/static/first.css");
const staticCss = await inPage("style/static/static.css");

// From the last to the first: each script knows the hash of the next.
const further = {};
for (const { name, own, wasm, plain } of made.reverse()) {
  const script = await bundle({
    entryPoints: [`web/${name}/module.js`],
    alias: { [`gongkai-${name}`]: join(own, `gongkai_${name}.js`) },
    define: {
      [`GONGKAI_${name.toUpperCase()}_WASM_INTEGRITY`]: integrity(wasm),
      [`GONGKAI_${name.toUpperCase()}_PLAIN_INTEGRITY`]: integrity(plain),
      GONGKAI_ANNEX_CSS_INTEGRITY: integrity(annexCss),
      GONGKAI_COMPARE_CSS_INTEGRITY: integrity(compareCss),
      ...(name === "annex" && { GONGKAI_IMPORT_INTEGRITY: integrity(further["gongkai_import.mjs"]) }),
    },
    format: "esm",
  });
  Object.assign(further, {
    [`gongkai_${name}.mjs`]: script,
    [`gongkai_${name}_bg.wasm`]: wasm,
    [`gongkai_${name}_plain.mjs`]: plain,
  });
}
const version = /^version = "(.+)"$/m.exec(await readFile("Cargo.toml", "utf8"))?.[1];
if (!version) throw new Error("Cargo.toml has no version");

const scripts = {
  alias: { "gongkai-draw": join(draw.own, "gongkai_draw.js"), "gongkai-app": join(app.own, "gongkai.js") },
  define: {
    GONGKAI_VERSION: JSON.stringify(version),
    GONGKAI_WASM_INTEGRITY: integrity(draw.wasm),
    GONGKAI_PLAIN_INTEGRITY: integrity(draw.plain),
    GONGKAI_APP_WASM_INTEGRITY: integrity(app.wasm),
    GONGKAI_APP_PLAIN_INTEGRITY: integrity(app.plain),
    GONGKAI_ANNEX_INTEGRITY: integrity(further["gongkai_annex.mjs"]),
    GONGKAI_COMPARE_INTEGRITY: integrity(further["gongkai_compare.mjs"]),
    GONGKAI_CSS_INTEGRITY: integrity(css),
  },
};
const files = {
  "gongkai.js": await bundle({
    ...scripts,
    entryPoints: ["web/classic.js"],
    format: "iife",
    // Stands in the glue's own start, of which nothing is left.
    logOverride: { "empty-import-meta": "silent" },
  }),
  "gongkai.mjs": await bundle({ ...scripts, entryPoints: ["web/module.js"], format: "esm" }),
  "gongkai_bg.wasm": draw.wasm,
  "gongkai_plain.mjs": draw.plain,
  "gongkai_app_bg.wasm": app.wasm,
  "gongkai_app_plain.mjs": app.plain,
  "gongkai.css": css,
  "gongkai_first.css": firstCss,
  "gongkai_static.css": staticCss,
  "gongkai_annex.css": annexCss,
  "gongkai_compare.css": compareCss,
  ...further,
};
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

/** A module as it ships, and as a plain script. @returns {Promise<{wasm: Uint8Array, plain: Uint8Array}>} */
async function both(folder, name) {
  const wasm = await shorten(folder, name);
  return { wasm, plain: await plainScript(folder) };
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
