// What pages, readers and frameworks do to the element that it must bear: input methods, properties and attributes
// set in every order, hostile data, outlines.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { REPORT, built, heard, log, openHarness, seen, STAFF_LINE as LINE } from "./support/chromium.mjs";
import { recordVisits } from "./support/record.mjs";

const CATALOG = "samples/places/catalog.json";
const WHOLE = { fallback: false, figures: true, loading: "", notice: null };

let lab;
before(async () => (lab = await openHarness()));
after(() => lab.close());
recordVisits(() => lab);

const element = (id, attributes = `src="${REPORT}"`) =>
  `<gongkai-report id="${id}" ${attributes}><p>${id} 的替代内容</p></gongkai-report>`;

test.describe("an input method", () => {
  /** Composes pinyin in the focused field, calls `during`, then commits the word. */
  async function compose(page, pinyin, word, during) {
    const client = await page.context().newCDPSession(page);
    for (let end = 1; end <= pinyin.length; end += 1) {
      await client.send("Input.imeSetComposition", { text: pinyin.slice(0, end), selectionStart: end, selectionEnd: end });
    }
    await during();
    await client.send("Input.insertText", { text: word });
  }
  const inner = (page, selector) => page.locator(selector).evaluateAll((all) => all.map((one) => one.innerHTML).join());

  const cases = {
    "the report's text": { attributes: `src="${REPORT}" view="text"`, event: "complete", field: ".search input", watched: "#panel .original, #panel .found", word: "申请" },
    "agencies": { attributes: `src="${CATALOG}"`, event: "ready", field: "[data-search=agencies]", watched: "[data-region=found], [data-region=announcement]", word: "县" },
    "the table's rows": { attributes: `src="${CATALOG}"`, event: "ready", tab: "agencies", field: "[data-search=rows]", watched: "[data-region=rows], [data-region=announcement]", word: "县" },
  };
  for (const [name, { attributes, event, tab, field, watched, word }] of Object.entries(cases)) {
    test(`in the search of ${name}, nothing is searched before the word is there`, () =>
      lab.visit({ body: element("one", attributes), before: (page) => page.clock.install() }, async (page) => {
        await page.clock.runFor(1000);
        await heard(page, "ready", "one");
        await page.clock.runFor(3000);
        await heard(page, event, "one");
        if (tab) await page.locator(`#one [role=tab][data-value=${tab}]`).click();
        if (name === "agencies") await page.locator("#one .options > summary").click();
        await page.locator(`#one ${field}`).focus();
        const selector = watched.split(", ").map((one) => `#one ${one}`).join(", ");
        const before = await inner(page, selector);
        await compose(page, "shen'qing", word, async () => {
          // Beyond every delay of an announcement.
          await page.clock.runFor(5000);
          assert.equal(await inner(page, selector), before);
        });
        await page.clock.runFor(5000);
        await page.waitForFunction(([selector, before]) => {
          const root = document.querySelector("#one").shadowRoot;
          return [...root.querySelectorAll(selector.replaceAll("#one ", ""))].map((one) => one.innerHTML).join() !== before;
        }, [selector, before]);
      }));
  }
});

test.describe("the comparison", () => {
  test("a filter that finds nothing, cleared again, leaves all rows in sight", () =>
    lab.visit({ body: element("one", `src="${CATALOG}"`) }, async (page) => {
      await heard(page, "ready", "one");
      await page.locator("#one [role=tab][data-value=agencies]").click();
      const rows = page.locator("#one [data-region=rows] tr");
      const all = await rows.count();
      assert.equal(all, 12);
      const field = page.locator("#one [data-search=rows]");
      for (const query of ["云", "没有这个地方", ""]) await field.fill(query);
      assert.equal(await rows.count(), all);
    }));

  test("a report that is opened, left and opened again never shows the fallback", () =>
    lab.visit({ body: element("one", `src="${CATALOG}"`) }, async (page) => {
      await heard(page, "ready", "one");
      await page.locator("#one [role=tab][data-value=agencies]").click();
      await page.evaluate(() => {
        document.glimpses = 0;
        const fallback = document.querySelector("#one p");
        const look = () => {
          if (fallback.checkVisibility()) document.glimpses += 1;
          requestAnimationFrame(look);
        };
        look();
      });
      for (let time = 1; time <= 3; time += 1) {
        await page.locator("#one [data-choice=report]").first().click();
        await page.locator("#one [part=root] .finding", { hasText: /./ }).last().waitFor();
        await page.locator("#one .back button").click();
        await page.locator("#one [data-region=rows] tr").first().waitFor();
      }
      assert.equal(await page.evaluate(() => document.glimpses), 0);
    }));
});

test.describe("T", () => {
  const pressed = (page) => page.locator("#one [data-choice=as][aria-pressed=true]").getAttribute("data-value");
  const cases = {
    "the first views": { files: { "/gongkai/gongkai-app.js": { status: 404, body: "" } }, attributes: `src="${REPORT}" view="services"`, event: "ready", complaints: [/404|digest|integrity/, LINE] },
    "the app": { attributes: `src="${REPORT}" view="services"`, event: "complete" },
    "the comparison": { attributes: `src="${CATALOG}"`, event: "ready" },
  };
  for (const [name, { attributes, event, ...how }] of Object.entries(cases)) {
    test(`goes from chart to table and back in ${name}`, () =>
      lab.visit({ body: element("one", attributes), ...how }, async (page) => {
        await heard(page, event, "one");
        await page.locator("#one .mark[tabindex='0']").first().focus();
        for (const value of ["table", "chart", "table", "chart"]) {
          await page.keyboard.press("t");
          await page.locator(`#one [data-choice=as][data-value=${value}][aria-pressed=true]`).waitFor({ state: "attached" });
          assert.equal(await pressed(page), value);
          assert.ok(await page.evaluate(() => document.querySelector("#one").shadowRoot.activeElement?.closest("#panel, .compare")), "the focus stays inside");
        }
      }));
  }

  test("is a letter in a field, and nothing where there is no table", () =>
    lab.visit({ body: element("one", `src="${REPORT}" view="text"`) }, async (page) => {
      await heard(page, "complete", "one");
      await page.locator("#one .search input").focus();
      await page.keyboard.press("t");
      assert.equal(await page.locator("#one .search input").inputValue(), "t");
      await page.locator("#one #panel").focus();
      await page.keyboard.press("t");
      await page.locator("#one [role=tab][data-view=services]").click();
      await page.locator("#one [data-choice=as][data-value=chart][aria-pressed=true]").waitFor({ state: "attached" });
    }));
});

test.describe("frameworks", () => {
  const report = async () => JSON.parse(await built(REPORT));

  test("properties set before the element is defined, as React 19 and Vue set them", async () =>
    lab.visit({ head: "", body: element("one", "") }, async (page) => {
      await page.evaluate((report) => Object.assign(document.querySelector("#one"), { report, permalink: false, view: "services", headingLevel: 3 }), await report());
      await page.addScriptTag({ url: "gongkai/gongkai.js" });
      await heard(page, "ready", "one");
      assert.deepEqual(await seen(page, "one"), WHOLE);
      assert.equal(await page.locator("#one").getAttribute("permalink"), null);
      assert.equal(await page.locator("#one [role=tab][aria-selected=true]").getAttribute("data-view"), "services");
    }));

  test("effects that run twice, as in React's StrictMode", async () =>
    lab.visit({ body: '<div id="place"></div>' }, async (page) => {
      await page.evaluate((report) => {
        const one = Object.assign(document.createElement("gongkai-report"), { id: "one" });
        one.append(Object.assign(document.createElement("p"), { textContent: "替代内容" }));
        const place = document.querySelector("#place");
        place.append(one);
        one.report = report;
        one.report = null;
        one.remove();
        place.append(one);
        one.report = report;
      }, await report());
      await heard(page, "complete", "one");
      assert.deepEqual(await log(page), ["ready one"]);
    }));

  for (const attributes of ['report="[object Object]"', 'src="[object Object]"', `report="[object Object]" src="${REPORT}"`]) {
    test(`an object written as text gives a sentence: ${attributes}`, () =>
      lab.visit({ body: element("one", attributes), complaints: [LINE] }, async (page) => {
        const { code, message } = await heard(page, "error", "one");
        assert.equal(code, "report-attribute");
        assert.match(message, /property/);
        // React 19 sets the property once the element is defined.
        await page.evaluate(async (src) => (document.querySelector("#one").report = await (await fetch(src)).json()), REPORT);
        await heard(page, "ready", "one");
        assert.deepEqual(await seen(page, "one"), WHOLE);
      }));
  }

  test("a snapshot of the page, as Turbo takes and restores it", () =>
    lab.visit({ body: `<main>${element("one")}</main>` }, async (page) => {
      await heard(page, "complete", "one");
      await page.evaluate(() => {
        document.snapshot = document.body.cloneNode(true);
        document.body.replaceWith(document.snapshot.cloneNode(true));
      });
      await heard(page, "complete", "one", 2);
      assert.deepEqual(await seen(page, "one"), WHOLE);
    }));
});

test("heading-level fits the headings into the page's outline, in every module", () =>
  lab.visit({ body: element("one", `src="${REPORT}" heading-level="4"`) + element("two", `src="${CATALOG}" heading-level="3"`) + element("three") }, async (page) => {
    await heard(page, "ready", "one");
    const levels = (id) =>
      page.locator(`#${id} :is(h2, h3, h4)`).evaluateAll((all) => [...new Set(all.map((one) => `${one.localName} ${one.getAttribute("aria-level")}`))].sort());
    assert.deepEqual(await levels("one"), ["h2 4", "h3 5"]);
    await heard(page, "complete", "one");
    await page.locator("#one [role=tab][data-view=checks]").click();
    await page.locator("#one h4").first().waitFor();
    assert.deepEqual(await levels("one"), ["h2 4", "h3 5", "h4 6"]);
    await heard(page, "ready", "two");
    assert.ok((await levels("two")).includes("h2 3"));
    await heard(page, "ready", "three");
    assert.deepEqual(await levels("three"), ["h2 null", "h3 null"]);
    await page.evaluate(() => (document.querySelector("#one").headingLevel = null));
    await page.waitForFunction(() => !document.querySelector("#one").shadowRoot.querySelector("[aria-level]"));
  }));

test.describe("hostile data ends in figures or one sentence", () => {
  const base = async () => JSON.parse(await built(REPORT));
  /** What may be wrong with the object that a page hands over; each runs in the page. */
  const objects = {
    "a getter that throws": (report) => Object.defineProperty(report, "agency", { enumerable: true, get() { throw new Error("no"); } }),
    "toJSON that throws": (report) => Object.assign(report, { toJSON() { throw new Error("no"); } }),
    "a cycle": (report) => Object.assign(report, { self: report }),
    "a BigInt": (report) => Object.assign(report, { year: 2020n }),
    "a proxy that throws": (report) => new Proxy(report, { ownKeys() { throw new Error("no"); } }),
    "no prototype": (report) => Object.assign(Object.create(null), report),
    "frozen": (report) => Object.freeze(report),
    "a number instead of an object": () => 7,
    "an empty list": () => [],
    "toJSON that gives a function": (report) => Object.assign(report, { toJSON: () => () => {} }),
  };
  for (const [name, change] of Object.entries(objects)) {
    test(`an object: ${name}`, async () =>
      lab.visit({ body: element("one", ""), complaints: [LINE] }, async (page) => {
        await page.evaluate(([report, change]) => {
          // eslint-disable-next-line no-eval -- a function cannot be handed to the page otherwise
          document.querySelector("#one").report = (0, eval)(`(${change})`)(report);
        }, [await base(), String(change)]);
        await page.waitForFunction(() => document.heard.length);
        const { kind, detail } = await page.evaluate(() => document.heard[0]);
        const { figures, fallback, notice } = await seen(page, "one");
        if (kind === "ready") assert.equal(figures, true);
        else {
          assert.notEqual(detail.code, "panic");
          assert.equal(fallback, true);
          assert.equal(notice.message, detail.message);
        }
      }));
  }

  const many = (length, make) => Array.from({ length }, (_, index) => make(index));
  const files = {
    "50,000 categories": (report) => (report.disclosure.categories = many(50_000, (index) => ({ ...report.disclosure.categories[0], name: `类别${index}` }))),
    "names of 10,000 characters": (report) => report.disclosure.categories.forEach((category) => (category.name = "长".repeat(10_000))),
    "script in every string": (report) => {
      const deep = (value, key) => {
        for (const name of Object.keys(value)) {
          if (typeof value[name] === "object" && value[name]) deep(value[name], name);
          else if (typeof value[name] === "string" && !["format", "edition"].includes(name)) value[name] = `</script><img src=x onerror=alert(1)>${value[name]}`;
        }
      };
      deep(report);
    },
  };
  const texts = {
    "__proto__ and constructor": (text) => text.replace("{", '{"__proto__":{"x":1},"constructor":{"prototype":{}},'),
    "-0": (text) => text.replace(/("made": ?)\d+/, "$1-0"),
    "1e3": (text) => text.replace(/("made": ?)\d+/, "$11e3"),
    "2^53 + 1": (text) => text.replace(/("made": ?)\d+/, "$19007199254740993"),
    "1e400": (text) => text.replace(/("made": ?)\d+/, "$11e400"),
    "100,000 open brackets": () => "[".repeat(100_000),
    "a lone surrogate": (text) => text.replace(/"name": ?"/, "$&\\ud800"),
  };
  /** Figures, but for what is not a report's JSON. */
  const RIGHT = Object.fromEntries(["script in every string", "__proto__ and constructor", "1e3", "1e400", "100,000 open brackets", "a lone surrogate"].map((name) => [name, /^error$/]));
  const cases = Object.entries(files)
    .map(([name, change]) => [name, async () => { const report = await base(); change(report); return JSON.stringify(report); }])
    .concat(Object.entries(texts).map(([name, change]) => [name, async () => change(String(await built(REPORT)))]));
  for (const [name, make] of cases) {
    test(`a file: ${name}`, async () =>
      lab.visit({ body: element("one", 'src="odd.json" view="disclosure"'), files: { "/odd.json": { body: await make(), type: "application/json" } }, complaints: [LINE] }, async (page) => {
        // A browser lays 50,000 marks out for long while other tests run.
        page.setDefaultTimeout(240_000);
        await page.waitForFunction(() => document.heard.length, undefined, { timeout: 240_000 });
        const { kind, detail } = await page.evaluate(() => document.heard[0]);
        const { figures, fallback, notice } = await seen(page, "one");
        assert.match(kind, RIGHT[name] ?? /^ready$/, detail?.message);
        if (kind === "ready") {
          assert.equal(figures, true);
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, "no page is wider");
          if (name === "50,000 categories") assert.match(await page.locator("#one .finding").innerText(), /所列 50,?000 类/);
        } else {
          assert.notEqual(detail.code, "panic");
          assert.equal(fallback, true);
          assert.equal(notice.message, detail.message);
        }
        assert.equal(await page.evaluate(() => ({}).x), undefined);
        assert.equal(await page.locator("#one img").count(), 0);
      }));
  }
});
