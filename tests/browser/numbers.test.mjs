// Numbers that no report has, and how they must look all the same: 15 to 19 digits, 2^53 + 1, -0, 1e3.
import assert from "node:assert/strict";
import test, { after, before, describe } from "node:test";
import { COUNTY_2019, LANGS, REPORT, VIEWS, built, heard, openHarness, seen, STAFF_LINE as LINE } from "./support/chromium.mjs";
import { faults } from "./support/layout.mjs";

let harness;
before(async () => (harness = await openHarness()));
after(() => harness.close());

const body = '<gongkai-report id="one" src="odd.json"><p>替代内容</p></gongkai-report>';
const file = (text) => ({ "/odd.json": { body: text, type: "application/json" } });
const grouped = (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ",");

async function enter(page, view) {
  await page.evaluate((view) => (document.querySelector("#one").view = view), view);
  await page.locator(`#one [role=tab][data-view=${view}][aria-selected=true]`).waitFor();
}

async function show(page, as) {
  await page.locator("#one .options").evaluateAll((all) => all.forEach((one) => (one.open = true)));
  await page.locator(`#one [data-choice=as][data-value=${as}]`).click();
  await page.locator(`#one [data-choice=as][data-value=${as}][aria-pressed=true]`).waitFor({ state: "attached" });
}

/** Writes a report whose numbers other than 0 have these digits. */
async function large(digits) {
  const report = JSON.parse(await built(COUNTY_2019));
  const fill = (part) => {
    for (const [name, value] of Object.entries(part)) {
      if (typeof value === "number" && value !== 0) part[name] = `@${value < 0 ? "-" : ""}${digits}@`;
      else if (name === "amount") value.value = `${digits}.12`;
      else if (value && typeof value === "object") fill(value);
    }
  };
  for (const part of ["disclosure", "proactive", "applications", "reviews"]) fill(report[part]);
  return JSON.stringify(report).replace(/"@(-?\d+)@"/g, "$1");
}

describe("numbers with", () => {
  for (const digits of ["9".repeat(15), "9".repeat(17), String(2n ** 63n - 1n)]) {
    for (const lang of LANGS) {
      for (const width of [320, 360, 1200]) {
        test(`${digits.length} digits are short in figures, and no page is wider (${lang}, ${width} px)`, async () =>
          harness.visit({ lang, body, files: file(await large(digits)), context: { viewport: { width, height: 900 } } }, async (page) => {
            await heard(page, "complete", "one");
            const wrong = [];
            for (const view of VIEWS) {
              await enter(page, view);
              wrong.push(...(await faults(page, "#one")).map((fault) => `${view}: ${fault}`));
              if (!(await page.locator("#one [data-choice=as][data-value=table]").count())) continue;
              await show(page, "table");
              wrong.push(...(await faults(page, "#one")).map((fault) => `${view}, table: ${fault}`));
              await show(page, "chart");
            }
            assert.deepEqual(wrong, []);
          }));
      }
    }

    test(`${digits.length} digits are whole in the detail and the table, and sums are exact`, async () =>
      harness.visit({ body, files: file(await large(digits)) }, async (page) => {
        await heard(page, "complete", "one");
        await enter(page, "services");
        const mark = page.locator("#one .mark").first();
        assert.match(await mark.getAttribute("aria-label"), new RegExp(grouped(digits)));
        const unit = digits.length > 16 ? "亿亿" : "万亿";
        assert.match(await mark.locator("[part=value]").first().textContent(), new RegExp(`^[\\d.,]{1,6} ${unit}$`));
        await show(page, "table");
        assert.match(await page.locator("#one .figure-table").innerText(), new RegExp(grouped(digits)));
        await enter(page, "disclosure");
        const { categories } = JSON.parse(await built(COUNTY_2019)).disclosure;
        const sum = categories.reduce((sum, { count }) => (count ? sum + BigInt(digits) : sum), 0n);
        assert.ok((await page.locator("#one .finding").innerText()).includes(grouped(String(sum))));
      }));
  }
});

describe("a count that is written as", () => {
  const cases = {
    "-0": "0",
    "9007199254740993": "9,007,199,254,740,993",
    "9223372036854775807": "9,223,372,036,854,775,807",
    "1e3": /proactive\.licences\.decisions 应为整数，实际为 1e3/,
    "1.0": /proactive\.licences\.decisions 应为整数，实际为 1\.0/,
    "1e400": /proactive\.licences\.decisions 应为整数，实际为 1e400/,
    "01": /不是有效的 JSON/,
    "NaN": /不是有效的 JSON/,
  };
  for (const [written, right] of Object.entries(cases)) {
    test(`${written} ${typeof right === "string" ? `is shown as ${right}` : "gives a sentence"}`, async () => {
      const text = String(await built(REPORT)).replace(/("decisions": ?)5862\b/, `$1${written}`);
      await harness.visit({ body, files: file(text), complaints: [LINE] }, async (page) => {
        if (typeof right !== "string") {
          const { message } = await heard(page, "error", "one");
          assert.match(message, right);
          const { fallback, notice } = await seen(page, "one");
          assert.deepEqual([fallback, notice.message], [true, message]);
          return;
        }
        await heard(page, "complete", "one");
        await enter(page, "services");
        await show(page, "table");
        const row = page.locator("#one .figure-table tbody tr", { hasText: "行政许可" }).first();
        const cells = await row.locator("td").allInnerTexts();
        assert.ok(cells.some((cell) => cell.replace(/\s*件$/, "").trim() === right), cells.join());
        assert.doesNotMatch(await page.locator("#one .widget").innerText(), /[-−]0(?![.,\d])/);
      });
    });
  }
});
