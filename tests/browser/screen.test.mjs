// What a reader sees first, on a phone and on a desk: the finding and the figure, with everything else folded.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { COUNTY_2019, LANGS, VIEWS, choose, enter, openHarness, show, still, telling } from "./support/chromium.mjs";

let stage;
before(async () => (stage = await openHarness()));
after(() => stage.close());

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const text = (page, selector) => page.locator(selector).first().textContent();

for (const lang of LANGS) {
  test(`on a phone the first screen of every view has the finding and the beginning of the answer (${lang})`, () =>
    stage.quiet(PHONE, async (page) => {
      for (const view of VIEWS) {
        await show(page, [{ lang, ...telling(view) }]);
        const found = await page.locator("gongkai-report").evaluate((host) => {
          const root = host.shadowRoot;
          const top = host.getBoundingClientRect().top;
          const rect = (selector) => root.querySelector(selector)?.getBoundingClientRect();
          const line = parseFloat(getComputedStyle(root.querySelector("h2")).lineHeight);
          return {
            finding: rect(".finding").bottom - top,
            answer: rect(".figure, .headlines, .figure-table, .verdicts, .original").top - top,
            titleLines: Math.round(rect("h2").height / line),
          };
        });
        // A fictional agency is called that, which makes its name longer than an agency's own.
        const limit = telling(view).src ? 3 : 2;
        assert.ok(found.titleLines <= limit, `${view}: a title of ${found.titleLines} lines`);
        assert.ok(found.finding < 370, `${view}: the finding ends at ${found.finding}`);
        assert.ok(found.answer < 480, `${view}: the answer begins at ${found.answer}`);
      }
    }));

  test(`the tabs are one row that scrolls, and at 1280 pixels all are in sight (${lang})`, async () => {
    for (const how of [PHONE, { viewport: { width: 1280, height: 900 } }]) {
      await stage.quiet(how, async (page) => {
        await show(page, [{ lang, view: "text" }]);
        const look = () =>
          page.locator("[role=tablist]").evaluate((row) => {
            const { left, right } = row.getBoundingClientRect();
            const rects = [...row.children].map((tab) => tab.getBoundingClientRect());
            const chosen = row.querySelector("[aria-selected=true]").getBoundingClientRect();
            return {
              tops: new Set(rects.map(({ top }) => top)).size,
              widths: rects.map(({ width }) => width),
              isChosenInSight: chosen.left >= left - 1 && chosen.right <= right + 1,
              isWhole: row.scrollWidth <= row.clientWidth,
            };
          });
        const first = await look();
        assert.equal(first.tops, 1);
        assert.ok(first.isChosenInSight);
        assert.equal(first.isWhole, how !== PHONE);
        await enter(page, "overview");
        const second = await look();
        assert.ok(second.isChosenInSight);
        assert.deepEqual(second.widths, first.widths, "no tab moves when another is chosen");
        await page.keyboard.press("ArrowLeft");
        await page.locator("[role=tab][data-view=text]:focus").waitFor();
        await still(page);
        assert.ok((await look()).isChosenInSight);
      });
    }
  });
}

test("the folded choices say what is chosen, and stay open for the next choice but not for the next view", () =>
  stage.quiet({}, async (page) => {
    await show(page, [{ view: "disclosure" }]);
    assert.match(await text(page, ".options summary"), /^选项：由多到少 · /);
    assert.equal(await page.locator("[data-choice=sort]").first().isVisible(), false);
    await choose(page, "sort", "printed");
    assert.match(await text(page, ".options summary"), /^选项：按原文顺序 · /);
    assert.equal(await page.locator("[data-choice=sort]").first().isVisible(), true);
    await enter(page, "services");
    assert.equal(await page.locator("[data-choice=compare]").first().isVisible(), false);
  }));

test("a tap shows the details beside the mark, without a ring, and inside the chart", () =>
  stage.quiet(PHONE, async (page) => {
    await show(page, [{ view: "disclosure" }]);
    assert.match(await text(page, ".keys .by-touch"), /点/);
    assert.equal(await page.locator(".keys .by-key").isVisible(), false);
    assert.equal(await page.locator(".detail").isVisible(), false);
    for (const place of [1, 9]) {
      const mark = page.locator(`.mark[data-place="${place}"]`);
      await mark.tap();
      await page.locator(`.mark[data-place="${place}"][data-current]`).waitFor();
      await still(page);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const { inner, detail, panel, stroke } = await mark.evaluate((one) => {
        const rect = (element) => element.getBoundingClientRect().toJSON();
        const panel = one.closest("#panel");
        return {
          inner: rect(one.querySelector(".target")),
          detail: rect(panel.querySelector(".detail")),
          panel: rect(panel),
          stroke: getComputedStyle(one.querySelector(".target")).stroke,
        };
      });
      const distance = Math.min(Math.abs(detail.top - inner.bottom), Math.abs(inner.top - detail.bottom));
      assert.ok(distance < 12, `${distance} pixels away`);
      assert.ok(detail.left >= panel.left - 1 && detail.right <= panel.right + 1);
      assert.equal(stroke, "none");
    }
  }));

test("the reader changes the text size, and nothing is stored", () =>
  stage.quiet({}, async (page) => {
    await show(page, [{ view: "disclosure" }]);
    const size = () => page.locator(".widget").evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
    const before = await size();
    await page.locator("[data-size='1']").click();
    await page.locator("gongkai-report[text-size=large]").waitFor();
    await still(page);
    assert.ok((await size()) > before);
    assert.equal(await page.evaluate(() => sessionStorage.length + localStorage.length), 0);
    await page.locator("[data-size='-1']").click();
    await page.locator("gongkai-report[text-size=standard]").waitFor();
    await still(page);
    assert.equal(await size(), before);
  }));

test("no line of the text begins with a comma, and a search leads to what it found", () =>
  stage.quiet(PHONE, async (page) => {
    await show(page, [{ view: "text", src: "samples/longde-2020.json" }]);
    const starts = await page.locator(".original p").evaluateAll((all) => {
      const bad = [];
      const range = document.createRange();
      for (const one of all) {
        const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
        let line = -Infinity;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          for (let at = 0; at < node.data.length; at += 1) {
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const { top, height } = range.getBoundingClientRect();
            if (height && top > line + height / 2) {
              if (/[，、。；：）”]/.test(node.data[at])) bad.push(node.data.slice(at, at + 8));
              line = top;
            }
          }
        }
      }
      return bad;
    });
    assert.deepEqual(starts, []);
    const field = page.locator("[data-search]");
    await field.fill("信息公开");
    await page.locator(".found", { hasText: /\d/ }).waitFor();
    await field.press("Enter");
    await page.locator(".original [data-current]").waitFor();
    const top = await page.locator(".original [data-current]").evaluate((one) => one.getBoundingClientRect().top);
    assert.ok(top > 0 && top < 740, `the hit is at ${top}`);
    await page.locator("[data-step=next]").click();
    assert.equal(await page.locator(".original [data-current]").count(), 1);
  }));

test("a number of the text leads to its figure, by pointer and by key", () =>
  stage.quiet({}, async (page) => {
    for (const press of [(number) => number.click(), (number) => number.press("Enter")]) {
      await show(page, [{ view: "text" }]);
      await press(page.locator(".number[data-leads-to=procurement]").first());
      await page.locator("[role=tab][data-view=procurement][aria-selected=true]").waitFor();
    }
  }));

test("downloads begin with a table for Excel, each with a few words, in one column on a phone", () =>
  stage.quiet(PHONE, async (page) => {
    await show(page, [{ view: "disclosure" }]);
    await page.locator(".menu summary", { hasText: "下载" }).click();
    const first = page.locator(".menu .export-action").first();
    assert.match(await first.textContent(), /^表格（CSV.*Excel/);
    assert.equal(await page.locator("[data-export=json]").isVisible(), false);
    await page.locator(".more summary").click();
    const ways = await page.locator(".menu .export-action:visible").evaluateAll((all) =>
      all.map((one) => ({ left: one.getBoundingClientRect().left, right: one.getBoundingClientRect().right, note: one.querySelector(".export-note").textContent })),
    );
    assert.ok(ways.length >= 8, `${ways.length} ways`);
    assert.equal(new Set(ways.map(({ left }) => left)).size, 1);
    for (const { right, note } of ways) assert.ok(right <= 360 && note.length > 3, note);
  }));

/** The only complaint: the strict policy refuses an image that a script has made, so that the canvas is shown. */
const REFUSED = /Content Security Policy directive/;

for (const csp of [true, "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:"]) {
  test(`a picture to press is shown in the page, ${csp === true ? "also under the strict policy" : "as an image where that is allowed"}`, async () => {
    const own = await openHarness({ csp });
    try {
      const page = await own.page({ ...PHONE, acceptDownloads: true });
      const wrong = [];
      page.on("pageerror", (error) => wrong.push(String(error)));
      page.on("console", (message) => ["error", "warning"].includes(message.type()) && !(csp === true && REFUSED.test(message.text())) && wrong.push(message.text()));
      for (const view of ["disclosure", "overview"]) {
        await show(page, [{ view, src: COUNTY_2019, permalink: "a" }]);
        await page.locator(".menu summary", { hasText: "分享" }).click();
        await page.locator("[data-export=share-picture]").click();
        const picture = page.locator(`.shared ${csp === true ? "canvas" : "img"}`);
        await picture.waitFor();
        const { width, natural } = await picture.evaluate((one) => ({ width: one.getBoundingClientRect().width, natural: one.naturalWidth || one.width }));
        assert.ok(width <= 360 && natural > 1000, `${width}, ${natural}`);
        const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".shared button").click()]);
        assert.match(download.suggestedFilename(), /\.png$/);
      }
      assert.deepEqual(wrong, []);
      await page.context().close();
    } finally {
      await own.close();
    }
  });
}

test("a link is copied, or shown selected where the clipboard is not allowed; a reference is shown", () =>
  stage.quiet({}, async (page) => {
    await show(page, [{ view: "disclosure" }]);
    await page.evaluate(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
      document.execCommand = () => false;
    });
    await page.locator(".menu summary", { hasText: "分享" }).click();
    await page.locator("[data-export=link]").click();
    const field = page.locator(".shared textarea");
    await field.waitFor();
    assert.equal(await field.inputValue(), page.url());
    assert.ok(await field.evaluate((one) => one.selectionEnd - one.selectionStart === one.value.length));
    await page.locator("[data-export=cite]").click();
    await page.waitForFunction(() => /\[R\/OL\]/.test(document.querySelector("gongkai-report").shadowRoot.querySelector(".shared textarea").value));
    assert.match(await field.inputValue(), /^隆德县人民政府\. .*2020 年.*\[R\/OL\]\. \[\d{4}-\d\d-\d\d\]\. http/);
  }));

/** Returns the number of sheets of a PDF. @param {Buffer} pdf */
const sheets = (pdf) => (pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;

test("on paper the report has at most eight sheets, and one view few; a box that scrolls hides nothing", () =>
  stage.quiet({}, async (page) => {
    await show(page, [{}]);
    // page.pdf prints without the events that print() fires.
    const printed = async () => {
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      const verdicts = await page.locator(".paper [data-verdict=holds] .check").count();
      await page.evaluate(() => dispatchEvent(new Event("afterprint")));
      return { sheets: sheets(pdf), verdicts };
    };
    const whole = await printed();
    assert.ok(whole.sheets <= 8, `${whole.sheets} sheets`);
    assert.equal(whole.verdicts, 0, "what agrees is one line");
    await page.evaluate(() => {
      const main = document.querySelector("main");
      main.style.cssText = "height: 400px; overflow: auto";
    });
    const clipped = await printed();
    assert.equal(clipped.sheets, whole.sheets);
    assert.equal(await page.evaluate(() => document.querySelector("main").style.cssText), "height: 400px; overflow: auto;");
    await page.evaluate(() => (window.print = () => (window.printed = true)));
    await enter(page, "procurement");
    await page.locator(".menu summary", { hasText: "打印" }).click();
    await page.locator("[data-export=print-view]").click();
    await page.waitForFunction(() => window.printed);
    assert.equal((await printed()).sheets, 1);
    // The whole report again, unless a view is asked for.
    assert.ok((await printed()).sheets > 3);
  }));

test("the hatch of a hedged number is on paper", () =>
  stage.quiet({}, async (page) => {
    await show(page, [{ view: "disclosure" }]);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    const isDrawn = await page.locator("gongkai-report").evaluate((host) => {
      const root = host.shadowRoot;
      const name = /#([\w-]+)/.exec(root.querySelector(".paper [fill^='url(']").getAttribute("fill"))[1];
      return root.getElementById(name).checkVisibility({ visibilityProperty: true }) || getComputedStyle(root.getElementById(name)).visibility;
    });
    assert.ok(isDrawn === true || isDrawn === "visible", String(isDrawn));
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  }));
