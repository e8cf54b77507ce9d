// Each file of a release, installed from that file alone in an empty folder, does its main job.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdtemp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { publint } from "publint";
import { launchChromium } from "../../scripts/chromium.mjs";
import { startServer } from "../../scripts/serve.mjs";

const FILES = resolve("target/release-files");
const LONGDE = resolve("samples/longde-2020.json");
const SOURCE = resolve("crates/import/tests/corpus/reports/cells-2019.txt");
const LINUX = "x86_64-unknown-linux-musl";
const WINDOWS = "x86_64-pc-windows-gnu";

const names = await readdir(FILES);
const version = /^gongkai-widget-(.+)\.zip$/m.exec(names.join("\n"))?.[1];
assert.ok(version, "make release makes the files");
const empty = await mkdtemp(join(tmpdir(), "gongkai-release-"));
// Wine's server ends a few seconds after the last program.
test.after(() => rm(empty, { recursive: true, force: true, maxRetries: 20, retryDelay: 1000 }));

/** Nothing of this machine but its system folders: no cargo, no node_modules. */
const BARE = { PATH: "/usr/bin:/bin", HOME: empty, LANG: "zh_CN.UTF-8" };

function run(program, args, { cwd = empty, env = BARE, status = 0 } = {}) {
  const done = spawnSync(program, args, { cwd, env, encoding: "utf8" });
  assert.equal(done.status, status, `${program} ${args.join(" ")}: ${done.error ?? ""}\n${done.stdout}\n${done.stderr}`);
  return done.stdout + done.stderr;
}

async function folder(name) {
  const made = join(empty, name);
  await mkdir(made);
  return made;
}

async function unpacked(archive, into) {
  if (archive.endsWith(".zip")) run("python3", ["-m", "zipfile", "-e", join(FILES, archive), into]);
  else run("tar", ["-xzf", join(FILES, archive), "-C", into]);
  const [top, ...others] = await readdir(into);
  assert.deepEqual(others, [], "an archive has one folder");
  return join(into, top);
}

/** Opens a page and waits for its first figure. */
async function shows(url, check = async () => {}) {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const wrong = [];
    page.on("pageerror", (error) => wrong.push(String(error)));
    page.on("request", (request) => {
      if (!request.url().startsWith(url.slice(0, 8)) && !/^(data|blob):/.test(request.url())) wrong.push(request.url());
    });
    await page.goto(url);
    await page.locator("gongkai-report svg").first().waitFor();
    await check(page);
    assert.deepEqual(wrong, []);
  } finally {
    await browser.close();
  }
}

/** Waits until the element has dispatched its event, which may have happened already. */
const ready = (page) => page.waitForFunction(() => document.querySelector("gongkai-report")?.shadowRoot?.querySelector("svg"));

/** Converts, checks and publishes with Chinese names. `start` is the program and its first arguments. */
async function doesItsJob(start, cwd, env = BARE) {
  const [program, ...first] = start;
  const call = (status, ...args) => run(program, [...first, ...args], { cwd, env, status });
  await mkdir(join(cwd, "年报"));
  await cp(SOURCE, join(cwd, "年报/某县 2020.txt"));
  assert.match(call(0, "--version"), new RegExp(`gongkai ${version.replaceAll(".", "\\.")}`));
  assert.match(call(0, "convert", "年报/某县 2020.txt", "-o", "年报/某县 2020.json"), /没有发现未读取的内容/);
  await cp(LONGDE, join(cwd, "年报/隆德县.json"));
  assert.match(call(0, "check", "年报/某县 2020.json"), /\d+ 处应当对得上的数字/);
  call(1, "check", "年报/隆德县.json");
  assert.match(call(0, "publish", "年报", "-o", "网站"), /已发布 2 份报告/);
  const published = await readdir(join(cwd, "网站"));
  assert.ok(published.includes("index.html") && published.includes("catalog.json"), published.join());
  // What is dropped on the program in Explorer comes as an absolute path.
  call(0, "年报/隆德县.json");
  assert.ok((await readdir(join(cwd, "年报/隆德县-网页"))).includes("index.html"));
  return readFile(join(cwd, "年报/某县 2020.json"), "utf8");
}

let fromLinux;

test("the sums are those of the files", async () => {
  const sums = (await readFile(join(FILES, "SHA256SUMS"), "utf8")).trim().split("\n").map((line) => line.split("  "));
  assert.deepEqual(sums.map(([, name]) => name), names.filter((name) => name !== "SHA256SUMS").sort());
  for (const [sum, name] of sums) {
    assert.equal(createHash("sha256").update(await readFile(join(FILES, name))).digest("hex"), sum, name);
  }
});

test("the widget's page opens from the disk, and the widget runs when it is served", async () => {
  const top = await unpacked(`gongkai-widget-${version}.zip`, await folder("widget"));
  for (const name of ["使用说明.txt", "README.txt", "LICENSE-MIT", "LICENSE-APACHE", "desk.html", "gongkai/manifest.json"]) {
    assert.ok((await readFile(join(top, name))).length > 0, name);
  }
  const guide = await readFile(join(top, "使用说明.txt"), "utf8");
  assert.match(guide, new RegExp(version.replaceAll(".", "\\.")));
  await shows(`file://${join(top, "index.html")}`);
  // The page that the guide tells people to write.
  const lines = /( {3}<script[\s\S]*<\/gongkai-report>)/.exec(guide.replaceAll("\r", ""))[1];
  await writeFile(join(top, "page.html"), `<!doctype html><html lang="zh-CN"><meta charset="utf-8">${lines}</html>`);
  const server = await startServer({ root: top, csp: true, brotli: false });
  try {
    await shows(`${server.url}page.html`, ready);
  } finally {
    await server.close();
  }
});

test("the desk opens from the disk and reads a report", async () => {
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ locale: "zh-CN", offline: true });
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(FILES, `gongkai-desk-${version}.html`)).href);
    await page.setInputFiles("input[type=file]", SOURCE);
    await page.locator('[id="cell-applications.received[6]"]').waitFor();
  } finally {
    await browser.close();
  }
});

test("the program for Linux is static and does its job", async () => {
  const top = await unpacked(`gongkai-${version}-${LINUX}.tar.gz`, await folder("linux"));
  const ldd = spawnSync("ldd", [join(top, "gongkai")], { encoding: "utf8" });
  assert.match(ldd.stdout + ldd.stderr, /statically linked|not a dynamic executable/);
  fromLinux = await doesItsJob([join(top, "gongkai")], await folder("linux-work"));
  const program = await readFile(join(top, "gongkai"), "latin1");
  assert.ok(!program.includes(process.cwd()) && !program.includes("/.cargo/registry"), "no path of the machine that built it");
  const man = await readFile(join(top, "man/man1/gongkai.1"), "utf8");
  assert.match(man, /^\.TH GONGKAI 1/);
  run("bash", ["-n", join(top, "completions/gongkai.bash")]);
});

test("the program for Windows does its job under wine and writes the same report", async (t) => {
  const wine = ["/usr/lib/wine/wine64", "/usr/bin/wine64"].find((path) => spawnSync(path, ["--version"]).status === 0);
  if (!wine) return t.skip("wine is not installed");
  const top = await unpacked(`gongkai-${version}-${WINDOWS}.zip`, await folder("windows"));
  // Wine 8 has no ProcessPrng, which every Windows since 7 has.
  const shim = join(empty, "shim.c");
  await writeFile(
    shim,
    "#include <windows.h>\nBOOLEAN NTAPI SystemFunction036(PVOID, ULONG);\n" +
      "__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size) { return SystemFunction036(data, (ULONG)size); }\n",
  );
  run("x86_64-w64-mingw32-gcc", ["-shared", "-o", join(top, "bcryptprimitives.dll"), shim, "-ladvapi32"]);
  const env = { ...BARE, WINEDEBUG: "-all", WINEPREFIX: join(empty, "wine"), LC_ALL: "C.UTF-8", WINEDLLOVERRIDES: "mscoree,mshtml=;bcryptprimitives=n" };
  const cwd = await folder("windows-work");
  const json = await doesItsJob([wine, join(top, "gongkai.exe"), "--lang", "zh-CN"], cwd, env);
  if (fromLinux) assert.equal(json, fromLinux);
  // As Explorer starts it: alone in its window, which must not close before the messages are read.
  const dropped = [wine, join(top, "gongkai.exe"), "--lang", "zh-CN", "年报/隆德县.json"];
  const console = resolve("tests/release/console.py");
  const shown = run("python3", [console, "按回车键关闭窗口", ...dropped], { cwd, env: { ...env, TERM: "xterm" } });
  assert.match(shown, /已发布 1 份报告/);
});

test("the wheel gives the command in a new environment", async () => {
  const wheel = names.find((name) => name.endsWith(".whl") && name.includes("linux"));
  assert.ok(wheel);
  const cwd = await folder("python");
  run("python3", ["-m", "venv", "env"], { cwd });
  run(join(cwd, "env/bin/pip"), ["install", "--quiet", "--no-index", "--disable-pip-version-check", join(FILES, wheel)], { cwd });
  await doesItsJob([join(cwd, "env/bin/gongkai")], cwd);
  run(join(cwd, "env/bin/gongkai"), ["convert", "--folder", "年报", "--format", "parquet", "-o", "cells.parquet"], { cwd });
  assert.equal((await readFile(join(cwd, "cells.parquet"))).subarray(0, 4).toString(), "PAR1");
});

test("the npm package works with Vite, with esbuild and without a bundler", async (t) => {
  const cwd = await folder("npm");
  await writeFile(join(cwd, "package.json"), '{ "private": true, "type": "module" }');
  const npm = { ...BARE, PATH: process.env.PATH };
  run("npm", ["install", "--offline", "--silent", join(FILES, `gongkai-${version}.tgz`)], { cwd, env: npm });
  const installed = join(cwd, "node_modules/gongkai");
  const { messages } = await publint({ pkgDir: installed, strict: true });
  assert.deepEqual(messages, []);

  const script = 'import { mount } from "gongkai";\nmount(document.querySelector("#report"), { src: "longde-2020.json" });\n';
  const html = (tags) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>年报</title>${tags}<div id="report"></div></html>`;
  await writeFile(join(cwd, "main.js"), script);
  const serve = async (root) => {
    await cp(LONGDE, join(root, "longde-2020.json"));
    const server = await startServer({ root, csp: true, brotli: false });
    try {
      await shows(`${server.url}index.html`, ready);
    } finally {
      await server.close();
    }
  };

  await t.test("Vite", async () => {
    const { build: vite } = await import("vite");
    await writeFile(join(cwd, "index.html"), html('<script type="module" src="./main.js"></script>'));
    await vite({ root: cwd, base: "./", logLevel: "error", configFile: false, build: { outDir: "vite", target: "es2020", assetsInlineLimit: 0, modulePreload: false } });
    await serve(join(cwd, "vite"));
  });
  await t.test("esbuild", async () => {
    const out = join(cwd, "esbuild");
    await build({ entryPoints: [join(cwd, "main.js")], bundle: true, minify: true, format: "esm", outfile: join(out, "main.js"), logLevel: "error" });
    for (const name of await readdir(installed)) if (name.startsWith("gongkai")) await cp(join(installed, name), join(out, name));
    await writeFile(join(out, "index.html"), html('<script type="module" src="main.js"></script>'));
    await serve(out);
  });
  await t.test("plain import", async () => {
    const out = join(cwd, "plain");
    await cp(installed, join(out, "gongkai"), { recursive: true });
    await writeFile(join(out, "main.js"), script.replace('"gongkai"', '"./gongkai/gongkai.module.js"'));
    await writeFile(join(out, "index.html"), html('<script type="module" src="main.js"></script>'));
    await serve(out);
  });
});

test("cargo binstall looks for the files under the names that they have", async () => {
  const manifest = await readFile("crates/cli/Cargo.toml", "utf8");
  const url = /^pkg-url = ".*\/(.+)"$/m.exec(manifest)[1];
  const top = /^bin-dir = "(.+)"$/m.exec(manifest)[1];
  const fill = (text, target, suffix) =>
    text.replaceAll("{ version }", version).replaceAll("{ target }", target).replaceAll("{ archive-suffix }", suffix).replaceAll("{ bin }{ binary-ext }", "gongkai");
  assert.ok(names.includes(fill(url, LINUX, ".tar.gz")), fill(url, LINUX, ".tar.gz"));
  assert.ok(names.includes(fill(url, WINDOWS, ".zip")), fill(url, WINDOWS, ".zip"));
  const listed = run("tar", ["-tzf", join(FILES, fill(url, LINUX, ".tar.gz"))]);
  assert.ok(listed.split("\n").includes(fill(top, LINUX, "")), fill(top, LINUX, ""));
});

test("the list of components names each with its version, and no path of a machine", async () => {
  const text = await readFile(join(FILES, `gongkai-${version}.cdx.json`), "utf8");
  const { bomFormat, components } = JSON.parse(text);
  assert.equal(bomFormat, "CycloneDX");
  for (const name of ["lopdf", "parquet", "gongkai-import"]) {
    assert.ok(components.some((one) => one.name === name && one.version), name);
  }
  assert.ok(!text.includes(process.cwd()));
});
