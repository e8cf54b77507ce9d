// A report among its agency's other years and its peers, in all four engines: what `catalog` adds once the figures
// are shown, and that a file that does not fit is one sentence and changes nothing else.
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import test, { before } from "node:test";
import { ENGINES } from "./support/drivers.mjs";
import { openEngine } from "./support/engines.mjs";
import { gate } from "./support/chromium.mjs";
import { CATALOG, YEARS, countyOf, seriesFiles } from "./support/series.mjs";

const PICTURES = new URL("../../artefacts/context/", import.meta.url);
const SRC = "samples/fictional/county-2021.json";
const FOLDER = "/data/catalog.series/";
const widget = (more = {}) => ({ src: SRC, catalog: CATALOG, ...more });
const NOT_FOUND = /404|Failed to load resource/;

before(() => mkdir(PICTURES, { recursive: true }));

const chosen = process.env.GONGKAI_ENGINES?.split(",") ?? Object.keys(ENGINES);
for (const name of chosen) {
  const { title, unavailable } = ENGINES[name];
  const reason = unavailable();
  if (reason && process.env.CI) assert.fail(`${title}: ${reason}`);
  test(title, { skip: reason && `${title} is left out: ${reason}` }, async (t) => {
    const browser = await openEngine(name);
    t.after(() => browser.close());
    /** Opens a page and waits for what `catalog` adds; returns the problem. */
    const visit = (how, use) =>
      browser.visit({ ...how, files: how.files ?? {} }, async (page) => {
        await page.ready();
        const { problem } = await page.heard("context");
        await page.still();
        return use(page, problem);
      });

    await t.test("each tile has a line of years and last year's number, and nothing moves", async () => {
      const files = await seriesFiles();
      const { open, opened } = gate();
      const root = files[`${FOLDER}index.json`];
      const held = { ...files, [`${FOLDER}index.json`]: { ...root, hold: opened } };
      await browser.visit({ widgets: [widget()], files: held }, async (page) => {
        await page.ready();
        const tops = () => page.evaluate(() => document.harness.all(".tile, .findings, .export, .source").map((one) => one.getBoundingClientRect().top));
        const earlier = await tops();
        open();
        await page.heard("context");
        await page.has(".tile .spark");
        await page.still();
        const moves = (await tops()).map((top, index) => Math.abs(top - earlier[index]));
        // Some engines round borders and lines of text to whole pixels.
        assert.ok(moves.length > 6 && moves.every((by) => by < 1.01), String(moves));
        const tiles = await page.evaluate(() => document.harness.all(".tile").map((tile) => [tile.querySelector(".tile-label").textContent, (tile.querySelector(".tile-years") || { textContent: "" }).textContent.trim()]));
        const applications = (await countyOf(2020)).applications.received[6];
        assert.ok(tiles.some(([label, years]) => label === "收到信息公开申请" && years === `2020 年 ${applications} 件`), JSON.stringify(tiles));
        await writeFile(new URL(`${name}-overview.png`, PICTURES), await page.picture());
      });
    });

    for (const lang of ["zh-CN", "en"]) {
      await t.test(`a view over the years: choice, keys and table (${lang})`, async () => {
        const files = await seriesFiles();
        await visit({ widgets: [widget({ view: "applications", lang, permalink: "" })], files }, async (page, problem) => {
          assert.equal(problem, null);
          await page.choose("as", "years");
          const { finding, marks } = await page.read();
          assert.ok(finding.includes("2019") && finding.includes("2025") && finding.includes("351"), finding);
          assert.ok(marks.length >= YEARS.length, `${marks.length}`);
          await page.focus(".mark[tabindex='0']");
          await page.key("ArrowRight");
          await page.until(() => /2020/.test(document.harness.text(document.harness.find(".detail"))));
          assert.match(await page.evaluate(() => location.hash), /as:years/);
          const cells = await page.evaluate(() => Array.from(document.harness.find(".figure-table tbody tr").children, (cell) => cell.textContent.trim()));
          const printed = await Promise.all(YEARS.map(async (year) => String((await countyOf(year)).applications.received[6])));
          assert.deepEqual(cells.slice(1), printed);
          await writeFile(new URL(`${name}-years-${lang}.png`, PICTURES), await page.picture());
          // Back, and to another view, which keeps the choice.
          await page.enter("disclosure");
          assert.ok((await page.read()).marks.length === YEARS.length);
          await page.choose("as", "chart");
          assert.equal(await page.count("[part=break]"), 0);
        });
      });
    }

    await t.test("last year's printed number beside this year's, the peers on request, the checks between years", async () => {
      const files = await seriesFiles();
      await visit({ widgets: [widget({ view: "applications" })], files }, async (page) => {
        const row = await page.evaluate(() => Array.from(document.harness.find("section.context tbody tr").children, (cell) => cell.textContent.trim()));
        assert.deepEqual(row.slice(1), ["217", "249", "+32"]);
        assert.equal(await page.count("details.context[open]"), 0);
        await page.press("details.context > summary");
        const peers = await page.evaluate(() => Array.from(document.harness.find("details.context tbody tr").children, (cell) => cell.textContent.trim()));
        assert.deepEqual(peers.slice(1), ["249", "60", "120", "300", "11 个中的 9 个", "中位数与上四分位数之间"]);
        await page.enter("checks");
        await page.has(".across", "2020");
        await page.has(".across", "2022");
      });
    });

    const refused = {
      missing: { files: {}, complaints: [NOT_FOUND] },
      tampered: { files: await seriesFiles({ alter: (text) => text.replace("249", "250") }) },
      stale: { files: await seriesFiles({ change: (reports) => (reports[2].applications.received[6] = 250) }) },
      foreign: { files: await seriesFiles({ name: "别县人民政府（虚构示例）" }) },
      invalid: { files: { ...(await seriesFiles()), [`${FOLDER}index/all.json`]: { body: "[]", type: "application/json" } } },
    };
    for (const [code, how] of Object.entries(refused)) {
      await t.test(`${code} is one sentence, and nothing else changes`, async () => {
        const shown = (page) => page.evaluate(() => document.harness.all("#panel > :not(.context)").map((part) => part.outerHTML));
        const plain = await browser.visit({ widgets: [{ src: SRC }] }, async (page) => {
          await page.ready();
          return shown(page);
        });
        await visit({ widgets: [widget()], ...how }, async (page, problem) => {
          assert.equal(problem, code);
          assert.equal(await page.count(".context"), 1);
          assert.ok((await page.text("p.context")).endsWith("只显示本年报告。"));
          assert.deepEqual(await shown(page), plain);
        });
      });
    }

    await t.test("two widgets on a page: each has its own years, and one without the attribute asks for nothing", async () => {
      const files = await seriesFiles();
      const widgets = [widget({ id: "a" }), widget({ id: "b", src: "samples/fictional/county-2024.json" }), { id: "c", src: SRC }];
      await browser.visit({ widgets, files }, async (page) => {
        await page.ready();
        await page.heard("context", undefined, 2);
        await page.still();
        assert.equal(await page.count("#c >> .tile-years"), 0);
        const years = (id) => page.evaluate((id) => document.harness.all(`${id} >> .tile-years`).map((one) => one.textContent.trim().slice(0, 4)), id);
        assert.ok((await years("#a")).includes("2020") && !(await years("#a")).includes("2023"));
        assert.ok((await years("#b")).includes("2023"));
      });
    });

    await t.test("without the attribute no file of other years is asked for", () =>
      browser.visit({ widgets: [{ src: SRC }] }, async (page) => {
        await page.ready();
        assert.deepEqual(page.requests.filter((path) => /series|context/.test(path)), []);
      }));

    await t.test("the whole report on paper has the years", async () => {
      const files = await seriesFiles();
      await visit({ widgets: [widget()], files }, async (page) => {
        const [paper] = await page.print();
        assert.ok(paper.text.includes("历年") && paper.text.includes("8,673 条"));
      });
    });
  });
}

