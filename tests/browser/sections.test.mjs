// The views of the app: every section of the form in both editions, the checks, the text, and exports.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { CONTRADICTIONS, COUNTY_2019, COUNTY_2021, LANGS, VIEWS, choose, enter, marks, openHarness, ready, show, still, table } from "./support/chromium.mjs";

let stage;
before(async () => (stage = await openHarness()));
after(() => stage.close());

const quiet = (how, use) => stage.quiet(how, use);
const text = (page, selector) => page.locator(selector).first().innerText();
const numbers = (texts) => texts.join(" ").match(/\d[\d,.]*/g) ?? [];

/** Returns the text of each cell of a statutory table by its path. */
const cells = (page, selector = ".form") =>
  page.locator(selector).evaluateAll((forms) =>
    Object.fromEntries(
      forms.flatMap((form) =>
        [...form.querySelectorAll("td[data-key]")].map((cell) => [cell.dataset.key, (cell.querySelector("[aria-hidden]") ?? cell).textContent.trim()]),
      ),
    ),
  );

for (const lang of LANGS) {
  for (const [edition, src] of [["2019", COUNTY_2019], ["2021", COUNTY_2021]]) {
    test(`the smaller views' numbers are their tables' (${edition}, ${lang})`, () =>
      quiet({}, async (page) => {
        for (const view of ["activities", "documents", "fees"]) {
          await show(page, [{ lang, view, src }]);
          const drawn = await marks(page);
          // A single number is a sentence, and its table is below it.
          if (view === "fees") {
            assert.equal(drawn.length, 0);
            assert.match(await text(page, ".finding"), /\d/);
            continue;
          }
          assert.ok(drawn.length > 0, view);
          // Within a sentence English names have no capital.
          for (const mark of drawn) assert.ok(mark.label.toLowerCase().includes(mark.name.toLowerCase()), `${mark.label} / ${mark.name}`);
          await choose(page, "as", "table");
          const { rows } = await table(page);
          const all = rows.flatMap(({ cells }) => cells).join(" ");
          for (const mark of drawn) {
            for (const number of numbers(mark.values)) assert.ok(all.includes(number), `${view} ${mark.key}: ${number} in ${all}`);
          }
        }
      }));
  }

  test(`a mark of the reviews has the number of its cell in the statutory table (${lang})`, () =>
    quiet({}, async (page) => {
      await show(page, [{ lang, view: "reviews", src: COUNTY_2021 }]);
      const drawn = await marks(page);
      await choose(page, "as", "table");
      const printed = await cells(page);
      assert.equal(Object.keys(printed).length, 15);
      for (const { key, values } of drawn) assert.equal(values[0], printed[key], key);
      // A block is drawn if one of its numbers is not 0; the others are told in words.
      const left = Object.entries(printed).filter(([key]) => !drawn.some((mark) => mark.key === key));
      assert.ok(drawn.length > 0 && left.every(([, value]) => !/[1-9]/.test(value)), JSON.stringify(left));
    }));
}

test("the flow's outcomes are the total column of the statutory table, one by one and in groups", () =>
  quiet({}, async (page) => {
    for (const src of [COUNTY_2019, COUNTY_2021]) {
      await show(page, [{ view: "applications", src }]);
      await choose(page, "outcomes", "each");
      const each = await marks(page);
      await choose(page, "outcomes", "groups");
      const groups = await marks(page);
      await choose(page, "as", "table");
      const printed = await cells(page);
      const count = (text) => Number((text ?? "").replaceAll(",", "")) || 0;
      let compared = 0;
      for (const { key, values } of each) {
        if (!(`${key}[6]` in printed)) continue;
        assert.equal(values[0], printed[`${key}[6]`], key);
        compared += 1;
      }
      assert.ok(compared > 15, `${compared} rows`);
      const refused = Object.keys(printed).filter((key) => key.startsWith("applications.outcomes.refused.") && key.endsWith("[6]"));
      const sum = refused.reduce((sum, key) => sum + count(printed[key]), 0);
      assert.equal(count(groups.find(({ key }) => key === "applications.outcomes.refused").values[0]), sum);
    }
  }));

test("the flow begins with what the reader chooses, and says what its rate is of", () =>
  quiet({}, async (page) => {
    await show(page, [{ view: "applications", src: COUNTY_2019 }]);
    assert.match(await text(page, ".finding"), /(\d+) ÷ (\d+) = [\d.]+%/);
    const applicants = (await marks(page)).map(({ key }) => key);
    assert.ok(!applicants.includes("applications.received"));
    await choose(page, "from", "cases");
    const cases = (await marks(page)).map(({ key }) => key);
    for (const key of ["applications.received", "applications.carried_in", "applications.carried_out"]) assert.ok(cases.includes(key), key);
    await page.locator('.mark[data-key="applications.received"]').click();
    assert.match(await text(page, ".detail"), /新收/);
  }));

test("the flow by keyboard: one stop, arrows, the table", () =>
  quiet({}, async (page) => {
    await show(page, [{ view: "applications", src: COUNTY_2019 }]);
    assert.equal(await page.locator('.mark[tabindex="0"]').count(), 1);
    await page.locator('.mark[tabindex="0"]').focus();
    await page.keyboard.press("End");
    await page.locator('.mark[data-key="applications.carried_out"]:focus').waitFor();
    await page.keyboard.press("Enter");
    await page.locator('.mark[data-key="applications.carried_out"][aria-selected=true]').waitFor();
    await page.keyboard.press("t");
    await page.locator('.form td[data-key="applications.carried_out[6]"][data-selected]').waitFor();
  }));

test("a row of the table leads to its mark, and the mark's choice to the row's cells", () =>
  quiet({}, async (page) => {
    await show(page, [{ view: "applications", src: COUNTY_2019 }]);
    await choose(page, "as", "table");
    await page.locator("th .way", { hasText: "部分公开" }).click();
    await page.locator('.mark[data-key="applications.outcomes.partly_granted"][aria-selected=true]').waitFor();
    await choose(page, "as", "table");
    const selected = await page.locator(".form td[data-selected]").evaluateAll((all) => all.map((one) => one.dataset.key));
    assert.deepEqual(selected, Array.from({ length: 7 }, (_, column) => `applications.outcomes.partly_granted[${column}]`));
    // A row that the groups do not show leads to its group.
    await page.locator("th .way", { hasText: "信访举报投诉类申请" }).click();
    await page.locator('.mark[data-key="applications.outcomes.not_processed"][aria-selected=true]').waitFor();
  }));

test("a table of zeros is a sentence with what the text says otherwise, and comes on request", () =>
  quiet({}, async (page) => {
    await show(page, [{ view: "applications" }]);
    assert.match(await text(page, ".finding"), /申请表各项都填 0，正文却不是这样写的/);
    assert.match(await text(page, ".lead"), /正文说收到 3 件、办结 3 件，申请表填的是收到 0 件、办结 0 件/);
    assert.equal(await page.locator(".figure").count(), 0);
    assert.equal(await page.locator(".on-request[open]").count(), 0);
    await page.locator(".on-request > summary").click();
    await page.locator('.form td[data-key="applications.received[6]"]').scrollIntoViewIfNeeded();
    const printed = await cells(page);
    assert.equal(Object.keys(printed).length, 23 * 7);
    assert.ok(Object.values(printed).every((cell) => cell === "0"));
  }));

test("blank and not applicable stand apart from 0, to be seen and to be heard", () =>
  quiet({}, async (page) => {
    await show(page, [{ view: "applications", src: COUNTY_2019 }]);
    await choose(page, "as", "table");
    const cell = page.locator('[data-key="applications.outcomes.refused.state_secret[0]"]');
    assert.equal(await cell.locator("[aria-hidden]").textContent(), "—");
    assert.match(await cell.locator(".spoken").textContent(), /空白/);
    assert.match(await text(page, ".form-note"), /14 项空白/);
    await show(page, [{ view: "reviews", src: COUNTY_2021 }]);
    assert.match(await page.locator("#panel").innerText(), /复议后起诉：各项都填“\/”/);
  }));

test("every cell of a statutory table is tied to its headings", () =>
  quiet({}, async (page) => {
    await show(page, [{ view: "applications", src: COUNTY_2019 }]);
    await choose(page, "as", "table");
    const named = await page.locator('[data-key="applications.outcomes.refused.deliberative[3]"]').evaluate((cell) =>
      cell
        .getAttribute("headers")
        .split(" ")
        .map((id) => cell.getRootNode().getElementById(id).textContent),
    );
    assert.deepEqual(named, ["三、本年度办理结果", "（三）不予公开", "6.属于四类过程性信息", "申请人情况", "法人或其他组织", "社会公益组织"]);
    assert.equal(await page.locator(".form caption").count(), 1);
  }));

test("a view that an edition does not have says so and why", () =>
  quiet({}, async (page) => {
    await show(page, [{ view: "procurement", src: COUNTY_2021 }]);
    assert.match(await text(page, ".finding"), /2021 年版.*不再包含政府集中采购/);
    assert.equal(await page.locator(".figure, .figure-table").count(), 0);
  }));

for (const lang of LANGS) {
  test(`what does not agree comes first, with its arithmetic, and leads to its cells (${lang})`, () =>
    quiet({}, async (page) => {
      await show(page, [{ lang, view: "checks", src: CONTRADICTIONS }]);
      const groups = await page.locator(".verdicts").evaluateAll((all) => all.map((one) => [one.dataset.verdict, one.querySelectorAll(".check").length]));
      assert.deepEqual(groups, [["fails", 13], ["noted", 1]]);
      assert.match(await text(page, ".formula"), /2 \+ 0 = 2 ≠ 1 = 0 \+ 1/);
      await choose(page, "listed", "all");
      const all = await page.locator(".check").count();
      assert.equal(String(all), (await text(page, ".finding")).match(/5\d/)[0]);
      await page.locator(".way[data-leads-to=applications]").first().click();
      await page.locator("td[data-selected]:focus").waitFor();
      const selected = await page.locator("td[data-selected]").evaluateAll((cells) => cells.map((one) => one.dataset.key));
      assert.deepEqual(selected.sort(), ["applications.carried_in[4]", "applications.carried_out[4]", "applications.outcomes.total[4]", "applications.received[4]"]);
      await choose(page, "as", "chart");
      assert.ok((await page.locator(".mark[aria-selected=true]").count()) > 0);
    }));
}

test("every way out of the checks ends at something that is highlighted", () =>
  quiet({}, async (page) => {
    await show(page, [{ view: "checks", src: CONTRADICTIONS }]);
    const count = await page.locator(".check .way").count();
    assert.ok(count > 12, `${count} ways`);
    for (let way = 0; way < count; way += 1) {
      await page.locator(".check .way").nth(way).click();
      await still(page);
      assert.ok((await page.locator("[data-selected], .mark[aria-selected=true]").count()) > 0, `way ${way}`);
      await enter(page, "checks");
    }
  }));

test("on Longde exactly the two known checks do not agree", () =>
  quiet({}, async (page) => {
    await show(page, [{ view: "checks" }]);
    const rules = await page.locator("[data-verdict=fails] .rule").allInnerTexts();
    assert.equal(rules.length, 2);
    assert.match(rules[0], /正文说共公开 3,200 余条，所列 14 类加起来却是 4,236/);
    assert.match(rules[1], /正文说收到 3 件、办结 3 件，申请表填的是收到 0 件、办结 0 件/);
    // Either link highlights what the text says, and what the table says.
    for (const view of ["applications", "text"]) {
      await page.locator(`.check .way[data-leads-to=${view}]`).click();
      await page.locator('[data-key="applications.received[6]"][data-selected]').waitFor();
      await page.locator('[data-key^="disclosure.applications"][data-selected]').first().waitFor();
      await enter(page, "checks");
    }
    assert.equal(await page.locator("[data-verdict=noted]").count(), 0);
  }));

test("the text is searched for words and numbers, whatever their width, and keeps the keyboard", () =>
  quiet({}, async (page) => {
    await show(page, [{ view: "text" }]);
    const whole = await page.locator(".original").innerText();
    await page.locator("[data-search]").click();
    await page.keyboard.type("３２００");
    await page.locator(".found", { hasText: "1" }).waitFor();
    assert.equal(await page.locator(".original .number[data-hit]").count(), 1);
    assert.equal(await page.evaluate(() => document.activeElement.shadowRoot.activeElement.matches("[data-search]")), true);
    await page.locator("[data-search]").fill("政务公开");
    await page.locator(".original mark").first().waitFor();
    assert.ok((await page.locator(".original mark").allInnerTexts()).every((hit) => hit.replaceAll(" ", "") === "政务公开"));
    await page.locator("[data-search]").fill("没有这个词");
    await page.locator(".found", { hasText: "没有找到" }).waitFor();
    await page.locator("[data-search]").fill("");
    await page.locator(".found:empty").waitFor({ state: "attached" });
    assert.equal(await page.locator(".original").innerText(), whole);
  }));

test("a number in the text leads to its figure", () =>
  quiet({}, async (page) => {
    await show(page, [{ view: "text" }]);
    await page.locator('.number[data-cell="disclosure.total"]').click();
    await page.locator('.mark[data-key="disclosure.total"][aria-selected=true]').waitFor();
    await enter(page, "text");
    await page.locator('.number[data-cell="proactive.licences.decisions"]').click();
    await page.locator('.mark[data-key="proactive.licences"][aria-selected=true]').waitFor();
  }));

test("the whole report stands in the text view as printed, table by table", () =>
  quiet({}, async (page) => {
    for (const [src, count] of [["samples/longde-2020.json", 22 + 23 * 7 + 15], [COUNTY_2021, 10 + 25 * 7 + 15]]) {
      await show(page, [{ view: "text", src }]);
      const printed = await cells(page);
      assert.equal(Object.keys(printed).length, count, src);
    }
  }));

/** Returns the file that the browser is given to save. */
async function taken(page, kind) {
  await page.locator(".export details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`[data-export=${kind}]`).click()]);
  await page.locator(".said", { hasText: /浏览器|browser/ }).waitFor();
  return { name: download.suggestedFilename(), body: await readFile(await download.path()) };
}

/** Parses comma-separated values strictly. */
function parsed(csv) {
  const rows = [[]];
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/y;
  while (field.lastIndex < csv.length) {
    const at = field.lastIndex;
    const [, value, end] = field.exec(csv) ?? assert.fail(`not CSV at ${at}`);
    rows.at(-1).push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
    if (end === "\r\n") rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

test("every number on screen, in the table and in the CSV is the same number", () =>
  quiet({ acceptDownloads: true }, async (page) => {
    for (const view of VIEWS.filter((view) => !["overview", "checks", "text"].includes(view))) {
      await show(page, [{ view, src: COUNTY_2019 }]);
      if (await page.locator("[data-choice=as][data-value=table]").count()) await choose(page, "as", "table");
      const shown = await page.locator(".figure-table").evaluate((one) =>
        [...one.querySelectorAll("tbody td:not([data-type=none])")].map((cell) => (cell.querySelector("[aria-hidden]") ?? cell).textContent.trim()),
      );
      const { name, body } = await taken(page, "csv");
      assert.match(name, new RegExp(`^青禾县人民政府（虚构示例）-2020-${view}\\.csv$`));
      const [titles, ...rows] = parsed(body.toString("utf8"));
      const column = titles.indexOf("页面显示");
      assert.ok(column > 0, titles.join());
    // An apostrophe precedes what a spreadsheet program could take for a formula.
      const saved = rows.map((row) => row[column].replace(/^'(?=[-=+@'])/, ""));
      assert.deepEqual(saved.filter(Boolean).sort(), shown.filter(Boolean).sort(), view);
    }
  }));

test("the whole report as CSV, with and without a byte order mark, and as JSON", () =>
  quiet({ acceptDownloads: true }, async (page) => {
    await show(page, [{}]);
    const plain = await taken(page, "report-csv");
    const marked = await taken(page, "report-csv-bom");
    assert.deepEqual([...marked.body.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    assert.deepEqual(marked.body.subarray(3), plain.body);
    const rows = parsed(plain.body.toString("utf8"));
    assert.ok(rows.length > 200, `${rows.length} rows`);
    assert.ok(rows.every((row) => row.length === rows[0].length));
    assert.ok(rows.some((row) => row.includes("-302")), "a negative number stays a number");
    const json = await taken(page, "json");
    const published = await readFile(new URL("../../samples/longde-2020.json", import.meta.url), "utf8");
    assert.deepEqual(JSON.parse(json.body), JSON.parse(published));
  }));

test("a figure as SVG and as PNG, under the strict policy, with its source", () =>
  quiet({ acceptDownloads: true }, async (page) => {
    for (const view of ["disclosure", "applications"]) {
      await show(page, [{ view, src: COUNTY_2019 }]);
      const svg = (await taken(page, "svg")).body.toString("utf8");
      assert.match(svg, /^<svg xmlns/);
      for (const word of ["青禾县人民政府（虚构示例）", "2020", "虚构示例，并非真实数据", await text(page, ".finding").then((finding) => finding.slice(0, 8))]) {
        assert.ok(svg.includes(word), word);
      }
      const all = (await taken(page, "report-svg")).body.toString("utf8");
      assert.ok(all.includes("青禾县人民政府（虚构示例） 2020 年政府信息公开工作年度报告"));
      for (const finding of ["集中采购", "全年办结 221 件"]) assert.ok(all.includes(finding), finding);
      const whole = (await taken(page, "report-png")).body;
      assert.equal(whole.subarray(1, 4).toString("latin1"), "PNG");
      assert.ok(whole.readUInt32BE(20) > 3000, `${whole.readUInt32BE(20)} high`);
      const png = (await taken(page, "png")).body;
      assert.equal(png.subarray(1, 4).toString("latin1"), "PNG");
      const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
      assert.ok(width >= 720 && height > 300, `${width} × ${height}`);
    }
  }));

test("a copied link brings back view, choices, language and the highlighted cells", () =>
  quiet({ permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    await show(page, [{ view: "checks", src: CONTRADICTIONS, permalink: "a" }, { src: COUNTY_2019, permalink: "b" }], "#chapter2");
    const one = page.locator("gongkai-report").first();
    await one.locator(".way[data-leads-to=reviews]").first().click();
    await one.locator("td[data-selected]").first().waitFor();
    await one.locator(".export summary", { hasText: "分享" }).click();
    await one.locator("[data-export=link]").click();
    await one.locator(".said", { hasText: "链接已复制" }).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(link, /#chapter2&.*gongkai-a=view:reviews.*as:table.*cell:/);
    const before = await one.locator("td[data-selected]").evaluateAll((all) => all.map((cell) => cell.dataset.key));
    await page.goto("about:blank");
    await page.goto(link);
    await ready(page);
    assert.deepEqual(await one.locator("td[data-selected]").evaluateAll((all) => all.map((cell) => cell.dataset.key)), before);
    assert.equal(await page.locator("gongkai-report").nth(1).locator("[role=tab][data-view=overview]").getAttribute("aria-selected"), "true");
  }));

test("on paper there are all views, figures with tables, light, and nothing to press", () =>
  quiet({ colorScheme: "dark", viewport: { width: 794, height: 1123 } }, async (page) => {
    await show(page, [{ src: COUNTY_2019 }]);
    // What is on the screen, view by view, is on paper.
    let figures = 0;
    const onScreen = new Set();
    for (const view of VIEWS) {
      await enter(page, view);
      figures += await page.locator("#panel .figure").count();
      // On paper the overview has its headlines only, and the text's tables are those of the other views.
      if (view === "overview" || view === "text") continue;
      const hasTable = await page.locator("[data-choice=as][data-value=table]").count();
      if (hasTable) await choose(page, "as", "table");
      for (const caption of await page.locator("#panel caption").allTextContents()) onScreen.add(caption);
      if (hasTable) await choose(page, "as", "chart");
    }
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    const paper = page.locator(".paper");
    await paper.waitFor();
    assert.equal(await paper.locator("section > .view").count(), VIEWS.length);
    assert.equal(await paper.locator(".figure").count(), figures);
    // Each table once: the forms of the applications and the reviews are not repeated in the text.
    const captions = await paper.locator("caption").allTextContents();
    assert.deepEqual([...captions].sort(), [...onScreen].sort());
    const shown = (selector) => page.locator(selector).evaluateAll((all) => all.filter((one) => one.checkVisibility({ visibilityProperty: true })).length);
    assert.equal(await shown(".controls, [role=tablist], .export, [data-search], .detail"), 0);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    const ground = await paper.locator(".widget").evaluate((one) => getComputedStyle(one).backgroundColor);
    assert.equal(ground, "rgb(255, 255, 255)");
    await page.screenshot({ path: new URL("../../artefacts/paper.png", import.meta.url).pathname, fullPage: true });
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await paper.waitFor({ state: "detached" });
  }));

test("the county's reports of seven years are shown from overview to text, with no complaint", () =>
  quiet({}, async (page) => {
    for (let year = 2019; year <= 2025; year += 1) {
      await show(page, [{ src: `samples/fictional/county-${year}.json` }]);
      for (const view of VIEWS) {
        await enter(page, view);
        assert.ok((await text(page, ".finding")).length > 5, `${year} ${view}`);
      }
      assert.match(await text(page, "h2"), /虚构示例/);
    }
  }));
