// Reading a report: the views, the choices, the keyboard, small and large screens.
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { PRERENDERED, LANGS, VIEWS, choose, enter, marks, openHarness, ready, show, still, table, telling } from "./support/chromium.mjs";

let stage;
before(async () => (stage = await openHarness()));
after(() => stage.close());

const quiet = (how, use) => stage.quiet(how, use);
const text = (page, selector) => page.locator(selector).first().textContent();

for (const lang of LANGS) {
  test(`the figures' numbers are the table's (${lang})`, () =>
    quiet({}, async (page) => {
      for (const view of PRERENDERED.slice(1)) {
        await show(page, [{ lang, view }]);
        const drawn = await marks(page);
        assert.ok(drawn.length > 2, view);
        for (const mark of drawn) assert.ok(mark.label.includes(mark.name), `${mark.label} / ${mark.name}`);
        await choose(page, "as", "table");
        const { rows } = await table(page);
        for (const mark of drawn) {
          const row = rows.find(({ key }) => key === mark.key.replace(/\.decisions$/, ""));
          assert.ok(row, `${mark.key} has no row`);
          // Without hedge and unit, which the two write differently.
          const numbers = mark.values.join(" ").match(/[\d,.]+%?/g) ?? [];
          const cells = row.cells.join(" ");
          // English bars round to a million yuan; the table has every digit.
          const millions = (cells.match(/[\d,.]+(?= yuan)/g) ?? []).map((yuan) => (Number(yuan.replaceAll(",", "")) / 1e6).toFixed(2));
          for (const number of numbers) assert.ok(cells.includes(number) || millions.includes(number), `${number} in ${row.cells}`);
        }
      }
    }));
}

test("the stated total, the sum and their difference stand side by side", () =>
  quiet({}, async (page) => {
    await show(page, [{ view: "disclosure" }]);
    const shown = Object.fromEntries((await marks(page)).map(({ key, values }) => [key, values[0]]));
    assert.equal(shown["disclosure.total"], "3,200 余");
    assert.equal(shown["disclosure.categories"], "4,236");
    assert.equal(shown["disclosure.difference"], "1,036");
    assert.match(await text(page, ".lead"), /3,200 余条.*4,236.*1,036.*937/);
  }));

test("a headline leads to its view and takes the keyboard along", () =>
  quiet({}, async (page) => {
    await show(page);
    await page.locator("[data-leads-to=procurement]").focus();
    await page.keyboard.press("Enter");
    await page.locator("[role=tab][data-view=procurement][aria-selected=true]").waitFor();
    await page.waitForFunction(() => document.querySelector("gongkai-report").shadowRoot.activeElement?.id === "panel");
    assert.match(await text(page, ".finding"), /126.*2\.12 亿元.*168\.32 万元/);
  }));

test("headlines beside each other begin at one height, with a picture or without", () =>
  quiet({ viewport: { width: 1000, height: 900 } }, async (page) => {
    await show(page, [{ src: "samples/fictional/county-2020.json" }]);
    const rows = await page.locator(".headlines li").evaluateAll((all) => {
      const tops = {};
      for (const one of all) (tops[one.getBoundingClientRect().top] ||= []).push(one.querySelector(".tile-label").getBoundingClientRect().top);
      return Object.values(tops);
    });
    assert.ok(rows.some((tops) => tops.length > 1));
    for (const tops of rows) assert.equal(new Set(tops).size, 1, tops.join());
  }));

/** What each choice must change in the figure. */
const CHOICES = [
  ["disclosure", "sort", "printed", (all) => all.map(({ key }) => key)],
  ["disclosure", "measure", "share", (all) => all.map(({ values }) => values[0])],
  ["disclosure", "scale", "log", null],
  ["services", "sizes", "log", null],
  ["services", "compare", "changes", (all) => all.map(({ values }) => values.length)],
  ["procurement", "unit", "yi", (all) => all.map(({ values }) => values[0])],
];

for (const [view, choice, value, read] of CHOICES) {
  test(`the choice ${choice}=${value} changes the figure and is kept`, () =>
    quiet({}, async (page) => {
      await show(page, [{ view }]);
      const picture = () => page.locator("svg.figure").evaluate((svg) => svg.innerHTML);
      const [seenBefore, pictureBefore] = [read?.(await marks(page)), await picture()];
      await choose(page, choice, value);
      assert.notEqual(await picture(), pictureBefore);
      if (read) assert.notDeepEqual(read(await marks(page)), seenBefore);
      await enter(page, "overview");
      await enter(page, view);
      assert.equal(await page.locator(`[data-choice=${choice}][data-value=${value}]`).getAttribute("aria-pressed"), "true");
    }));
}

test("a sorted figure glides, and stands still for those who ask for it", async () => {
  for (const [reducedMotion, glides] of [["no-preference", true], ["reduce", false]]) {
    await quiet({ reducedMotion }, async (page) => {
      await show(page, [{ view: "disclosure" }]);
      await page.locator(".options summary").click();
      await page.locator("[data-choice=sort][data-value=printed]").click();
      const moving = await page.evaluate(
        () =>
          new Promise((done) =>
            requestAnimationFrame(() => requestAnimationFrame(() => done(document.querySelector("gongkai-report").shadowRoot.getAnimations().length))),
          ),
      );
      assert.equal(moving > 0, glides, `${reducedMotion}: ${moving}`);
    });
  }
});

test("the chart by keyboard: one stop, arrows, ends, choosing, leaving, the table", () =>
  quiet({}, async (page) => {
    await show(page, [{ view: "disclosure" }]);
    await page.evaluate(() => {
      window.chosen = [];
      document.addEventListener("gongkai-select", ({ detail }) => window.chosen.push(detail));
    });
    assert.equal(await page.locator(".mark[tabindex='0']").count(), 1);
    const all = await marks(page);
    const focused = () => page.evaluate(() => document.querySelector("gongkai-report").shadowRoot.activeElement?.dataset.key);
    await page.locator(".options summary").focus();
    await page.keyboard.press("Tab");
    assert.equal(await focused(), all[0].key);
    for (const [key, place] of [["ArrowDown", 1], ["ArrowRight", 2], ["ArrowUp", 1], ["End", all.length - 1], ["ArrowDown", all.length - 1], ["Home", 0]]) {
      await page.keyboard.press(key);
      await still(page);
      assert.equal(await focused(), all[place].key, key);
      assert.equal(await text(page, ".detail"), all[place].label, key);
    }
    await page.keyboard.press("Enter");
    await page.locator(`.mark[aria-selected=true][data-place="0"]`).waitFor();
    assert.match(await text(page, ".spoken[role=status]"), new RegExp(all[0].name));
    assert.deepEqual(await page.evaluate(() => window.chosen), [{ view: "disclosure", key: all[0].key, label: all[0].label }]);
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.querySelector("gongkai-report").shadowRoot.activeElement?.id === "panel");
    await page.locator(".mark[tabindex='0']").focus();
    await page.keyboard.press("t");
    await page.locator(".figure-table").waitFor();
    assert.equal(await page.locator(`tr[data-key="${all[0].key}"]`).getAttribute("data-selected"), "");
    // The same key leads back.
    const isAtOptions = () => document.querySelector("gongkai-report").shadowRoot.activeElement?.matches(".options summary");
    await page.waitForFunction(isAtOptions);
    await page.keyboard.press("t");
    await page.locator(".mark").first().waitFor();
    await page.waitForFunction(isAtOptions);
  }));

test("pointer, finger and keyboard are told the same", () =>
  quiet({ hasTouch: true }, async (page) => {
    await show(page, [{ view: "services" }]);
    const [first, second] = await marks(page);
    await page.locator(`.mark[data-key="${second.key}"]`).hover();
    assert.equal(await text(page, ".detail"), second.label);
    await page.mouse.move(0, 0);
    await page.locator(`.mark[data-key="${first.key}"]`).tap();
    await page.locator(`.mark[data-key="${first.key}"][aria-selected=true]`).waitFor();
    assert.equal(await text(page, ".detail"), first.label);
  }));

test("tabs by arrow keys", () =>
  quiet({}, async (page) => {
    await show(page);
    await page.locator("[role=tab][aria-selected=true]").focus();
    for (const [key, view] of [["ArrowRight", "disclosure"], ["End", "text"], ["ArrowRight", "overview"], ["ArrowLeft", "text"], ["Home", "overview"]]) {
      await page.keyboard.press(key);
      await page.locator(`[role=tab][data-view=${view}][aria-selected=true]:focus`).waitFor();
    }
  }));

test("what a choice brings is said: another view, another order, the table and the chart", () =>
  quiet({}, async (page) => {
    await show(page);
    const said = async (words) => page.locator(".spoken[role=status][aria-live=polite]", { hasText: words }).waitFor({ state: "attached" });
    await enter(page, "services");
    await said(/^全年作出行政许可决定 5,862 件、行政处罚决定 236 件/);
    await choose(page, "as", "table");
    await said(/^已切换为表格：全年作出行政许可决定/);
    await choose(page, "as", "chart");
    await said(/^已切换为图：全年作出行政许可决定/);
    await page.setViewportSize({ width: 500, height: 800 });
    await page.locator("[data-width=narrow]").waitFor();
    await said(/^已切换为图/);
  }));

test("a permalink brings everything back, beside the host's own and another widget's", () =>
  quiet({}, async (page) => {
    await show(page, [{ permalink: "a", view: "services" }, { permalink: "b" }], "#chapter2");
    await page.locator(".options summary").first().click();
    await page.locator("[data-choice=compare][data-value=changes]").first().click();
    await page.locator('.mark[data-key="proactive.fees"]').click();
    await page.waitForFunction(() => /^#chapter2&gongkai-a=.*compare:changes.*cell:/.test(location.hash));
    const before = await page.evaluate(() => location.hash);
    await page.reload();
    await ready(page);
    assert.equal(await page.evaluate(() => location.hash), before);
    assert.equal(await page.locator("[data-choice=compare][data-value=changes]").first().getAttribute("aria-pressed"), "true");
    assert.equal(await page.locator(".mark[aria-selected=true]").count(), 1);
    assert.equal(await page.locator("gongkai-report").nth(1).locator("[role=tab][data-view=overview]").getAttribute("aria-selected"), "true");
  }));

test("without a permalink the address stays as it is", () =>
  quiet({}, async (page) => {
    await show(page, [{ view: "disclosure" }], "#mine");
    await choose(page, "sort", "printed");
    assert.equal(await page.evaluate(() => location.hash), "#mine");
  }));

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

test("axe finds nothing, and nothing to press is too small", async () => {
  const looks = [
    ["light", "zh-CN"],
    ["dark", "en"],
    ["contrast", "zh-CN"],
  ];
  for (const [theme, lang] of looks) {
    // axe adds its own styles to the page, which the policy would refuse.
    await quiet({ bypassCSP: true }, async (page) => {
      for (const view of VIEWS) {
        await show(page, [{ theme, lang, ...telling(view) }]);
        await page.locator(".export, .options").evaluateAll((all) => all.forEach((one) => [one, ...one.querySelectorAll("details")].forEach((part) => (part.open = true))));
        await page.evaluate(axe);
        const displays = await page.locator("[data-choice=as]").evaluateAll((all) => all.map((one) => one.dataset.value));
        for (const display of displays.length ? displays : [""]) {
          if (display) await choose(page, "as", display);
          const found = await page.evaluate(async () => {
            // A mark's words are drawn in pieces that one label joins; that it has them all is tested above.
            const rules = { "label-content-name-mismatch": { enabled: false } };
            const { violations } = await window.axe.run(document.querySelector("gongkai-report"), { rules });
            return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
          });
          assert.deepEqual(found, [], `${view} ${display} ${theme} ${lang}`);
        }
        // Links inside a text or a table's heading are as high as their line.
        const small = await page.locator("button, summary, .mark .target").evaluateAll((all) =>
          all
            .map((one) => [one.getBoundingClientRect().height, one.matches(".number, th .way") ? 23.9 : 43.9, one.outerHTML.slice(0, 80)])
            .filter(([height, least]) => height < least),
        );
        assert.deepEqual(small, [], `${view} ${theme}`);
      }
    });
  }
});

test("nothing is cut off from 320 to 1920 pixels, at three text sizes, in both languages", async () => {
  for (const width of [320, 360, 768, 1280, 1920]) {
    await quiet({ viewport: { width, height: 900 } }, async (page) => {
      for (const lang of LANGS) {
        for (const size of ["standard", "large", "larger"]) {
          await show(page, VIEWS.map((view) => ({ lang, ...telling(view), "text-size": size })));
          const look = () => page.evaluate(() => {
            const faults = [];
            if (document.documentElement.scrollWidth > innerWidth) faults.push(`the page is ${document.documentElement.scrollWidth} wide`);
            for (const one of document.querySelectorAll("gongkai-report")) {
              for (const svg of one.shadowRoot.querySelectorAll("svg.figure")) {
                const box = svg.getBoundingClientRect();
                for (const text of svg.querySelectorAll("text")) {
                  if (!text.textContent) continue;
                  const { left, right, top, bottom } = text.getBoundingClientRect();
                  const inside = left >= box.left - 1 && right <= box.right + 1 && top >= box.top - 1 && bottom <= box.bottom + 1;
                  if (!inside) faults.push(`${text.textContent}: ${Math.round(left)}–${Math.round(right)} in ${Math.round(box.left)}–${Math.round(box.right)}`);
                }
              }
            }
            for (const one of document.querySelectorAll("gongkai-report")) {
              for (const cell of one.shadowRoot.querySelectorAll(".figure-table th, .figure-table td, .check, .original p")) {
                if (cell.clientWidth > 1 && cell.scrollWidth > cell.clientWidth + 1 && getComputedStyle(cell).display !== "inline") faults.push(`${cell.textContent.slice(0, 30)} needs ${cell.scrollWidth} of ${cell.clientWidth}`);
              }
            }
            return faults;
          });
          assert.deepEqual(await look(), [], `${width} ${lang} ${size}`);
          await page.locator("[data-choice=as][data-value=table]").evaluateAll((all) => all.forEach((one) => one.click()));
          await still(page);
          assert.deepEqual(await look(), [], `${width} ${lang} ${size} tables`);
        }
      }
    });
  }
});

test("forced colours leave marks and words to be seen", () =>
  quiet({ forcedColors: "active" }, async (page) => {
    await show(page, [{ view: "disclosure" }]);
    const fills = await page.locator(".mark").first().evaluate((mark) => ({
      bar: getComputedStyle(mark.querySelector("[part~=bar]")).fill,
      text: getComputedStyle(mark.querySelector("text")).fill,
      ground: getComputedStyle(document.body).backgroundColor,
    }));
    assert.notEqual(fills.bar, fills.ground);
    assert.notEqual(fills.text, fills.ground);
  }));

test("a system that asks for more contrast gets words and edges in the ink's colour, in light and dark", async () => {
  for (const colorScheme of ["light", "dark"]) {
    await quiet({ contrast: "more", colorScheme }, async (page) => {
      await show(page, [{ view: "disclosure" }, { view: "disclosure", theme: "dark" }]);
      const colours = await page.locator("gongkai-report").evaluateAll((all) =>
        all.map((one) => ["--ink", "--quiet", "--edge"].map((name) => getComputedStyle(one).getPropertyValue(name).trim())),
      );
      for (const [ink, ...others] of colours) assert.deepEqual(others, [ink, ink]);
      assert.equal(new Set(colours.map(([ink]) => ink)).size, colorScheme === "light" ? 2 : 1);
    });
  }
});

test("the demo page: no complaint, no request elsewhere, nothing stored", () =>
  quiet({}, async (page) => {
    await page.goto("index.html");
    await ready(page);
    assert.equal(await page.locator("gongkai-report").count(), 5);
    const stored = await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length]);
    assert.deepEqual(stored, [0, 0, "", 0]);
  }));

test("pictures of every view are kept", async () => {
  const folder = new URL("../../artefacts/", import.meta.url);
  await mkdir(folder, { recursive: true });
  for (const width of [360, 768, 1280]) {
    await quiet({ viewport: { width, height: 900 } }, async (page) => {
      for (const theme of ["light", "dark"]) {
        for (const view of VIEWS) {
          await show(page, [{ theme, ...telling(view) }]);
          const picture = await page.locator("gongkai-report").screenshot({ path: new URL(`${view}-${width}-${theme}.png`, folder).pathname });
          assert.ok(picture.length > 5000);
        }
      }
    });
  }
});
