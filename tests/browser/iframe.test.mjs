// The page that `gongkai publish` writes for an iframe, in a portal's page of another origin.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { startServer } from "../../scripts/serve.mjs";
import { BUNDLE } from "../bundle/files.mjs";
import { openHarness } from "./support/chromium.mjs";

const folder = await mkdtemp(join(tmpdir(), "gongkai-iframe-"));
await mkdir(join(folder, "reports"));
await copyFile("samples/longde-2020.json", join(folder, "reports/longde-2020.json"));
const root = join(folder, "www");
const made = spawnSync("cargo", ["run", "--quiet", "--package", "gongkai-cli", "--", "publish", join(folder, "reports"), "-o", root, "--bundle", BUNDLE], { encoding: "utf8" });
assert.equal(made.status, 0, made.stderr);
const stage = await openHarness();
const reports = await startServer({ root });
after(async () => {
  await stage.close();
  await reports.close();
  await rm(folder, { recursive: true });
});

/** Opens a portal's page with the iframe, under a policy that allows no more than it needs. */
async function portal(body, use, width = 900) {
  const csp = `default-src 'none'; img-src 'self'; script-src 'self' 'unsafe-inline' ${reports.url}; frame-src ${reports.url} 'self'`;
  const rules = (_, path) => (path === "/portal.html" ? { body: `<!doctype html><meta charset="utf-8"><title>门户</title><link rel="icon" href="data:,">${body}`, type: "text/html; charset=utf-8", csp } : undefined);
  const server = await startServer({ root: "samples", rules });
  const page = await stage.page({ viewport: { width, height: 800 }, baseURL: server.url });
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  try {
    await page.goto(`${server.url}portal.html`);
    await use(page, server);
    assert.deepEqual(faults, []);
  } finally {
    await page.context().close();
    await server.close();
  }
}

const FRAME = `<iframe id="report" src="${reports.url}longde-2020.embed.html" width="100%" height="300" frameborder="0"></iframe>`;
const SCRIPT = `<script src="${reports.url}embed.js" defer></script>`;

const height = (page) => page.locator("#report").evaluate((frame) => frame.getBoundingClientRect().height);
const content = (page) => page.frameLocator("#report").locator("html").evaluate((html) => html.getBoundingClientRect().height);

/** Waits until the frame is as high as its content. */
async function fits(page) {
  await page.frameLocator("#report").locator("gongkai-report [data-state=interactive]").waitFor();
  const end = Date.now() + 15_000;
  for (;;) {
    const [own, inside] = [await height(page), await content(page)];
    if (Math.abs(own - inside) <= 1 && own > 400) return own;
    assert.ok(Date.now() < end, `the frame is ${own} high, its content ${inside}`);
  }
}

for (const [name, body] of [["after the frame", FRAME + SCRIPT], ["in the head", SCRIPT + FRAME], ["late", `${FRAME}<script>addEventListener("load", () => document.head.append(Object.assign(document.createElement("script"), { src: "${reports.url}embed.js" })))</script>`]]) {
  test(`the frame is as high as its content, and follows it (script ${name})`, () =>
    portal(body, async (page) => {
      const first = await fits(page);
      await page.frameLocator("#report").locator("[role=tab][data-view=text]").click();
      await page.frameLocator("#report").locator("[role=tabpanel] .original").waitFor();
      const longer = await fits(page);
      assert.notEqual(longer, first);
      await page.frameLocator("#report").locator("[role=tab][data-view=overview]").click();
      await page.frameLocator("#report").locator("[role=tabpanel] .headlines").waitFor();
      assert.ok((await fits(page)) < longer, "it becomes lower again");
      await page.setViewportSize({ width: 360, height: 800 });
      await page.frameLocator("#report").locator("[data-width=narrow]").waitFor();
      await fits(page);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    }));
}

test("without the script the frame keeps its height and scrolls", () =>
  portal(FRAME, async (page) => {
    await page.frameLocator("#report").locator("gongkai-report [data-state=interactive]").waitFor();
    assert.equal(await height(page), 300);
    assert.ok((await content(page)) > 400);
  }));

test("another frame, another site and the page itself cannot set the height", () =>
  portal(`${FRAME}<iframe id="other" src="data:text/html,hello" hidden></iframe>${SCRIPT}`, async (page) => {
    const before = await fits(page);
    await page.evaluate(async () => {
      const lie = { gongkai: "height", height: 5000 };
      // From the page itself, and as if from the frame but of another origin.
      postMessage(lie, "*");
      const source = document.getElementById("report").contentWindow;
      dispatchEvent(new MessageEvent("message", { data: lie, origin: "https://evil.example", source }));
      for (const height of [-1, 0, "big", NaN, null]) dispatchEvent(new MessageEvent("message", { data: { gongkai: "height", height }, origin: new URL(document.getElementById("report").src).origin, source }));
      dispatchEvent(new MessageEvent("message", { data: null }));
      await new Promise((done) => setTimeout(() => setTimeout(done)));
    });
    assert.equal(await height(page), before);
  }));

test("the address names the view, which is shown by itself", () =>
  portal(FRAME.replace(".embed.html", ".embed.html?view=services") + SCRIPT, async (page) => {
    await fits(page);
    const report = page.frameLocator("#report").locator("gongkai-report");
    assert.equal(await report.locator("[role=tabpanel] .finding").count(), 1);
    assert.equal(await report.locator("[data-view=services][aria-selected=true]").count(), 1);
    assert.equal(await report.locator("[role=tablist]").isVisible(), false);
    assert.ok(await report.locator("[role=tabpanel]").isVisible());
  }));

test("the frame tells its height to the site that asks, and to no other", () =>
  portal(`<script>window.heard = []; addEventListener("message", (event) => heard.push([event.origin, event.data]));</script>${FRAME}`, async (page, server) => {
    await page.frameLocator("#report").locator("gongkai-report [data-state=interactive]").waitFor();
    assert.deepEqual(await page.evaluate(() => window.heard), [], "nothing is said unasked");
    const wrong = await page.evaluate(() => {
      const frame = document.getElementById("report").contentWindow;
      frame.postMessage({ gongkai: "other" }, "*");
      frame.postMessage({ gongkai: "measure" }, new URL(document.getElementById("report").src).origin);
      return new Promise((done) => addEventListener("message", () => done(window.heard)));
    });
    assert.equal(wrong.length, 1);
    assert.equal(`${wrong[0][0]}/`, reports.url);
    assert.equal(wrong[0][1].gongkai, "height");
    assert.notEqual(`${wrong[0][0]}/`, server.url);
  }));

test("the pages of Longde and the script for the page around are small", async () => {
  for (const name of ["longde-2020.html", "longde-2020.embed.html"]) {
    const bytes = await readFile(join(root, name));
    const packed = brotliCompressSync(bytes).length;
    assert.ok(bytes.length <= 120_000 && packed <= 25_000, `${name}: ${bytes.length}, ${packed} after brotli`);
  }
  assert.ok((await readFile(join(root, "embed.js"))).length <= 1024);
});

test("the page for the frame has no links away, keeps its address, and its report can be read without scripts", () =>
  portal(FRAME + SCRIPT, async (page) => {
    await fits(page);
    const frame = page.frames().find((one) => one.url().includes(".embed.html"));
    await page.frameLocator("#report").locator("[role=tab][data-view=services]").click();
    await page.frameLocator("#report").locator("[data-view=services][aria-selected=true]").waitFor();
    assert.equal(frame.url(), `${reports.url}longde-2020.embed.html`);
    assert.equal(await page.frameLocator("#report").locator("nav").count(), 0);
    const html = await (await fetch(frame.url())).text();
    assert.match(html, /5,138/);
  }));
