// Input methods in all engines. Only Chromium's driver can compose (hosts.test.mjs does); Firefox's and WebKit's drivers send
// keys to the page past the system's input method. So here the page's own script fires what each engine fires.
import assert from "node:assert/strict";
import test, { after, before, describe } from "node:test";
import { ENGINES } from "./support/drivers.mjs";
import { openEngine } from "./support/engines.mjs";
import { REPORT, SCRIPT } from "./support/pages.mjs";
import { keep } from "./support/record.mjs";

const CATALOG = "samples/places/catalog.json";
after(keep);

/** Once the page says so, no timer waits: whatever a pause in typing would bring about comes at once. WebKit's driver has one of minutes. */
const QUICK = `const real = window.setTimeout;
window.setTimeout = (use, delay, ...rest) => real(use, document.isQuick && delay < 60000 ? 0 : delay, ...rest);`;

const cases = {
  "the report's text": { src: REPORT, view: "text", event: "complete", field: ".search input", watched: ["#panel .original", "#panel .found"], word: "申请" },
  "agencies": { src: CATALOG, event: "ready", field: "[data-search=agencies]", watched: ["[data-region=found]", "[data-region=announcement]"], word: "县" },
  "the table's rows": { src: CATALOG, event: "ready", tab: "agencies", field: "[data-search=rows]", watched: ["[data-region=rows]", "[data-region=announcement]"], word: "乙" },
};

/** Writes pinyin as an input method does, and pauses within it. Runs in the page. */
async function compose(field, pinyin) {
  const input = document.harness.find(field);
  input.focus();
  input.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true, composed: true, data: "" }));
  for (let end = 1; end <= pinyin.length; end += 1) {
    const data = pinyin.slice(0, end);
    input.dispatchEvent(new CompositionEvent("compositionupdate", { bubbles: true, composed: true, data }));
    input.value = data;
    input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, data, inputType: "insertCompositionText", isComposing: true }));
  }
  for (let turn = 0; turn < 50; turn += 1) await new Promise((done) => setTimeout(done));
}

/** Takes a word in place of the pinyin. Runs in the page. */
function commit(field, word, engine) {
  const input = document.harness.find(field);
  const send = (inputType, isComposing) => input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, data: word, inputType, isComposing }));
  input.value = word;
  send(engine === "webkit" ? "insertFromComposition" : "insertCompositionText", true);
  input.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, composed: true, data: word }));
  // Only Firefox says once more that the text has changed.
  if (engine === "firefox") send("insertCompositionText", false);
}

const content = (selectors) => selectors.map((one) => document.harness.all(one).map((node) => node.innerHTML).join()).join();

for (const name of process.env.GONGKAI_ENGINES?.split(",") ?? Object.keys(ENGINES)) {
  const { title, unavailable } = ENGINES[name];
  const reason = unavailable();
  describe(title, { skip: reason && `${title} is left out: ${reason}` }, () => {
    let browser;
    before(async () => (browser = await openEngine(name)));
    after(() => browser.close());

    for (const [place, { src, view, event, tab, field, watched, word }] of Object.entries(cases)) {
      test(`in the search of ${place}, nothing is searched before the word is there`, () =>
        browser.visit(
          {
            did: `an input method: in the search of ${place}, nothing is searched before the word is there`,
            body: `<gongkai-report id="one" src="${src}"${view ? ` view="${view}"` : ""}><p>替代内容</p></gongkai-report>`,
            head: `<script src="quick.js"></script>${SCRIPT}`,
            files: { "/quick.js": { body: QUICK, type: "text/javascript" } },
          },
          async (page) => {
            await page.heard(event, "one");
            if (tab) await page.press(`[role=tab][data-value=${tab}]`);
            await page.unfold(".options");
            await page.has(field);
            await page.still();
            await page.evaluate(() => {
              document.isQuick = true;
            });
            const before = await page.evaluate(content, watched);
            await page.evaluate(compose, field, "shen'qing");
            assert.equal(await page.evaluate(content, watched), before);
            await page.evaluate(commit, field, word, name);
            await page.until((watched, before) => watched.map((one) => document.harness.all(one).map((node) => node.innerHTML).join()).join() !== before, watched, before);
          },
        ));
    }
  });
}
