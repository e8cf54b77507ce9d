// Each example runs and shows what it says.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import test from "node:test";
import { build } from "esbuild";
import { launchChromium } from "../../scripts/chromium.mjs";
import { startServer } from "../../scripts/serve.mjs";

const BUNDLE = resolve("target/site/gongkai");
const folder = await mkdtemp(join(tmpdir(), "gongkai-examples-"));
test.after(() => rm(folder, { recursive: true, force: true }));
const browser = await launchChromium();
test.after(() => browser.close());

function run(program, ...args) {
  const done = spawnSync(program, args, { encoding: "utf8" });
  assert.equal(done.status, 0, done.error?.message ?? done.stderr);
  return done.stdout;
}

/** Serves a folder and calls `use` with a page of it whose report is shown. */
async function visit(options, path, use) {
  const server = await startServer({ csp: true, brotli: false, ...options });
  const page = await browser.newPage();
  // Long, since compilers may take the processors.
  page.setDefaultTimeout(120_000);
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("console", (message) => message.type() === "error" && !message.text().startsWith("Failed to load resource") && wrong.push(message.text()));
  // The examples have no icon.
  page.on("response", (response) => response.status() >= 400 && !response.url().endsWith("favicon.ico") && wrong.push(response.url()));
  try {
    await page.goto(server.url + path);
    await page.locator("gongkai-report svg [tabindex]").first().waitFor();
    await use(page);
    assert.deepEqual(wrong, []);
  } finally {
    await page.close();
    await server.close();
  }
}

test("a page with the widget", async () => {
  const bundled = /^\/dist\/(.+)$/;
  const bodies = new Map();
  for (const name of Object.keys(JSON.parse(await readFile(join(BUNDLE, "manifest.json"), "utf8")).files)) {
    const type = name.endsWith(".wasm") ? "application/wasm" : name.endsWith(".css") ? "text/css" : "text/javascript";
    bodies.set(name, { body: await readFile(join(BUNDLE, name)), type, status: 200 });
  }
  const rules = (request, path) => bodies.get(bundled.exec(path)?.[1]);
  await visit({ root: resolve("."), rules }, "examples/embed.html", async (page) => {
    await page.getByText("隆德县").first().waitFor();
  });
});

for (const version of [18, 19]) {
  test(`the widget in React ${version}`, async () => {
    const source = resolve(`examples/react-${version}`);
    const out = join(folder, `react-${version}`);
    await build({
      entryPoints: [join(source, "main.jsx")],
      bundle: true,
      format: "esm",
      jsx: "automatic",
      outfile: join(out, "main.js"),
      alias: { gongkai: join(BUNDLE, "gongkai.module.js") },
      define: { "process.env.NODE_ENV": '"development"' },
      logLevel: "error",
    });
    await cp(BUNDLE, out, { recursive: true });
    await cp("samples/longde-2020.json", join(out, "longde-2020.json"));
    await cp(join(source, "index.html"), join(out, "index.html"));
    await visit({ root: out }, "index.html", async (page) => {
      // The app may take over between two keys, and the mark that had the focus with it.
      const mark = page.locator("gongkai-report [data-state=interactive] svg [tabindex]").first();
      await mark.press("Enter");
      await page.locator("output", { hasText: /./ }).waitFor({ state: "attached" });
    });
  });
}

test("a figure as SVG without a browser", () => {
  const svg = run("cargo", "run", "--quiet", "--example", "figure_to_svg", "--", "samples/longde-2020.json", "disclosure");
  assert.match(svg, /^<svg [^]*<\/svg>\s*$/);
  assert.match(svg, /1,600/);
});

test("a published file as JSON", () => {
  const json = run("cargo", "run", "--quiet", "--example", "convert", "--", "crates/import/tests/corpus/reports/cells-2019.txt");
  assert.equal(JSON.parse(json).format, "gongkai-report/1");
});

test("the table of many reports in pandas", (t) => {
  const python = process.env.GONGKAI_PYTHON ?? "python3";
  if (spawnSync(python, ["-c", "import pandas, pyarrow"]).status !== 0) return t.skip("pandas and pyarrow are not installed");
  const table = join(folder, "cells.parquet");
  run("cargo", "run", "--quiet", "--package", "gongkai-cli", "--", "convert", "--folder", "samples/places", "--format", "parquet", "-o", table);
  const printed = run(python, "examples/read_parquet.py", table);
  assert.match(printed, /2025\s+12\s+\d+/);
  assert.match(printed, /number\s+\d+/);
});
