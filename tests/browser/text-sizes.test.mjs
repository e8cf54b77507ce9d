// Readers with a larger default size of text, a smallest size, or a zoom of the text only, in every engine that can be
// set so; the others are named with their reason.
import assert from "node:assert/strict";
import test, { after, before, describe } from "node:test";
import { VIEWS } from "./support/chromium.mjs";
import { ENGINES } from "./support/drivers.mjs";
import { openEngine } from "./support/engines.mjs";
import { faults } from "./support/layout.mjs";
import { REPORT } from "./support/pages.mjs";

const CATALOG = "samples/places/catalog.json";
const READERS = {
  default: "a default text size of 32",
  smallest: "a smallest text size of 24",
  zoom: "a zoom of 200 % of the text only",
};
const element = (id, attributes) => `<gongkai-report id="${id}" ${attributes}><p>替代内容</p></gongkai-report>`;

for (const name of process.env.GONGKAI_ENGINES?.split(",") ?? Object.keys(ENGINES)) {
  const { title, unavailable, readers } = ENGINES[name];
  for (const [reader, has] of Object.entries(READERS)) {
    const left = unavailable() ?? (typeof readers[reader] === "string" ? readers[reader] : undefined);
    describe(`a reader with ${has} in ${title}`, { skip: left }, () => {
      let browser;
      before(async () => (browser = await openEngine(name, reader)));
      after(() => browser?.close());

      for (const width of [360, 1000]) {
        for (const lang of ["zh-CN", "en"]) {
          test(`every view is laid out for its words (${lang}, ${width} px)`, () =>
            browser.visit({ body: element("one", `src="${REPORT}"`), lang, width }, async (page) => {
              await page.heard("complete", "one");
              const wrong = [];
              for (const view of VIEWS) {
                await page.evaluate((view) => (document.getElementById("one").view = view), view);
                await page.has(`[role=tab][data-view=${view}][aria-selected=true]`);
                await page.still();
                wrong.push(...(await faults(page, "#one")).map((fault) => `${view}: ${fault}`));
              }
              assert.deepEqual(wrong, []);
            }));
        }
      }

      test("text and figures have the reader's size, also in the comparison", () =>
        browser.visit({ body: element("one", `src="${REPORT}" view="services"`) + element("two", `src="${CATALOG}"`) }, async (page) => {
          await page.heard("complete", "one");
          await page.heard("ready", "two");
          const sizes = await page.evaluate(() => {
            const height = (selector) => Math.round(document.harness.find(selector).getBoundingClientRect().height);
            return ["#one >> svg.figure text", "#two >> svg.figure text", "#one >> .finding"].map(height);
          });
          for (const size of sizes) assert.ok(size >= 24, sizes.join());
        }));
    });
  }
}
