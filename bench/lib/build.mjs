// The pages that are compared, laid out as a site: one shell, and in it each way to show the report.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { floor } from "../pages/floor/floor.mjs";

/** Shown until the figures stand, in every page that needs a script. */
const FALLBACK = '<p>数据图表载入中，也可<a href="#">下载报告全文</a>。</p>';

const PRELOAD = '<link rel="preload" href="/longde-2020.json" as="fetch" crossorigin>';

/** What `gongkai render` writes: with `options`, of the same report and for the same site. */
function rendered(root, bundle, sample, options) {
  const cargo = ["run", "--quiet", "--package", "gongkai-cli", "--"];
  const render = ["render", sample, "--bundle", bundle, "--base", "/gongkai/", "--src", "/longde-2020.json", "--lang", "zh-CN", "--view", "disclosure"];
  const { status, stdout, stderr } = spawnSync("cargo", [...cargo, ...render, ...options], { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`gongkai render: ${stderr}`);
  return stdout;
}

/** The line for the head, and what stands in the report's place: each below a comment that says so. */
function pasted(lines) {
  const [, head, place] = lines.split(/<!--.*-->\n/);
  return [head, place];
}

export async function buildSite({ root, pages, bundle, sample, site }) {
  await rm(site, { recursive: true, force: true });
  await mkdir(join(site, "echarts"), { recursive: true });
  const shell = await readFile(join(pages, "shell.html"), "utf8");
  const page = (name, head, body) =>
    writeFile(join(site, `${name}.html`), shell.replace("<!-- head -->\n", head).replace("<!-- report -->", body));
  const echarts = (name, scripts) =>
    page(
      name,
      // Whoever writes this page knows what its script will load, and says so early.
      `${PRELOAD}\n<link rel="stylesheet" href="/echarts/widget.css">\n${scripts.map((script) => `<script src="/echarts/${script}.js" defer></script>\n`).join("")}`,
      `<div id="report">${FALLBACK}</div>`,
    );

  await Promise.all([
    cp(join(pages, "portal.css"), join(site, "portal.css")),
    cp(sample, join(site, "longde-2020.json")),
    cp(bundle, join(site, "gongkai"), { recursive: true }),
    // What a portal is told to write, and nothing else.
    page(
      "gongkai",
      '<link rel="preload" href="/gongkai/gongkai-draw.wasm" as="fetch" crossorigin>\n' +
      '<script src="/gongkai/gongkai.js" defer></script>\n',
      `<gongkai-report src="/longde-2020.json" view="disclosure">${FALLBACK}</gongkai-report>`,
    ),
    echarts("echarts", ["shaken"]),
    echarts("echarts-full", ["echarts.min", "full"]),
    // The project's own build is smaller than what a bundler makes of all its modules.
    cp(createRequire(import.meta.url).resolve("echarts/dist/echarts.min.js"), join(site, "echarts/echarts.min.js")),
    // The lines that a clerk is told to paste, figures and all.
    page("rendered", ...pasted(rendered(root, bundle, sample, ["--embed"]))),
    page("floor", "", floor(JSON.parse(await readFile(sample, "utf8")))),
    build({
      entryPoints: { "echarts/shaken": join(pages, "echarts/shaken.js"), "echarts/full": join(pages, "echarts/full.js") },
      outdir: site,
      bundle: true,
      minify: true,
      format: "iife",
      // The same browsers that the widget runs in.
      target: "chrome69",
      charset: "utf8",
      legalComments: "none",
      define: { "process.env.NODE_ENV": '"production"' },
      logLevel: "warning",
    }),
    build({
      entryPoints: { "echarts/widget": join(pages, "echarts/widget.css") },
      outdir: site,
      minify: true,
      logLevel: "warning",
    }),
  ]);
}
