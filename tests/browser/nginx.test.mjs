// The configuration in docs/nginx.conf, with a real nginx and a published folder.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { launchChromium } from "../../scripts/chromium.mjs";
import { BUNDLE } from "../bundle/files.mjs";

const NGINX = ["nginx", "/usr/sbin/nginx"].find((program) => spawnSync(program, ["-v"]).status === 0);
assert.ok(NGINX, "there is no nginx: run scripts/setup.sh browser");

const folder = await mkdtemp(join(tmpdir(), "gongkai-nginx-"));
const root = join(folder, "www");
const cargo = ["run", "--quiet", "--package", "gongkai-cli", "--"];
const made = spawnSync("cargo", [...cargo, "publish", "samples", "-o", root, "--bundle", BUNDLE, "--lang", "zh-CN"], { encoding: "utf8" });
assert.equal(made.status, 0, made.stderr);

const port = await new Promise((done) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});
const site = `http://127.0.0.1:${port}/`;
const given = await readFile("docs/nginx.conf", "utf8");
const own = given.replace("listen 80;", `listen 127.0.0.1:${port};`).replace("/srv/www/reports", root).replace("include mime.types", "include /etc/nginx/mime.types");
assert.notEqual(own, given);
const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join(" ");
// Otherwise its workers run as nobody, who may not read a temporary folder.
const user = process.getuid() === 0 ? "user root;" : "";
await writeFile(join(folder, "nginx.conf"), `${user} daemon off; pid ${folder}/pid; error_log stderr;\nevents {}\nhttp { access_log off; ${places}\n${own}}\n`);
const nginx = spawn(NGINX, ["-e", "stderr", "-c", join(folder, "nginx.conf")], { stdio: ["ignore", "ignore", "pipe"] });
let said = "";
nginx.stderr.on("data", (text) => (said += text));
test.after(async () => {
  if (nginx.exitCode === null) {
    nginx.kill();
    await new Promise((done) => nginx.once("close", done));
  }
  await rm(folder, { recursive: true });
});
while (!(await fetch(site).catch(() => null))) {
  assert.equal(nginx.exitCode, null, said);
  await pause(20);
}
const [bundle, ...more] = (await readdir(root)).filter((name) => name.startsWith("gongkai-"));

test("the widget's files are in one folder that is named by what they hold", async () => {
  assert.deepEqual(more, []);
  assert.match(bundle, /^gongkai-[0-9a-f]{12}$/);
  const page = await readFile(join(root, "longde-2020.html"), "utf8");
  assert.ok(page.includes(`src="${bundle}/gongkai.js"`));
});

test("they are kept for ever; pages and reports are asked for again and not sent twice", async () => {
  const caching = async (path) => (await fetch(site + path)).headers.get("cache-control");
  for (const name of await readdir(join(root, bundle))) {
    assert.equal(await caching(`${bundle}/${name}`), "public, max-age=31536000, immutable", name);
  }
  // Above a thousand reports the hashes are in separate files.
  await mkdir(join(root, "catalog.hashes"));
  await writeFile(join(root, "catalog.hashes/0123456789abcdef.json"), "{}");
  assert.equal(await caching("catalog.hashes/0123456789abcdef.json"), "public, max-age=31536000, immutable");
  for (const path of ["", "index.html", "longde-2020.html", "reports/longde-2020.json", "catalog.json"]) {
    const first = await fetch(site + path);
    assert.equal(first.status, 200, path);
    assert.equal(first.headers.get("cache-control"), "no-cache", path);
    const again = await fetch(site + path, { headers: { "If-None-Match": first.headers.get("etag") } });
    assert.equal(again.status, 304, path);
  }
});

test("each file has its type, and comes compressed", async () => {
  const types = { "gongkai-draw.wasm": /^application\/wasm$/, "gongkai.js": /^text\/javascript/, "gongkai-app.js": /^text\/javascript/, "gongkai-static.css": /^text\/css/ };
  for (const [name, type] of Object.entries(types)) {
    const { headers } = await fetch(`${site}${bundle}/${name}`, { headers: { "Accept-Encoding": "gzip" } });
    assert.match(headers.get("content-type"), type, name);
    assert.equal(headers.get("content-encoding"), "gzip", name);
  }
  const { headers } = await fetch(`${site}reports/longde-2020.json`, { headers: { "Accept-Encoding": "gzip" } });
  assert.match(headers.get("content-type"), /^application\/json/);
  assert.equal(headers.get("content-encoding"), "gzip");
});

test("under its policy the widget runs and asks no other host", async () => {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ locale: "zh-CN" });
    const [faults, asked] = [[], []];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => message.type() === "error" && !message.location().url.endsWith("favicon.ico") && faults.push(message.text()));
    await page.addInitScript(() => document.addEventListener("gongkai-ready", () => (window.isReady = true)));
    const response = await page.goto(`${site}longde-2020.html`);
    assert.match(response.headers()["content-security-policy"], /^default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'$/);
    await page.waitForFunction(() => window.isReady);
    assert.deepEqual(faults, []);
    assert.ok(asked.some((url) => url.endsWith("gongkai-draw.wasm")));
    assert.deepEqual(asked.filter((url) => !url.startsWith(site)), []);
  } finally {
    await browser.close();
  }
});
