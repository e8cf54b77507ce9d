// The four questions of a citizen: how many penalties were decided, is that more than last year, what was bought,
// did the county answer applications? What a reader sees holds the right number, and no other that could be taken
// for it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { enter, openHarness, show } from "./support/chromium.mjs";

let stage;
before(async () => {
  stage = await openHarness();
});
after(() => stage.close());

const WIDTHS = [360, 1024];

/** Returns all that is shown of a view, line by line; what is hidden or only heard is left out. */
const shownText = (page) =>
  page.locator("#panel").evaluate((panel) => {
    const lines = [];
    const walk = (node) => {
      if (node.nodeType === 3) return void (node.data.trim() && lines.push(node.data.trim()));
      if (node.nodeType !== 1 || !node.checkVisibility({ contentVisibilityAuto: true })) return;
      if (node.matches(".spoken, .controls, defs, title")) return;
      const closed = node.localName === "details" && !node.open;
      for (const child of node.childNodes) if (!closed || child.localName === "summary") walk(child);
    };
    walk(panel);
    return lines;
  });

const holds = (lines, part) => lines.filter((line) => line.includes(part));

for (const width of WIDTHS) {
  for (const lang of ["zh-CN", "en"]) {
    const run = (name, use) =>
      test(`${name} (${lang}, ${width} px)`, () => stage.quiet({ viewport: { width, height: 740 } }, (page) => use(page, lang === "en")));

    run("how many penalties were decided: 236, and nothing else is called that", async (page, en) => {
      await show(page, [{ lang }]);
      const tile = await page.locator('.tile[data-leads-to="services"]', { hasText: en ? "Decisions on penalties" : "行政处罚决定" }).first().innerText();
      assert.match(tile, en ? /\b236\b/ : /236 件/);
      assert.doesNotMatch(tile, /6,098|5,862|\b35\b|\b45\b/);
      await enter(page, "services");
      const finding = await page.locator(".finding").innerText();
      assert.match(finding, en ? /penalties 236/ : /行政处罚决定 236 件/);
      assert.doesNotMatch(finding, /%|6,098/);
      // Decisions are drawn before kinds of matters.
      const captions = (await shownText(page)).filter((line) => (en ? /^(Decisions|Kinds of matters)/ : /^(本年处理决定|事项的种类数)/).test(line));
      assert.match(captions.join("|"), en ? /^Decisions this year.*\|.*Kinds of matters/ : /^本年处理决定（件）\|.*事项的种类数/);
    });

    run("is that more than last year: the report does not say, and no percentage suggests otherwise", async (page, en) => {
      await show(page, [{ lang, view: "services" }]);
      const notice = await page.locator(".lead").innerText();
      assert.match(notice, en ? /no decisions of last year to compare with/ : /没有填上年的处理决定件数，所以决定的件数不能与上年比/);
      const lines = await shownText(page);
      assert.deepEqual(lines.filter((line) => /%/.test(line) && !/[÷/]/.test(line)), []);
      // Last year's numbers are those of kinds, and are called that in the sentence that has them.
      for (const line of holds(lines, "5,138").filter((line) => line.length > 12)) assert.match(line, en ? /Kinds of matters/ : /事项的种类数/);
    });

    run("what was bought: 126 projects for 212 million yuan", async (page, en) => {
      await show(page, [{ lang, view: "procurement" }]);
      const finding = await page.locator(".finding").innerText();
      assert.match(finding, en ? /126 .* 212\.08 million yuan, 1\.68 million each/ : /126 个项目，合计 2\.12 亿元（21,207\.84 万元），平均每个项目 168\.32 万元/);
      const amounts = (await shownText(page)).join("\n").match(/[\d,.]+ ?(million yuan|亿元)/g) || [];
      for (const amount of amounts) assert.match(amount, en ? /^(212\.08|1\.68) million/ : /^2\.12 亿元/);
    });

    run("did the county answer applications: the table says none, the text three, and both are said", async (page, en) => {
      await show(page, [{ lang }]);
      const tile = await page.locator('.tile[data-leads-to="applications"]').innerText();
      assert.match(tile, en ? /0[^]*the text says 3/ : /0 件[^]*正文写收到 3 件/);
      await enter(page, "applications");
      const said = `${await page.locator(".finding").innerText()} ${await page.locator(".lead").innerText()}`;
      assert.match(said, en ? /3 received and 3 completed in the text, 0 received and 0 completed in the table/ : /正文说收到 3 件、办结 3 件，申请表填的是收到 0 件、办结 0 件/);
      assert.doesNotMatch(said, en ? /No application was received/ : /没有收到申请/);
    });
  }
}
