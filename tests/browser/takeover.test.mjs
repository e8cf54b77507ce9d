// A page with static figures, which are shown before any script has run, and the widget that replaces them.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { launchChromium } from "../../scripts/chromium.mjs";
import { startServer } from "../../scripts/serve.mjs";
import { BUNDLE } from "../bundle/files.mjs";

const folder = await mkdtemp(join(tmpdir(), "gongkai-static-"));
const cargo = ["run", "--quiet", "--package", "gongkai-cli", "--"];
const made = spawnSync("cargo", [...cargo, "publish", "samples", "-o", folder, "--bundle", BUNDLE, "--lang", "zh-CN"], { encoding: "utf8" });
assert.equal(made.status, 0, made.stderr);
const server = await startServer({ root: folder, csp: true });
// axe adds its own styles to the page, which the policy would refuse.
const lax = await startServer({ root: folder, csp: false });
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await launchChromium();
test.after(async () => {
  await browser.close();
  await Promise.all([server.close(), lax.close()]);
  await rm(folder, { recursive: true });
});

const LONGDE = `${server.url}longde-2020.html`;

/** Opens a page that holds back the module until a call, and records layout shifts. */
async function held({ width, height }, run) {
  const context = await browser.newContext({ viewport: { width, height }, locale: "zh-CN" });
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await page.addInitScript(() => {
    window.shifts = [];
    const observer = new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value)));
    observer.observe({ type: "layout-shift", buffered: true });
    document.addEventListener("gongkai-ready", () => (window.isReady = true));
  });
  let release;
  const asked = new Promise((done) => (release = done));
  let go;
  const gate = new Promise((done) => (go = done));
  await page.route("**/gongkai-draw.wasm", async (route) => {
    release();
    await gate;
    await route.continue();
  });
  await page.goto(LONGDE, { waitUntil: "domcontentloaded" });
  await asked;
  const takeOver = async () => {
    go();
    await page.waitForFunction(() => window.isReady);
    // What comes after the figures, if anything does.
    await page.waitForLoadState("networkidle");
  };
  try {
    await run(page, takeOver);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

const isInPlace = (page) =>
  page.evaluate(() => {
    const host = document.querySelector("gongkai-report");
    const [first, rest] = ["first", "rest"].map((name) => host.querySelector(`[data-gongkai=${name}]`).getBoundingClientRect().height);
    return { first: first > 0, rest: rest > 0, widget: host.shadowRoot.querySelector(".widget").getBoundingClientRect().height > 0 };
  });

test.describe("the widget in the place of static figures", () => {
  for (const [width, height] of [
    [360, 800],
    [768, 1024],
    [1280, 900],
    [1280, 2400],
  ]) {
    test(`nothing moves at ${width} by ${height}`, () =>
      held({ width, height }, async (page, takeOver) => {
        await takeOver();
        // The report is there once: the folded rest is removed, unless that would move what is in sight.
        assert.deepEqual(await isInPlace(page), { first: false, rest: height === 2400, widget: true });
        assert.deepEqual(await page.evaluate(() => window.shifts), []);
      }));
  }

  test("a reader who is further down stays there", () =>
    held({ width: 1280, height: 900 }, async (page, takeOver) => {
      const top = () => page.evaluate(() => document.getElementById("gongkai-services").getBoundingClientRect().top);
      await page.locator("summary", { hasText: "许可与处罚" }).first().click();
      await page.evaluate(() => document.getElementById("gongkai-services").scrollIntoView());
      await page.evaluate(() => (window.shifts = []));
      const before = await top();
      await takeOver();
      assert.ok(Math.abs((await top()) - before) < 1, `${before} and ${await top()}`);
      assert.deepEqual(await page.evaluate(() => window.shifts), []);
    }));

  test("the link that has the focus becomes the tab that has it", () =>
    held({ width: 1280, height: 900 }, async (page, takeOver) => {
      await page.focus('[data-gongkai=first] a[data-view="procurement"]');
      await takeOver();
      const focused = () => page.evaluate(() => document.querySelector("gongkai-report").shadowRoot.activeElement?.getAttribute("data-view"));
      assert.equal(await focused(), "procurement");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.querySelector("gongkai-report").shadowRoot.querySelector(".finding").textContent.includes("采购"));
    }));

  test("on paper the tables stand once", async () => {
    const context = await browser.newContext({ viewport: { width: 794, height: 1123 }, locale: "zh-CN" });
    const page = await context.newPage();
    await page.goto(LONGDE);
    await page.waitForFunction(() => document.querySelector("gongkai-report").shadowRoot?.querySelector("[data-state=interactive]"));
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    // The statutory tables of the static part stand for all that the report has; those of zeros are one sentence.
    const [own, rest] = await page.evaluate(() => {
      const host = document.querySelector("gongkai-report");
      const shown = (root, selector) => [...root.querySelectorAll(selector)].filter((one) => one.checkVisibility()).length;
      return [shown(host.shadowRoot, ".paper table"), shown(host, "table")];
    });
    // Those of which every cell is 0 are one sentence.
    assert.equal(own, 6);
    assert.equal(rest, 0);
    await context.close();
  });

  test("on a phone a page has at most 6,000 pixels before a reader unfolds more, with and without the widget", () =>
    held({ width: 360, height: 740 }, async (page, takeOver) => {
      const height = () => page.evaluate(() => document.documentElement.scrollHeight);
      assert.ok((await height()) <= 6000, `${await height()} without`);
      await takeOver();
      await page.waitForFunction(() => document.querySelector("gongkai-report").shadowRoot.querySelector("[data-state=interactive]"));
      assert.ok((await height()) <= 6000, `${await height()} with`);
    }));

  test("taken away from the page, it leaves the static figures as they were", () =>
    held({ width: 768, height: 1024 }, async (page, takeOver) => {
      await takeOver();
      await page.evaluate(() => document.querySelector("gongkai-report").setAttribute("src", "nowhere.json"));
      await page.waitForFunction(() => document.querySelector("gongkai-report").shadowRoot.querySelector("[part=notice]"));
      const place = await page.evaluate(() => ["first", "rest"].map((name) => document.querySelector(`[data-gongkai=${name}]`).getBoundingClientRect().height > 0));
      assert.deepEqual(place, [true, true]);
    }));
});

test.describe("without scripts", () => {
  for (const path of ["longde-2020.html", "fictional-county-2021.html", "fictional-county-2024.html", "index.html"]) {
    test(`${path} is complete, passes axe and fits a phone`, async () => {
      const context = await browser.newContext({ viewport: { width: 320, height: 700 }, javaScriptEnabled: true, locale: "zh-CN" });
      const page = await context.newPage();
      // As if scripts were off: axe itself is one.
      await page.route("**/*.js", (route) => route.abort());
      await page.goto(lax.url + path);
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const { violations } = await window.axe.run(document);
        return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
      });
      assert.deepEqual(found, []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      await context.close();
    });
  }

  test("the headline numbers, the figures and every table are there", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: "zh-CN" });
    const page = await context.newPage();
    await page.goto(LONGDE);
    const summaries = page.locator("gongkai-report .view-part > summary");
    for (let place = 0; place < (await summaries.count()); place += 1) await summaries.nth(place).click();
    const text = await page.locator("gongkai-report").innerText();
    for (const words of ["3,200 余", "4,236", "2.12 亿元", "21,207.84", "5,862", "隆德县人民政府"]) assert.ok(text.includes(words), words);
    assert.ok((await page.locator("svg.figure:visible").count()) >= 4);
    assert.ok((await page.locator("gongkai-report table:visible").count()) >= 8);
    await context.close();
  });

  test("opened from the disk the static part stays with its styles, and a list says what it cannot do there", async () => {
    const context = await browser.newContext({ locale: "zh-CN" });
    const page = await context.newPage();
    await page.goto(`file://${join(folder, "longde-2020.html")}`);
    await page.waitForFunction(() => document.readyState === "complete");
    assert.ok(await page.locator("[data-gongkai=first]").isVisible());
    assert.ok(await page.locator("[data-gongkai=rest]").isVisible());
    // With its styles, the drawing for a narrow window is not shown. Folded views have one drawing.
    await page.locator(".view-part > summary").nth(1).click();
    assert.ok((await page.locator("svg.figure:visible").count()) >= 1);
    assert.equal(await page.locator("svg.figure.narrow:visible").count(), 0);
    await page.goto(`file://${join(folder, "index.html")}`);
    assert.match(await page.locator("gongkai-report").innerText(), /要从网站打开本页/);
    await context.close();
  });
});

test.describe("the first figure before its page has come to its end", () => {
  async function shown(name, width, lost) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled: false });
    try {
      const page = await context.newPage();
      const failed = [];
      page.on("requestfailed", (request) => request.resourceType() === "stylesheet" && failed.push(request.url()));
      if (lost) await page.route(lost, (route) => route.abort());
      await page.goto(server.url + name, { waitUntil: "load" });
      const looks = await page.$$eval("[data-gongkai=first] *:not(link)", (all) =>
        all.map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          const { color, fill, fontSize, fontWeight, stroke } = getComputedStyle(element);
          return [element.localName, x, y, width, height, color, fill, fontSize, fontWeight, stroke].join(" ");
        }),
      );
      return { failed: failed.length, looks };
    } finally {
      await context.close();
    }
  }

  // Reviews of zeros are a sentence with a table, which waits for all styles.
  for (const view of ["overview", "disclosure", "services", "checks"]) {
    for (const width of [360, 1280]) {
      test(`${view} looks the same at ${width} px with the styles that it waits for and with all`, async () => {
        const widget = (await readdir(folder)).find((name) => name.startsWith("gongkai"));
        const name = `first-${view}.html`;
        const render = ["render", "samples/longde-2020.json", "--view", view, "--lang", "zh-CN", "--bundle", BUNDLE, "--base", `${widget}/`];
        const { status, stderr } = spawnSync("cargo", [...cargo, ...render, "-o", join(folder, name)], { encoding: "utf8" });
        assert.equal(status, 0, stderr);
        const [some, whole] = [await shown(name, width, "**/gongkai-static.css"), await shown(name, width, null)];
        assert.deepEqual([some.failed, whole.failed], [1, 0]);
        assert.ok(whole.looks.length > 20);
        assert.deepEqual(some.looks, whole.looks);
      });
    }
  }
});
