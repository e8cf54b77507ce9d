// A catalogue instead of a report: choosing, comparing, opening a report and going back.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import test, { after, before } from "node:test";
import { launchOldChromium, oldChromiumUnavailable } from "../../scripts/old-chromium.mjs";
import { REPORT, built, gate, heard, openHarness, seen, serveStage, stageOf } from "./support/chromium.mjs";

/** Twelve fictional places, 2019 to 2025; the first has no report for 2019. */
const CATALOG = "samples/places/catalog.json";
const KINDS = ["trend", "multiples", "distribution", "agencies", "sums", "last-year", "checks"];

let lab;
before(async () => (lab = await openHarness()));
after(() => lab.close());

const element = (id, attributes = "") => `<main><h1>比较</h1><gongkai-report id="${id}" src="${CATALOG}" ${attributes}><p>替代内容</p></gongkai-report></main>`;
const choice = (id, value) => `[data-choice="${id}"][data-value="${value}"]`;
const text = (page, selector) => page.locator(selector).first().textContent();
const finding = (page) => text(page, ".finding");

/** Waits for a text in the live region, which comes at the latest once the reader has stopped typing. */
const said = (page, words) => page.locator("[data-region=announcement]", { hasText: words }).waitFor({ state: "attached" });

/** Unfolds the choices, as a reader does. */
const unfold = (page) => page.locator(".compare .options > summary").click();

/** Opens a page with one comparison and waits until it is shown. Its choices are unfolded unless `isFolded`. */
function visit(use, { attributes = "", isFolded = false, ...how } = {}) {
  return lab.visit({ body: element("one", attributes), ...how }, async (page, url) => {
    await heard(page, "ready", "one");
    if (!isFolded) await unfold(page);
    return use(page, url);
  });
}

/** A catalogue of three fictional agencies in each of 31 provinces, one of which prints a blank and one "/". */
function country() {
  const codes = [11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65];
  const names = { 33: "浙江省", 44: "广东省", 65: "新疆维吾尔自治区" };
  const all = codes.flatMap((code) => [1, 2, 3].map((index) => `${code}990${index}`));
  const received = all.map((code, index) => ({ 119901: null, 129901: "/" })[code] ?? ((index * index * 37 + 911) % 2503));
  return {
    format: "gongkai-catalog/1",
    fictional: true,
    groups: codes.map((code) => `${names[code] ?? `虚构${code}省`}（虚构）`),
    places: { name: all.map((code) => `虚构第${code}局`), code: all, initials: all.map(() => "xg"), group: all.map((_, index) => Math.floor(index / 3)), reports: all.map(() => 1) },
    reports: { year: all.map(() => 2024), edition: all.map(() => "2021"), pattern: "{code}-{year}.json" },
    hashes: { sha384: all.map(() => "A".repeat(64)) },
    measures: [{ id: "applications.received[6]", values: received }],
  };
}

/** Returns the table's rows that are in the page, each with the text of its cells. */
const rows = (page) =>
  page.locator("[data-region=rows] tr").evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));

test("a catalogue is shown in the place of the fallback, with a chart of marks", () =>
  visit(async (page) => {
    assert.deepEqual(await seen(page, "one"), { fallback: false, figures: true, loading: "", notice: null });
    assert.match(await finding(page), /^虚构省.*2020 年.*2025 年为 [\d,]+ 件（其间报告格式变更）。$/);
    assert.equal(await page.locator(".mark").count(), 6);
    assert.match(await text(page, ".fictional"), /虚构/);
  }));

test("it loads its own module, and neither the app nor the importer", async () => {
  const asked = [];
  await visit(
    async () => {
      assert.ok(asked.includes("gongkai-compare.wasm"));
      assert.deepEqual(asked.filter((name) => /gongkai-(app|import)/.test(name)), []);
    },
    { before: (page) => page.on("request", (request) => asked.push(request.url().split("/").pop())) },
  );
});

test("under any other name a catalogue is known by what it holds", async () => {
  const body = await built(CATALOG);
  const spaced = Buffer.from(body.toString().replace('"format":"gongkai-catalog/1",', "").replace(/\}\s*$/, ',\n"format": "gongkai-catalog/1"}'));
  for (const file of [body, spaced]) {
    await lab.visit({ body: `<gongkai-report id="one" src="many.json"></gongkai-report>`, files: { "/many.json": { body: file, type: "application/json" } } }, async (page) => {
      await heard(page, "ready", "one");
      assert.match(await finding(page), /^虚构省/);
    });
  }
});

test("what has come of a catalogue is read before the rest is there, and never taken for another answer", async () => {
  const whole = (await built(CATALOG)).toString();
  const other = whole.replace(/("id":"applications\.received\[6\]","values":\[)([^\]]*)/, (_, start, values) => start + values.replace(/\d/g, "7"));
  assert.equal(other.length, whole.length);
  const [first, second] = [gate(), gate()];
  const half = Math.floor(Buffer.byteLength(whole) * 0.9);
  const answers = [
    { body: whole, after: half, hold: first.opened },
    { body: other, after: half, hold: second.opened },
  ];
  const asked = { times: 0 };
  // A browser with a cache requests the rest of an interrupted response.
  const headers = { "Cache-Control": "no-store" };
  const files = { "/many.json": () => ({ type: "application/json", headers, ...answers[Math.min(asked.times++, 1)] }) };
  const many = (id) => `<gongkai-report id="${id}" src="many.json"></gongkai-report>`;
  await lab.visit({ body: `<main>${many("one")}</main>`, files }, async (page) => {
    // The style sheet is requested once the module has started.
    const styled = (id) => page.waitForFunction((id) => document.getElementById(id).shadowRoot.querySelector("link[href*=compare]")?.sheet, id);
    await styled("one");
    await page.evaluate((two) => {
      document.getElementById("one").remove();
      document.querySelector("main").insertAdjacentHTML("beforeend", two);
    }, many("two"));
    first.open();
    await styled("two");
    second.open();
    await heard(page, "ready", "two");
    await unfold(page);
    await page.locator("[data-choice=measure]").selectOption("applications.received[6]");
    await page.locator(choice("kind", "agencies")).click();
    const numbers = (await rows(page)).map((row) => row.find((text) => /^[\d,]+$/.test(text))).filter(Boolean);
    assert.ok(numbers.length > 8);
    for (const number of numbers) assert.match(number, /^[7,]+$/);
  });
  assert.equal(asked.times, 2);
});

test("what the page preloads is asked for once, and a redirect is not followed blindly", async () => {
  const body = await built(CATALOG);
  const asked = [];
  const files = {
    "/many.json": () => (asked.push("many"), { body, type: "application/json" }),
    "/moved.json": () => (asked.push("moved"), { body: "", status: 302, headers: { Location: "/many.json" } }),
  };
  for (const [src, wanted] of [["many.json", ["many"]], ["moved.json", ["moved", "many"]]]) {
    asked.length = 0;
    const head = `<link rel="preload" href="${src}" as="fetch" crossorigin><script src="gongkai/gongkai.js" defer></script>`;
    await lab.visit({ head, body: `<gongkai-report id="one" src="${src}"></gongkai-report>`, files }, async (page) => {
      await heard(page, "ready", "one");
      assert.match(await finding(page), /^虚构省/);
      assert.deepEqual([...new Set(asked)], wanted);
      if (src === "many.json") assert.equal(asked.length, 1);
    });
  }
});

test("a report under a catalogue's name is shown as a report", async () => {
  const body = await built(REPORT);
  await lab.visit({ body: `<gongkai-report id="one" src="catalog.json"></gongkai-report>`, files: { "/catalog.json": { body, type: "application/json" } } }, async (page) => {
    await heard(page, "ready", "one");
    assert.equal(await page.locator("[role=tab][data-view=overview]").count(), 1);
  });
});

test("a report loads nothing of it", async () => {
  const asked = [];
  await lab.visit(
    { body: `<gongkai-report id="one" src="${REPORT}"></gongkai-report>`, before: (page) => page.on("request", (request) => asked.push(request.url())) },
    async (page) => {
      await heard(page, "ready", "one");
      assert.deepEqual(asked.filter((url) => url.includes("compare")), []);
    },
  );
});

test("places are found by name, code and initials, added and removed, and each is said", () =>
  visit(async (page) => {
    const field = page.locator("[data-search=agencies]");
    for (const query of ["丁县", "990003", "xgsjzjsdx"]) {
      await field.fill(query);
      assert.deepEqual(await page.locator(".found li").allTextContents(), ["虚构省甲子甲市丁县人民政府（虚构） 990003"], query);
    }
    await page.locator(".found button").click();
    assert.equal(await page.locator(".chosen li").count(), 2);
    assert.match(await text(page, "[data-region=announcement]"), /已加入.*丁县/);
    assert.match(await finding(page), /^2025 年新收信息公开申请：.+最多，[\d,]+ 件；.+最少，[\d,]+ 件。$/);
    assert.equal(await page.locator(".found button[aria-pressed=true]").count(), 1, "the search is not forgotten");
    await page.locator(".chosen [data-choice=remove]").first().click();
    assert.equal(await page.locator(".chosen li").count(), 1);
    await field.fill("没有这个地方");
    assert.match(await text(page, ".found"), /没有找到/);
    await said(page, /没有找到/);
    await field.fill("9900");
    await said(page, /^找到 \d+ 个$/);
  }));

test("a body that is added or removed by keyboard leaves the focus in its list", () =>
  visit(async (page) => {
    const focused = () =>
      page.evaluate(() => {
        const active = document.getElementById("one").shadowRoot.activeElement;
        const list = active.closest("[data-region=found]") ? "found" : active.closest(".chosen") ? "chosen" : "";
        return [list, active.dataset.choice, active.dataset.value];
      });
    await page.locator("[data-search=agencies]").fill("9900");
    await page.keyboard.press("Tab");
    let [, does, first] = await focused();
    for (let time = 0; time < 3; time += 1) {
      await page.keyboard.press("Enter");
      const next = { add: "remove", remove: "add" }[does];
      assert.deepEqual(await focused(), ["found", next, first]);
      does = next;
    }
    for (const code of ["990003", "990004", "990005"]) {
      await page.locator("[data-search=agencies]").fill(code);
      await page.locator(".found button[data-choice=add]").click();
    }
    const count = await page.locator(".chosen li").count();
    await page.locator(".chosen [data-choice=remove]").nth(1).focus();
    for (let left = count - 1; left > 0; left -= 1) {
      await page.keyboard.press("Enter");
      assert.equal(await page.locator(".chosen li").count(), left);
      assert.deepEqual((await focused()).slice(0, 2), ["chosen", "remove"]);
    }
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.getElementById("one").shadowRoot.activeElement.localName), "input");
  }));

test("no line crosses the change of the form, and a year without a report is a gap that is named", () =>
  visit(async (page) => {
    const shapes = await page.locator("svg.figure").evaluate((svg) => ({
      breaks: [...svg.querySelectorAll("[part=break]")].map((line) => Number(line.getAttribute("x1"))),
      lines: [...svg.querySelectorAll("[part^='line ']")].map((path) => path.getAttribute("d")),
    }));
    assert.equal(shapes.breaks.length, 1);
    for (const piece of shapes.lines.join("").split("M").filter(Boolean)) {
      const across = piece.split("L").map((point) => Number(point.split(" ")[0]) < shapes.breaks[0]);
      assert.equal(new Set(across).size, 1, `${piece} crosses ${shapes.breaks[0]}`);
    }
    assert.match(await text(page, ".summary"), /2019 年（没有报告）/);
    assert.match(await text(page, "ul.caveats"), /线不相连/);
  }));

test("two measures that may not be compared are refused with the reason", () =>
  visit(async (page) => {
    await page.locator("[data-choice=measure]").selectOption("proactive.licences.items_last_year");
    await page.locator("[data-choice=other]").selectOption("proactive.licences.decisions");
    assert.match(await text(page, ".refused"), /没有放在一起.*不能比较/);
    await said(page, /没有放在一起.*不能比较/);
    await page.locator("[data-choice=other]").selectOption("proactive.penalties.items_last_year");
    assert.equal(await page.locator(".refused").count(), 0);
    assert.equal(await page.locator("[part^='end ']").evaluateAll((all) => new Set(all.map((one) => one.getAttribute("part"))).size), 2);
  }));

test("a link restores places, measure, kind and year on another visit", () =>
  visit(
    async (page, url) => {
      await page.locator("[data-search=agencies]").fill("990005");
      await page.locator(".found button").click();
      await page.locator("[data-choice=measure]").selectOption("reviews.reconsideration.total");
      await page.locator(choice("kind", "distribution")).click();
      await page.locator("[data-choice=year]").selectOption("2023");
      await page.locator(choice("scale", "log")).click();
      const shown = await finding(page);
      const hash = new URL(page.url()).hash;
      assert.match(hash, /^#gongkai-own=compare:distribution,/);
      const other = await page.context().newPage();
      await other.goto(`${url}page.html#elsewhere&${hash.slice(1)}`);
      await other.locator(".finding").waitFor();
      assert.equal(await finding(other), shown);
      assert.equal(await other.locator(".chosen li").count(), 2);
      assert.equal(await other.locator(choice("scale", "log")).getAttribute("aria-pressed"), "true");
      await other.locator(choice("kind", "trend")).click();
      assert.match(new URL(other.url()).hash, /^#elsewhere&gongkai-own=compare:trend,/, "the page's own part stays");
    },
    { attributes: 'permalink="own"' },
  ));

test("years are chosen from one to another, the figure keeps to them and a link restores them", () =>
  visit(
    async (page) => {
      const [from, to] = ["from", "to"].map((id) => page.locator(`[data-choice=${id}]`));
      await from.selectOption("2022");
      assert.equal(await page.locator("[part=break]").count(), 0, "the change of the form is before them");
      await to.focus();
      await page.keyboard.press("ArrowDown");
      assert.equal(await to.inputValue(), "2024");
      assert.equal(await page.evaluate(() => document.querySelector("gongkai-report").shadowRoot.activeElement.dataset.choice), "to");
      const shown = await finding(page);
      assert.match(shown, /2022 年.*2024 年/);
      await page.locator(choice("as", "table")).click();
      const years = () => page.locator(".panel th[scope=col]").allInnerTexts();
      assert.deepEqual((await years()).slice(1), ["2022", "2023", "2024"]);
      assert.match(new URL(page.url()).hash, /years:2022-2024/);
      const other = await page.context().newPage();
      await other.goto(page.url());
      await other.locator(".finding").waitFor();
      assert.equal(await finding(other), shown);
      await from.selectOption("2025");
      assert.equal(await to.inputValue(), "2025");
      assert.deepEqual((await years()).slice(1), ["2025"]);
    },
    { attributes: "permalink" },
  ));

test("a link that is followed on the page changes what is shown", () =>
  visit(
    async (page) => {
      await page.evaluate(() => (location.hash = "#gongkai=compare:agencies,year:2022,sort:-number"));
      await page.locator("[data-open=rows]").waitFor();
      assert.match(await finding(page), /^2022 年/);
      await page.goBack();
      await page.locator("svg.figure[role=listbox]").waitFor();
      assert.equal(await page.locator(choice("kind", "trend")).getAttribute("aria-selected"), "true");
      // A link of the page's own does not change the reader's choice.
      await page.locator(choice("kind", "distribution")).click();
      await page.evaluate(() => (location.hash = "#top"));
      await page.locator("svg.strip").waitFor();
    },
    { attributes: "permalink" },
  ));

test("the table of places is sorted by every column, both ways, and filtered", () =>
  visit(async (page) => {
    await page.locator(choice("kind", "agencies")).click();
    const numbers = async (column) => (await rows(page)).map((row) => Number(row[column].replace(/[,+]/g, "").replace("−", "-"))).filter((number) => !Number.isNaN(number));
    for (const [by, column] of [["number", 1], ["before", 2], ["change", 3]]) {
      await page.locator(choice("sort", by)).click();
      const falling = await numbers(column);
      assert.deepEqual(falling, [...falling].sort((one, other) => other - one), by);
      assert.ok(falling.length > 5);
      await page.locator(choice("sort", by)).click();
      assert.deepEqual(await numbers(column), [...falling].reverse().sort((one, other) => one - other), by);
      assert.equal(await page.locator(`th:has(${choice("sort", by)})`).getAttribute("aria-sort"), "ascending");
    }
    await page.locator("[data-search=rows]").fill("丁县");
    assert.equal((await rows(page)).length, 1);
    assert.equal(await page.locator(".rows-table").getAttribute("aria-rowcount"), "2");
    await page.locator("[data-search=rows]").fill("无此地");
    assert.deepEqual(await rows(page), [["没有符合筛选条件的机关。"]]);
    await page.locator("[data-region=match-count][role=status]", { hasText: "没有符合筛选条件的机关" }).waitFor();
    await page.locator("[data-search=rows]").fill("");
    for (const value of ["yes", "no", "yes"]) {
      await page.locator(choice("whole", value)).focus();
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => document.getElementById("one").shadowRoot.activeElement.dataset.choice), "whole");
    }
  }));

/** A catalogue of many agencies, all copies of one: only the table is measured, not the numbers. */
function many(count) {
  const name = Array.from({ length: count }, (_, index) => `虚构第${index}县`);
  const body = JSON.stringify({
    format: "gongkai-catalog/1",
    fictional: true,
    places: { name, code: name.map(() => null), initials: name.map(() => "xg"), reports: name.map(() => 1) },
    reports: { year: name.map(() => 2024), edition: name.map(() => "2021"), pattern: "{name}-{year}.json" },
    hashes: { sha384: name.map(() => "A".repeat(64)) },
    measures: [{ id: "applications.received[6]", values: name.map((_, index) => index) }],
  });
  return { [`/${CATALOG}`]: { body, type: "application/json" } };
}

/** The same, with a report file for each. */
function manyToOpen() {
  const files = many(3000);
  const catalog = JSON.parse(files[`/${CATALOG}`].body);
  const body = '{"format":"gongkai-report/1","agency":{"name":"虚构县"},"year":2024,"edition":"2021"}';
  catalog.hashes.sha384 = catalog.hashes.sha384.map(() => createHash("sha384").update(body).digest("base64"));
  files[`/${CATALOG}`].body = JSON.stringify(catalog);
  for (const name of catalog.places.name) files[`/samples/places/${name}-2024.json`] = { body, type: "application/json" };
  return files;
}

test("of thousands of rows only those in sight are in the page, and the last is there where one scrolls", () =>
  visit(
    async (page) => {
      await page.locator(choice("kind", "agencies")).click();
      const table = page.locator(".rows-table");
      assert.equal(await table.getAttribute("aria-rowcount"), "3001");
      assert.ok((await rows(page)).length < 100);
      // A point outside the window hits nothing.
      await page.setViewportSize({ width: 1280, height: 1600 });
      const scroller = page.locator("[data-open=rows]");
      const height = await scroller.evaluate((scroller) => scroller.scrollHeight);
      for (const [at, first] of [[1, "虚构第2999县"], [0.5, null], [0, "虚构第0县"]]) {
        await scroller.evaluate((scroller, at) => (scroller.scrollTop = scroller.scrollHeight * at), at);
        if (first) await page.locator("[data-region=rows] th button").filter({ hasText: new RegExp(`^${first}$`) }).waitFor();
        // Each row in sight has its own number.
        await page.waitForFunction(() => {
          const scroller = document.getElementById("one").shadowRoot.querySelector("[data-open=rows]");
          const { left, top, height } = scroller.getBoundingClientRect();
          return [0.3, 0.6, 0.9].every((part) => {
            const row = scroller.getRootNode().elementFromPoint(left + 40, top + height * part)?.closest("tr");
            return row && /^虚构第(\d+)县/.exec(row.textContent)?.[1] === String(Number(row.getAttribute("aria-rowindex")) - 2);
          });
        });
      }
      assert.ok(Math.abs((await scroller.evaluate((scroller) => scroller.scrollHeight)) - height) < 2, "its length does not change");
      await page.locator(choice("whole", "yes")).click();
      assert.equal((await rows(page)).length, 3000, "for the browser's own search");
    },
    { files: many(3000) },
  ));

test("marks and dots answer to the keyboard, one stop each", () =>
  visit(async (page) => {
    await page.locator("[data-size='1']").focus();
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.getElementById("one").shadowRoot.activeElement.getAttribute("class")), "mark");
    const first = await text(page, "[data-region=detail]");
    assert.match(first, /2020 年：/);
    await page.keyboard.press("End");
    assert.equal(await page.locator("path[part='line l0'][data-current]").count(), 1, "its line stands out");
    await page.keyboard.press("Home");
    await page.keyboard.press("End");
    assert.match(await text(page, "[data-region=detail]"), /2025 年：/);
    await page.keyboard.press("ArrowLeft");
    assert.match(await text(page, "[data-region=detail]"), /2024 年：/);
    assert.equal(await page.locator(".mark[tabindex='0']").count(), 1);
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => document.getElementById("one").shadowRoot.activeElement.id), "panel");

    await page.locator(choice("kind", "trend")).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.locator(choice("kind", "distribution")).getAttribute("aria-selected"), "true");
    const slider = page.locator("svg[role=slider]");
    await slider.focus();
    const said = [];
    for (const key of ["Home", "ArrowRight", "End"]) {
      await page.keyboard.press(key);
      said.push([await slider.getAttribute("aria-valuenow"), await text(page, "[data-region=detail]")]);
      assert.equal(await slider.getAttribute("aria-valuetext"), said.at(-1)[1]);
    }
    const last = await slider.getAttribute("aria-valuemax");
    assert.deepEqual(said.map(([rank]) => rank), ["1", "2", last]);
    const numbers = said.map(([, words]) => Number(/：([\d,]+)$/.exec(words)[1].replace(/,/g, "")));
    assert.ok(numbers[0] <= numbers[1] && numbers[1] <= numbers[2], said.join());
  }));

test("a dot that is pointed at says its place", () =>
  visit(async (page) => {
    await page.locator(choice("kind", "distribution")).click();
    await page.locator("svg.strip").scrollIntoViewIfNeeded();
    const { x, y } = await page.locator("svg.strip").evaluate((svg) => {
      const [, left, top] = /M([\d.]+) ([\d.]+)h0/.exec(svg.querySelector("[part=dots]").getAttribute("d"));
      const box = svg.getBoundingClientRect();
      return { x: box.x + Number(left), y: box.y + Number(top) };
    });
    await page.mouse.move(x, y);
    assert.match(await text(page, "[data-region=detail]"), /^虚构省.* 2025 年：/);
  }));

test("a report opens in the same place, its checks know the years beside it, and the way back restores all", () =>
  visit(
    async (page) => {
      await page.locator("[data-search=agencies]").fill("990004");
      await page.locator(".found button").click();
      await page.locator(choice("kind", "agencies")).click();
      const before = await finding(page);
      const button = page.locator("[data-choice=report]").nth(2);
      await button.click();
      await page.locator("#one h2:has-text('年度报告')").last().waitFor();
      await heard(page, "ready", "one", 2);
      assert.equal(await page.locator("[data-open=rows]").isVisible(), false);
      await page.locator("[role=tab][data-view=checks]").click();
      await page.locator("h4.across").first().waitFor();
      assert.match(await text(page, "h4.across"), /与 2024 年报告之间的核对/);
      const hash = () => new URL(page.url()).hash;
      assert.match(hash(), /gongkai=compare:agencies/);
      assert.match(hash(), /gongkai-report=view:checks/);
      assert.match(hash(), /,report:990002\+2025/);
      await page.locator(".back button").click();
      assert.equal(await finding(page), before);
      assert.equal(await page.locator("[role=tab][data-view]").count(), 0, "the report is gone");
      await page.waitForFunction(() => !/report/.test(location.hash));
      assert.match(hash(), /gongkai=compare:agencies/);
      assert.equal(await page.locator(".chosen li").count(), 2);
      assert.equal(await button.evaluate((button) => button.getRootNode().activeElement === button), true, "the focus is where it was");
    },
    { attributes: "permalink" },
  ));

/** The frames that a reader sees first. */
const FIRST_SCREENS = [{ width: 360, height: 740 }, { width: 1280, height: 740 }];

for (const viewport of FIRST_SCREENS) {
  for (const lang of ["zh-CN", "en"]) {
    test(`the chart is on the first screen, and the choices are folded (${viewport.width} × ${viewport.height}, ${lang})`, () =>
      visit(
        async (page) => {
          for (const kind of ["trend", "multiples", "distribution"]) {
            await page.locator(choice("kind", kind)).click();
            await page.locator("svg.figure").first().waitFor();
            const { top, sideways, finding } = await page.locator("svg.figure").first().evaluate((svg) => ({
              top: svg.getBoundingClientRect().top + scrollY,
              sideways: document.documentElement.scrollWidth - innerWidth,
              finding: svg.closest(".panel").querySelector(".finding").getBoundingClientRect().bottom + scrollY,
            }));
            assert.ok(top < viewport.height - 250, `${kind} begins ${top} px down`);
            assert.ok(finding <= top + 1 && sideways <= 0);
            assert.equal(await page.locator("[data-search=agencies]").isVisible(), false);
          }
          assert.match(await text(page, ".options summary"), lang === "en" ? /^Options: all 12 agencies · Applications received · 2025$/ : /^选项：全部 12 个机关 · 新收信息公开申请 · 2025 年$/);
        },
        { isFolded: true, lang, context: { viewport }, head: '<meta name="viewport" content="width=device-width"><script src="gongkai/gongkai.js" defer></script>' },
      ));
  }
}

test("the choices are unfolded by key, stay so for another kind and another width, and say what is chosen", () =>
  visit(
    async (page) => {
      await page.locator(".options > summary").focus();
      await page.keyboard.press("Enter");
      await page.locator("[data-search=agencies]").waitFor();
      await page.locator("[data-choice=measure]").selectOption("reviews.reconsideration.total");
      await page.locator(".options > summary", { hasText: "行政复议" }).waitFor();
      await page.locator(choice("kind", "distribution")).click();
      await page.setViewportSize({ width: 700, height: 800 });
      await page.locator("[data-width=narrow], .compare").first().waitFor();
      assert.equal(await page.locator(".options[open]").count(), 1);
    },
    { isFolded: true },
  ));

test("all agencies of a prefecture are added by one press of a key, and each line is named at its end", () =>
  visit(async (page) => {
    const group = page.locator("[data-choice=add-group]").first();
    assert.equal(await group.textContent(), "加入“虚构省甲子”的全部 12 个机关");
    await group.focus();
    await page.keyboard.press("Enter");
    await said(page, /^已加入“虚构省甲子”的全部机关。$/);
    assert.equal(await page.locator(".chosen li").count(), 12);
    assert.equal(await page.locator("[data-choice=add-group]").count(), 0);
    const named = await page.locator("svg.figure [part=legend]").allTextContents();
    assert.equal(named.length, 12);
    assert.equal(new Set(named).size, 12);
  }));

test("the table compares any two years, and lists only those that do not agree", () =>
  visit(
    async (page) => {
      await page.locator(choice("kind", "agencies")).click();
      await page.locator("[data-choice=base]").selectOption("2021");
      const headings = await page.locator(".rows-table thead th").allTextContents();
      assert.deepEqual(headings, ["机关", "2025 年", "2021 年", "增减", "报告"]);
      await page.locator(choice("sort", "change")).click();
      const changes = (await rows(page)).map((row) => Number(row[3].replace(/[,+]/g, "").replace("−", "-"))).filter((one) => !Number.isNaN(one));
      assert.ok(changes.length > 5);
      assert.deepEqual(changes, [...changes].sort((one, other) => other - one));
      assert.match(new URL(page.url()).hash, /base:2021/);
      await page.locator(choice("failing", "yes")).focus();
      await page.keyboard.press("Enter");
      await page.locator(choice("failing", "no")).waitFor();
      const failing = (await rows(page)).length;
      assert.ok(failing < 12, `${failing} rows`);
      assert.match(new URL(page.url()).hash, /failing:yes/);
    },
    { attributes: "permalink" },
  ));

test("what is shown and all numbers are saved as CSV, the chart as SVG and PNG", () =>
  visit(
    async (page) => {
      const saved = async (kind) => {
        const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`[data-export=${kind}]`).click()]);
        const body = await readFile(await download.path());
        await page.locator("[data-region=exported]", { hasText: "已交给浏览器保存" }).waitFor();
        return { name: download.suggestedFilename(), body };
      };
      await page.locator(".menu > summary", { hasText: "下载" }).click();
      await page.locator(".more > summary").click();
      const shown = await saved("csv-bom");
      assert.equal(shown.name, "虚构的十二个县区-trend.csv");
      assert.deepEqual([...shown.body.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
      const lines = shown.body.toString().trim().split("\r\n");
      assert.equal(lines.length, 8);
      assert.match(lines[0], /^机关,统计用区划代码,年度,/);
      assert.match(lines[1], /^虚构省甲子甲市甲市人民政府（虚构）,990000,2019,,新收信息公开申请,,,,件,—,没有报告,/);
      const all = await saved("all-csv");
      assert.equal(all.name, "虚构的十二个县区-all.csv");
      assert.equal(all.body.toString().trim().split("\r\n").length, 81, "80 reports");
      const svg = await saved("svg");
      assert.match(svg.body.toString(), /^<svg[^]*数据：虚构的十二个县区/);
      const png = await saved("png");
      assert.equal(png.body.subarray(1, 4).toString(), "PNG");
      assert.equal(await page.locator(".menu[open]").count(), 1, "the place stays open");
    },
    { context: { acceptDownloads: true } },
  ));

test("a link, a reference and a picture are shared, and paper has the panel", () =>
  visit(
    async (page) => {
      await page.evaluate(() => {
        Object.defineProperty(navigator, "clipboard", { value: undefined });
        document.execCommand = () => false;
        window.print = () => (window.printed = true);
      });
      await page.locator(choice("scale", "log")).click();
      await page.locator(".menu > summary", { hasText: "分享" }).click();
      const field = page.locator(".shared textarea");
      await page.locator("[data-export=link]").click();
      await field.waitFor();
      assert.equal(await field.inputValue(), page.url());
      assert.match(page.url(), /scale:log/);
      await page.locator("[data-export=cite]").click();
      await page.waitForFunction(() => /DB\/OL/.test(document.getElementById("one").shadowRoot.querySelector(".shared textarea").value));
      assert.match(await field.inputValue(), /^虚构的十二个县区：.*\[DB\/OL\]\. \[\d{4}-\d\d-\d\d\]\. http/);
      await page.locator("[data-export=share-picture]").click();
      const picture = page.locator(".shared canvas, .shared img");
      await picture.waitFor();
      const width = await picture.evaluate((one) => one.naturalWidth || one.width);
      assert.ok(width > 1000, `${width} pixels`);
      await page.locator(".menu > summary", { hasText: "打印" }).click();
      await page.locator("[data-export=print-view]").click();
      await page.waitForFunction(() => window.printed);
    },
    { attributes: "permalink", complaints: [/Content Security Policy directive/] },
  ));

test("an open report has its own address: the browser's way back closes it, its way forward and a link open it", () =>
  visit(
    async (page) => {
      await page.locator(choice("kind", "agencies")).click();
      const before = page.url();
      await page.locator("[data-choice=report]").nth(2).click();
      const opened = () => page.locator("#one h2", { hasText: "丙县" }).waitFor();
      const closed = () => page.locator(".rows-table").waitFor();
      await opened();
      const address = page.url();
      assert.match(new URL(address).hash, /report:990002\+2025/);
      await page.goBack();
      await closed();
      assert.equal(page.url(), before);
      assert.equal(await page.locator(".back").isVisible(), false);
      await page.goForward();
      await opened();
      const other = await page.context().newPage();
      await other.goto(address);
      await other.locator("#one h2", { hasText: "丙县" }).waitFor();
      await other.locator(".back button").click();
      await other.locator(".rows-table").waitFor();
      assert.doesNotMatch(new URL(other.url()).hash, /report/);
      // The button goes one page back, so that no page of the history shows the same twice.
      await page.locator(".back button").click();
      await closed();
      await page.waitForFunction((before) => location.href === before, before);
    },
    { attributes: "permalink" },
  ));

test("a report that is not the one that is listed, or not there, is refused, and the comparison stays", async () => {
  const name = "samples/places/9900/990002-2025.json";
  const changed = (await built(name)).toString().replace(/"year": ?2025/, '"year": 2024');
  const cases = [
    [{ body: changed, type: "application/json" }, /9900\/990002-2025\.json 与目录不符/],
    [{ status: 404, body: "" }, /9900\/990002-2025\.json 无法取得/],
  ];
  for (const [answer, sentence] of cases) {
    await visit(
      async (page) => {
        await page.locator(choice("kind", "agencies")).click();
        await page.locator("tr:has-text('丙县') [data-choice=report]").click();
        await page.locator("[role=alert].refused").waitFor();
        assert.match(await text(page, ".refused"), sentence);
        assert.equal(await page.locator("[data-open=rows]").isVisible(), true);
        assert.equal(await page.locator(".back").isVisible(), false);
      },
      { files: { [`/${name}`]: answer }, complaints: [/404/] },
    );
  }
});

test("a report that the browser keeps from before it was changed is asked for again", async () => {
  const name = "samples/places/9900/990002-2025.json";
  const now = await built(name);
  const old = now.toString().replace(/"year": ?2025/, '"year": 2024');
  let asked = 0;
  const answer = () => ({ body: asked++ ? now : old, type: "application/json", headers: { "Cache-Control": "max-age=3600" } });
  await visit(
    async (page) => {
      await page.evaluate((url) => fetch(url).then((response) => response.text()), `/${name}`);
      await page.locator(choice("kind", "agencies")).click();
      await page.locator("tr:has-text('丙县') [data-choice=report]").click();
      await page.locator(".back button").waitFor();
      assert.equal(asked, 2);
    },
    { files: { [`/${name}`]: answer } },
  );
});

test("what was refused is forgotten once another report opens", async () => {
  const name = "samples/places/9900/990002-2025.json";
  await visit(
    async (page) => {
      await page.locator(choice("kind", "agencies")).click();
      await page.locator("tr:has-text('丙县') [data-choice=report]").click();
      await page.locator("[role=alert].refused").waitFor();
      await page.locator("tr:has-text('甲县') [data-choice=report]").first().click();
      await page.locator(".back button").click();
      assert.equal(await page.locator("[role=alert].refused").count(), 0);
    },
    { files: { [`/${name}`]: { status: 404, body: "" } }, complaints: [/404/] },
  );
});

test("a report that is refused is spoken of no more once the reader goes on", () =>
  visit(
    async (page) => {
      await page.locator(choice("kind", "agencies")).click();
      await page.locator("[data-choice=report]").first().click();
      await page.locator("[role=alert].refused").waitFor();
      await page.locator(choice("kind", "trend")).click();
      assert.equal(await page.locator("[role=alert].refused").count(), 0);
    },
    { files: { "/samples/places/9900/990000-2025.json": { status: 404, body: "" } }, complaints: [/404/] },
  ));

test("with a report open no id stands twice, and what describes its chart is its own", () =>
  visit(async (page) => {
    await page.locator(choice("kind", "last-year")).click();
    await page.locator("[data-choice=report]").first().click();
    await heard(page, "ready", "one", 2);
    await page.locator("[role=tab][data-view=services]").click();
    await page.locator("svg.figure").waitFor();
    const found = await page.evaluate(() => {
      const root = document.getElementById("one").shadowRoot;
      const ids = [...root.querySelectorAll("[id]")].map(({ id }) => id);
      const chart = root.querySelector("svg.figure");
      const told = root.getElementById(chart.getAttribute("aria-describedby"));
      return { twice: ids.filter((id, place) => ids.indexOf(id) < place), isOwn: chart.closest(".panel").contains(told) };
    });
    assert.deepEqual(found, { twice: [], isOwn: true });
  }));

test("after a report in another language the table is where it was, row by row", () =>
  visit(
    async (page) => {
      await page.locator(choice("kind", "agencies")).click();
      const scroller = page.locator("[data-open=rows]");
      await scroller.evaluate((scroller) => (scroller.scrollTop = scroller.scrollHeight / 2));
      await page.waitForFunction(() => !document.getElementById("one").shadowRoot.querySelector('[aria-rowindex="2"]'));
      const stands = () => scroller.evaluate(({ scrollTop, scrollHeight }) => ({ scrollTop, scrollHeight }));
      const before = await stands();
      await page.locator("[data-choice=report]").nth(8).click();
      await heard(page, "ready", "one", 2);
      await page.evaluate(() => (document.getElementById("one").lang = "en"));
      await page.locator(".back button", { hasText: "Back to the comparison" }).click();
      await page.locator("[role=tab]:has-text('All agencies')").waitFor();
      assert.deepEqual(await stands(), before);
      await page.waitForFunction(() => {
        const scroller = document.getElementById("one").shadowRoot.querySelector("[data-open=rows]");
        const { left, top, height } = scroller.getBoundingClientRect();
        return scroller.getRootNode().elementFromPoint(left + 40, top + height / 2)?.closest("tr[aria-rowindex]");
      });
    },
    { files: manyToOpen() },
  ));

test("on a phone a body's name is there to its end, and each number below its heading", () =>
  visit(
    async (page) => {
      await page.setViewportSize({ width: 320, height: 800 });
      await page.locator(choice("kind", "agencies")).click();
      await page.locator("[data-width=narrow] [data-open=rows]").waitFor();
      const cut = await page.locator("[data-region=rows] th button, [data-region=rows] .name, .rows-table thead th").evaluateAll((all) =>
        all
          // A heading above a column of buttons is there for speech alone.
          .filter((one) => one.clientWidth > 1)
          .filter((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1)
          .map((one) => one.textContent),
      );
      assert.deepEqual(cut, []);
    },
    { head: '<meta name="viewport" content="width=device-width"><script src="gongkai/gongkai.js" defer></script>' },
  ));

const COUNTRY = {
  [`/${CATALOG}`]: () => ({ body: JSON.stringify(country()), type: "application/json" }),
};
const focused = (page) => page.evaluate(() => document.getElementById("one").shadowRoot.activeElement?.getAttribute("data-key"));

test("totals of provinces: a square is reached by keys, says its total, and chooses its group", () =>
  visit(
    async (page) => {
      await page.locator(choice("kind", "sums")).click();
      const total = await finding(page);
      assert.match(total, /^2024 年，全部 \d+ 个机关的新收信息公开申请合计 [\d,]+ 件，依据 \d+ 份报告的数字。$/);
      assert.equal(await page.locator("svg[data-open=tiles] .mark").count(), 34);
      assert.equal(await page.locator("svg[data-open=tiles] .mark[tabindex='0']").count(), 1, "one stop of the tab key");
      await page.locator("svg[data-open=tiles] .mark[tabindex='0']").focus();
      await page.keyboard.press("Home");
      const path = [];
      for (const key of ["ArrowDown", "ArrowDown", "ArrowLeft", "ArrowDown", "ArrowRight", "ArrowUp", "End"]) {
        await page.keyboard.press(key);
        path.push(await focused(page));
      }
      // 吉林, 天津, 北京, 山东 or what is below it, …: each is a neighbour in the direction of the key.
      assert.deepEqual(path, ["tile-22", "tile-12", "tile-11", "tile-32", "tile-31", "tile-12", "tile-81"]);
      assert.match(await text(page, "[data-region=detail]"), /^香港：目录没有这个地区的报告$/);
      const [line, chart] = await Promise.all([".detail", "svg.figure"].map((selector) => page.locator(selector).boundingBox()));
      const visible = page.viewportSize().height;
      assert.ok(Math.abs(line.y - Math.min(chart.y + chart.height, visible - line.height)) < 20, `the line is below the chart: ${line.y}`);
      await page.keyboard.press("Enter");
      assert.equal(await finding(page), total, "a square without data chooses nothing");
      const guangdong = page.locator("[data-key=tile-44]");
      await guangdong.focus();
      assert.match(await text(page, "[data-region=detail]"), /^广东 2024 年：[\d,]+ 件，3 份报告有数字，第 \d 档/);
      await page.keyboard.press("Enter");
      await said(page, /广东省（虚构）/);
      assert.match(await finding(page), /广东省（虚构）的新收信息公开申请合计/);
      assert.equal(await guangdong.getAttribute("aria-selected"), "true");
      assert.equal(await focused(page), "tile-44", "the focus stays");
      assert.match(new URL(page.url()).hash, /compare:sums,.*group:/);
      await page.keyboard.press("Space");
      assert.equal(await finding(page), total);
      await guangdong.click();
      assert.match(await finding(page), /广东省/);
      await page.keyboard.press("Escape");
      assert.equal(await page.evaluate(() => document.getElementById("one").shadowRoot.activeElement.id), "panel");
      await page.keyboard.press("t");
      assert.equal(await page.locator("svg[data-open=tiles]").count(), 0);
      assert.equal(await page.locator(".sums-table tbody tr").count(), 32, "each province, and all together");
    },
    { files: COUNTRY, attributes: "permalink" },
  ));

test("a group in the totals leads to its agencies, and back to where one was", () =>
  visit(
    async (page) => {
      await page.locator(choice("kind", "sums")).click();
      const total = await finding(page);
      const row = page.locator(".sums-table button", { hasText: "浙江省" });
      await row.focus();
      await page.keyboard.press("Enter");
      await said(page, /^浙江省（虚构）：/);
      assert.equal((await rows(page)).length, 3);
      assert.match(new URL(page.url()).hash, /compare:agencies,.*back:/);
      await page.locator(choice("kind", "distribution")).click();
      await page.locator("[data-choice=close-group]").click();
      await page.locator(".sums-table").waitFor();
      assert.equal(await finding(page), total);
      await page.waitForFunction(() => document.getElementById("one").shadowRoot.activeElement?.textContent.includes("浙江省"));
      await row.click();
      await page.locator("[data-choice=close-group]").waitFor();
      await page.goBack();
      await page.locator(".sums-table").waitFor();
      assert.equal(await finding(page), total);
      await page.goForward();
      await page.locator("[data-choice=close-group]").waitFor();
      const other = await page.context().newPage();
      await other.goto(page.url());
      await other.locator("[data-choice=close-group]").click();
      await other.locator(".sums-table").waitFor();
      assert.equal(await finding(other), total, "also in the page that a link opens");
    },
    { files: COUNTRY, attributes: "permalink" },
  ));

test("totals by year have a line for each form, also without groups, and can be saved", () =>
  visit(async (page) => {
    await page.locator(choice("kind", "sums")).click();
    const years = page.locator(choice("sums", "years"));
    if (await years.count()) await years.click();
    assert.match(await finding(page), /全部 12 个机关的新收信息公开申请：2019 年合计 [\d,]+ 件，2025 年合计 [\d,]+ 件（其间报告格式变更，不宜直接相比）。$/);
    assert.equal(await page.locator("svg.figure [part=break]").count(), 1);
    // Two of the seven years have reports in both forms, which are not added.
    assert.equal(await page.locator("svg.figure .mark").count(), 9);
    await page.locator("svg.figure .mark[tabindex='0']").focus();
    await page.keyboard.press("End");
    assert.match(await text(page, "[data-region=detail]"), /^2025 年（2021 年版）：[\d,]+ 件，\d+ 份报告有数字$/);
    await page.locator("[data-export]").first().waitFor({ state: "attached" });
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("[data-export=csv-bom]").evaluate((button) => button.click())]);
    const csv = await readFile(await download.path(), "utf8");
    assert.match(csv, /^\ufeff范围,年度,/);
    assert.match(csv, /全部 12 个机关,2025,2021,新收信息公开申请,\d+,确数,/);
  }));

for (const scheme of ["light", "dark"]) {
  test(`axe finds nothing in the squares, and nothing is cut at 320, 360, 768 and 1280 px (${scheme})`, () =>
    visit(
      async (page) => {
        await mkdir("artefacts", { recursive: true });
        await page.addScriptTag({ path: createRequire(import.meta.url).resolve("axe-core/axe.min.js") });
        await page.locator(choice("kind", "sums")).click();
        await page.locator("[data-key=tile-44]").click();
        for (const width of [320, 360, 768, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          await page.waitForFunction(() => {
            const svg = document.getElementById("one").shadowRoot.querySelector("svg.figure");
            return Math.abs(svg.viewBox.baseVal.width - svg.parentNode.clientWidth) < 2;
          });
          const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"], rules: { "label-content-name-mismatch": { enabled: false } } }));
          assert.deepEqual(found.violations.map(({ id, nodes }) => `${width}: ${id} ${nodes[0].html}`), []);
          assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, `wider than ${width}`);
          // WCAG 2.2: 24 px for what is close together.
          const sides = await page.locator("[data-open=tiles] .target").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
          assert.ok(Math.min(...sides) >= 24, String(Math.min(...sides)));
          // axe does not know the ground of a text in an SVG.
          const contrasts = await page.locator("[data-open=tiles] .mark").evaluateAll((marks) => {
            const light = (colour) => {
              const [r, g, b] = colour.match(/\d+/g).map((one) => (one / 255 <= 0.03928 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4));
              return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const paper = getComputedStyle(marks[0].ownerSVGElement.closest(".widget")).backgroundColor;
            return marks.map((mark) => {
              const fill = (selector) => getComputedStyle(mark.querySelector(selector)).fill;
              const ground = fill("[part^='tile ']");
              const [one, other] = [light(fill("text")), light(ground === "none" ? paper : ground)].sort((one, other) => other - one);
              return (one + 0.05) / (other + 0.05);
            });
          });
          assert.ok(Math.min(...contrasts) >= 4.5, String(Math.min(...contrasts)));
          await page.screenshot({ path: `artefacts/compare-tiles-${width}-${scheme}.png`, fullPage: true });
        }
      },
      { files: COUNTRY, csp: false, head: '<meta name="viewport" content="width=device-width"><script src="gongkai/gongkai.js" defer></script>', context: { colorScheme: scheme } },
    ));
}

test("on paper there is the comparison, light, and nothing to press", () =>
  visit(
    async (page) => {
      for (const kind of KINDS) {
        await page.locator(choice("kind", kind)).click();
        await page.emulateMedia({ media: "print" });
        const { shown, ground, ink } = await page.evaluate(() => {
          const root = document.getElementById("one").shadowRoot;
          const { backgroundColor, color } = getComputedStyle(root.querySelector(".widget"));
          const all = [...root.querySelectorAll("[role=tab], input, select, .selects button, .detail, .keys, [data-choice=report], [data-choice=remove]")];
          return { shown: all.filter((one) => one.checkVisibility()).length, ground: backgroundColor, ink: color };
        });
        assert.deepEqual([shown, ground, ink], [0, "rgb(255, 255, 255)", "rgb(0, 0, 0)"], kind);
        assert.ok(await page.locator(".finding").isVisible());
        const tables = kind === "trend" || kind === "multiples" || (kind === "sums" && (await page.locator(".sums-table").count()) === 0) ? 1 : 0;
        assert.equal(await page.locator(".on-paper").filter({ visible: true }).count(), tables, kind);
        await page.emulateMedia({ media: "screen" });
      }
    },
    { attributes: 'theme="dark"' },
  ));

test("a broken catalogue is one sentence with its field and value, and the fallback stays", async () => {
  const whole = (await built(CATALOG)).toString();
  const cases = [
    [whole.replace('"places":', '"towns":'), "unknown-field", /无法识别的字段 towns/],
    [whole.replace('"gongkai-catalog/1"', '"gongkai-catalog/9"'), "format", /格式标识/],
    [whole.slice(0, 3000), "not-json", /不是有效的 JSON/],
    [whole.replace(/"year":\[\d+/, '"year":[20199'), "invalid-value", /reports\.year\[0\]/],
  ];
  for (const [body, code, sentence] of cases) {
    await lab.visit({ body: element("one"), files: { [`/${CATALOG}`]: { body, type: "application/json" } } }, async (page) => {
      const error = await heard(page, "error", "one");
      assert.equal(error.code, code);
      const { fallback, figures, notice } = await seen(page, "one");
      assert.deepEqual([fallback, figures], [true, false]);
      assert.match(notice.message, sentence);
    });
  }
});

test("ten on a page share one instance and one copy of the data, and the last to go frees it", () =>
  lab.visit(
    {
      before: (page) =>
        page.addInitScript(() => {
          window.instances = [];
          const real = WebAssembly.instantiate;
          WebAssembly.instantiate = async (...given) => {
            const made = await real(...given);
            window.instances.push((made.instance || made).exports);
            return made;
          };
        }),
    },
    async (page) => {
      const add = (count) =>
        page.evaluate(
          async ([src, count]) => {
            for (let index = 0; index < count; index += 1) {
              const one = document.createElement("gongkai-report");
              one.src = src;
              const ready = new Promise((done) => one.addEventListener("gongkai-ready", done));
              document.body.append(one);
              await ready;
            }
          },
          [CATALOG, count],
        );
      const memory = () =>
        page.evaluate(() => {
          const memories = window.instances.map((exports) => Object.values(exports).find((one) => one instanceof WebAssembly.Memory));
          return memories.map(({ buffer }) => buffer.byteLength);
        });
      await add(1);
      const one = await memory();
      await add(9);
      // Only the compare module: from its name the file is taken for a catalogue.
      assert.equal(one.length, 1);
      assert.equal((await memory()).length, 1);
      for (let round = 0; round < 20; round += 1) {
        await page.evaluate(() => document.querySelectorAll("gongkai-report").forEach((one) => one.remove()));
        await add(10);
      }
      const [after] = await memory();
      assert.ok(after - one[0] <= 4 * 65536, `${after - one[0]} bytes more`);
    },
  ));

test("language, text size and theme follow the attributes, and another src takes its place", () =>
  visit(async (page) => {
    const set = (name, value) => page.evaluate(([name, value]) => document.getElementById("one").setAttribute(name, value), [name, value]);
    await page.locator(choice("kind", "agencies")).click();
    await set("lang", "en");
    await page.locator("[role=tab]:has-text('All agencies')").waitFor();
    assert.match(await finding(page), /^Applications received in 2025: all 12 agencies with a number;/);
    await set("text-size", "larger");
    assert.equal(await page.locator(".widget").evaluate((widget) => getComputedStyle(widget).fontSize), "22px");
    await set("src", REPORT);
    await page.locator("[role=tab][data-view=overview]").waitFor();
    assert.equal(await page.locator(".compare").count(), 0);
    await set("src", CATALOG);
    await page.locator(".compare .finding").waitFor();
    assert.equal(await page.locator("[role=tab][data-view]").count(), 0);
  }));

for (const scheme of ["light", "dark"]) {
  test(`axe finds nothing, nothing to press is too small, and nothing is cut at 320 px (${scheme})`, () =>
    visit(
      async (page) => {
        await mkdir("artefacts", { recursive: true });
        await page.addScriptTag({ path: createRequire(import.meta.url).resolve("axe-core/axe.min.js") });
        for (const width of [320, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          await page.locator("[data-search=agencies]").fill("");
          for (const kind of KINDS) {
            await page.locator(choice("kind", kind)).click();
            const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"], rules: { "label-content-name-mismatch": { enabled: false } } }));
            const told = found.violations.map(({ id, nodes }) => `${kind} ${width}: ${id} ${nodes[0].html}`);
            assert.deepEqual(told, []);
            const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            assert.ok(wide <= 0, `${kind} is ${wide} px wider than ${width}`);
            const small = await page.locator("button:visible, select:visible").evaluateAll((all) =>
              all.map((one) => [one.textContent.slice(0, 20), one.getBoundingClientRect()]).filter(([, { width, height }]) => width < 43.5 || height < 43.5).map(([name]) => name),
            );
            assert.deepEqual(small, []);
            await page.screenshot({ path: `artefacts/compare-${kind}-${width}-${scheme}.png`, fullPage: true });
          }
        }
      },
      // axe adds its own script, which the page's policy forbids.
      { csp: false, head: '<meta name="viewport" content="width=device-width"><script src="gongkai/gongkai.js" defer></script>', context: { colorScheme: scheme } },
    ));
}

test("in Chromium 69, too, under the strict policy", { skip: oldChromiumUnavailable }, async () => {
  const [browser, server] = await Promise.all([launchOldChromium(), serveStage()]);
  const errors = [];
  try {
    const page = await browser.newPage();
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(server.url + stageOf([{ src: CATALOG }]));
    const stands = (selector) =>
      page.waitForFunction((selector) => document.querySelector("gongkai-report").shadowRoot.querySelector(selector), { timeout: 30_000 }, selector);
    const press = (selector) => page.evaluate((selector) => document.querySelector("gongkai-report").shadowRoot.querySelector(selector).click(), selector);
    const seen = { trend: ".mark", multiples: ".mark", distribution: "svg.strip [part=dots]", agencies: "[data-region=rows] th button", sums: ".sums-table td, .mark", "last-year": ".figure-table td", checks: ".check" };
    await stands(".finding");
    for (const kind of KINDS) {
      await press(choice("kind", kind));
      await stands(`${choice("kind", kind)}[aria-selected=true]`);
      await stands(seen[kind]);
    }
    await press(choice("kind", "agencies"));
    await press("[data-choice=report]");
    await stands("[data-view=overview][aria-selected=true]");
    assert.deepEqual(errors, []);
  } finally {
    await browser.close();
    await server.close();
  }
});
