// What a reader can do, in all four engines: today's Chromium, Firefox, WebKit, and Chromium 69. An engine that
// is not installed is named and left out, but not where `CI` is set. GONGKAI_ENGINES=firefox,webkit runs only these.
import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { gzipSync } from "node:zlib";
import test, { after, describe } from "node:test";
import { ENGINES } from "./support/drivers.mjs";
import { openEngine } from "./support/engines.mjs";
import { REPORT, built, tagsOf } from "./support/pages.mjs";
import { keep, record } from "./support/record.mjs";
import { COUNTY_2019, LANGS, VIEWS, telling } from "./support/chromium.mjs";

const CATALOG = "samples/places/catalog.json";
const CORPUS = new URL("../../crates/import/tests/corpus/reports/", import.meta.url);
const PICTURES = new URL("../../artefacts/engines/", import.meta.url);
const WHOLE = { fallback: false, figures: true, notice: null };
const one = (attributes = "") => `<main><h1>标题</h1><gongkai-report id="one" ${attributes}><p>替代内容</p></gongkai-report></main>`;

await mkdir(PICTURES, { recursive: true });
/** What the first engine shows, by language and view: the others must show the same. */
const shown = new Map();

const chosen = process.env.GONGKAI_ENGINES?.split(",") ?? Object.keys(ENGINES);
// Each engine keeps a processor busy.
describe("a reader", { concurrency: availableParallelism() >= 4 }, () => {
  for (const name of chosen) {
    const { title, unavailable, cannot } = ENGINES[name];
    const reason = unavailable();
    if (reason && process.env.CI) assert.fail(`${title}: ${reason}`);
    test(title, { skip: reason && `${title} is left out: ${reason}` }, async (t) => {
      const browser = await openEngine(name);
      t.after(() => browser.close());
      const visit = (how, use) => browser.visit(how, use);
      const limited = (what) => (cannot[what] ? { skip: cannot[what] } : {});

      for (const lang of LANGS) {
        await t.test(`every view's numbers and table (${lang})`, () =>
          visit({}, async (page) => {
            for (const view of VIEWS) {
              await page.evaluate((html) => (document.body.innerHTML = html), `<main>${tagsOf([{ lang, ...telling(view) }])}</main>`);
              await page.ready();
              const chart = await page.read();
              assert.ok(chart.finding.length > 5, view);
              if (await page.count("[data-choice=as][data-value=table]")) {
                await page.choose("as", "table");
                const { rows } = await page.read();
                assert.ok(rows.length > 0, `${view} has a table`);
                const cells = rows.flat().join(" ");
                // The numbers of a mark are in the table, but for what it computes; without unit and hedge, which the two write differently.
                if (["services", "documents", "fees", "activities"].includes(view)) {
                  for (const number of chart.marks.flatMap(({ values }) => values.join(" ").match(/[\d,.]+%?/g) ?? [])) assert.ok(cells.includes(number), `${view}: ${number}`);
                }
                chart.rows = rows;
              }
              const key = `${lang} ${view}`;
              if (shown.has(key)) assert.deepEqual(chart, shown.get(key), `${key} as in ${chosen[0]}`);
              else shown.set(key, chart);
            }
          }));
      }

      await t.test("every choice of every view has its effect", () =>
        visit({ widgets: [{ src: COUNTY_2019 }] }, async (page) => {
          await page.ready();
          for (const view of VIEWS.slice(1)) {
            await page.enter(view);
            const list = () =>
              page.evaluate(() =>
                document.harness.all(".view button[data-choice][aria-pressed], .controls button[data-choice][aria-pressed]").map(({ dataset }) => [dataset.choice, dataset.value]),
              );
            const picture = () => page.evaluate(() => document.harness.find("[role=tabpanel]").innerHTML);
            const seenChoices = new Set();
            for (let [next] = await list(); next; next = (await list()).find((pair) => !seenChoices.has(String(pair)))) {
              const [choice, value] = next;
              seenChoices.add(String(next));
              const before = await picture();
              if ((await page.attribute(`button[data-choice=${choice}][data-value=${value}]`, "aria-pressed")) === "true") continue;
              await page.choose(choice, value);
              assert.notEqual(await picture(), before, `${view}: ${next}`);
              // The table shows other choices than the chart.
              if (choice === "as" && value === "table") await page.choose("as", "chart");
            }
          }
        }));

      await t.test("the keyboard: tabs, a chart's arrows and ends, choosing, leaving, the table", () =>
        visit({ widgets: [{}] }, async (page) => {
          await page.ready();
          await page.focus("[role=tab][aria-selected=true]");
          for (const [key, view] of [["ArrowRight", "disclosure"], ["End", "text"], ["Home", "overview"], ["ArrowRight", "disclosure"]]) {
            await page.key(key);
            await page.until((view) => document.harness.focused().dataset.view === view && document.harness.focused().getAttribute("aria-selected") === "true", view);
          }
          await page.still();
          const { marks } = await page.read();
          await page.focus(".mark[tabindex='0']");
          for (const [key, place] of [["ArrowDown", 1], ["ArrowRight", 2], ["ArrowUp", 1], ["End", marks.length - 1], ["Home", 0]]) {
            await page.key(key);
            await page.until((key) => document.harness.focused().dataset.key === key, marks[place].key);
            assert.equal(await page.text(".detail"), marks[place].label.replace(/\s+/g, " ").trim());
          }
          await page.key("Enter");
          await page.has(".mark[aria-selected=true][data-place='0']");
          assert.equal((await page.heard("select")).key, marks[0].key);
          await page.key("Escape");
          await page.until(() => document.harness.focused().id === "panel");
          await page.focus(".mark[tabindex='0']");
          await page.key("t");
          await page.has(".figure-table tr[data-selected]");
        }));

      await t.test("pointing shows the same detail as the keyboard", () =>
        visit({ widgets: [{ view: "services" }] }, async (page) => {
          await page.ready();
          const [first, second] = (await page.read()).marks;
          await page.point(`.mark[data-key="${second.key}"]`);
          await page.until((label) => document.harness.text(document.harness.find(".detail")) === label, second.label);
          await page.press(`.mark[data-key="${first.key}"]`);
          await page.has(`.mark[data-key="${first.key}"][aria-selected=true]`);
          await page.until((label) => document.harness.text(document.harness.find(".detail")) === label, first.label);
        }));

      await t.test("a finger too", limited("touch"), () =>
        visit({ widgets: [{ view: "services" }], width: 360 }, async (page) => {
          await page.ready();
          const [, second] = (await page.read()).marks;
          await page.touch(`.mark[data-key="${second.key}"]`);
          await page.has(`.mark[data-key="${second.key}"][aria-selected=true]`);
          await page.touch("[role=tab][data-view=fees]");
          await page.has("[role=tab][data-view=fees][aria-selected=true]");
        }));

      await t.test("nothing is wider than a phone, and a picture of every view is kept", () =>
        visit({ width: 360 }, async (page) => {
          for (const view of VIEWS) {
            await page.evaluate((html) => (document.body.innerHTML = html), `<main>${tagsOf([telling(view)])}</main>`);
            await page.ready();
            assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), view);
            await page.evaluate(() => (document.harness.find(".figure, .check, .original") || document.body).scrollIntoView());
            await writeFile(new URL(`${view}-${name}.png`, PICTURES), await page.picture());
          }
        }));

      await t.test("other widths are drawn, and no loop of observers is reported to the page", () =>
        visit({ width: 360, body: `<main><gongkai-report id="one" src="${REPORT}" view="services"></gongkai-report><gongkai-report id="two" src="${CATALOG}"></gongkai-report></main>` }, async (page) => {
          await page.heard("complete", "one");
          await page.heard("ready", "two");
          for (const width of [700, 260, 340]) {
            await page.evaluate((width) => (document.querySelector("main").style.width = `${width}px`), width);
            for (const id of ["one", "two"]) {
              await page.until((id) => {
                const svg = document.harness.find(`#${id} >> svg.figure`);
                return svg && Math.abs(svg.viewBox.baseVal.width - svg.parentNode.clientWidth) < 2;
              }, id);
            }
          }
        }));

      await t.test("other widths before the app is there", () => {
        const missing = { status: 404, body: "" };
        const files = { "/gongkai/gongkai-app.js": missing };
        const body = `<main><gongkai-report id="one" src="${REPORT}" view="services"></gongkai-report></main>`;
        return visit({ width: 360, body, files, complaints: [/gongkai-app|integrity|^gongkai: /] }, async (page) => {
          await page.heard("ready", "one");
          for (const width of [700, 260, 340]) {
            await page.evaluate((width) => (document.querySelector("main").style.width = `${width}px`), width);
            await page.until(() => {
              const svg = document.harness.find("#one >> svg.figure");
              return Math.abs(svg.viewBox.baseVal.width - svg.parentNode.clientWidth) < 2;
            });
          }
        });
      });

      await t.test("added, removed, moved, given another report and language", () =>
        visit({ body: `<div id="here"></div><div id="there"></div>` }, async (page) => {
          await page.evaluate((html) => (document.getElementById("here").innerHTML = html), one(`src="${REPORT}"`));
          await page.heard("complete", "one");
          assert.deepEqual(await page.seen("one"), WHOLE);
          await page.press("#one >> [role=tab][data-view=services]");
          await page.has("#one >> [data-view=services][aria-selected=true]");
          await page.evaluate(() => document.getElementById("there").append(document.getElementById("one")));
          await page.until(() => Boolean(document.getElementById("one").shadowRoot.querySelector("link").sheet));
          assert.equal(await page.count("#one >> [data-view=services][aria-selected=true]"), 1);
          await page.evaluate((src) => Object.assign(document.getElementById("one"), { src, lang: "en" }), COUNTY_2019);
          await page.heard("ready", "one", 2);
          await page.has("#one >> [lang=en] h2", "2020");
          await page.evaluate(() => {
            document.kept = document.getElementById("one");
            document.kept.remove();
          });
          await page.until(() => document.kept.shadowRoot.querySelector("[part=root]").childNodes.length === 0);
          await page.evaluate(() => document.body.append(document.kept));
          await page.heard("ready", "one", 3);
          assert.deepEqual(await page.seen("one"), WHOLE);
        }));

      await t.test("a thousand that come and go, ten at a time, leave the modules' memory where it was", () =>
        visit({}, async (page) => {
          await page.evaluate(() => {
            document.memories = [];
            const real = WebAssembly.instantiate;
            WebAssembly.instantiate = async (...given) => {
              const made = await real.apply(WebAssembly, given);
              const exports = (made.instance || made).exports;
              document.memories.push(Object.keys(exports).map((name) => exports[name]).find((one) => one instanceof WebAssembly.Memory));
              return made;
            };
          });
          const round = (times) =>
            page.evaluate(
              async (html, times) => {
                for (let time = 0; time < times; time += 1) {
                  const place = document.createElement("div");
                  place.innerHTML = html.repeat(10);
                  const ready = Array.from(place.querySelectorAll("gongkai-report"), (one) => new Promise((done) => one.addEventListener("gongkai-complete", done)));
                  document.body.append(place);
                  await Promise.all(ready);
                  place.remove();
                  document.heard.length = 0;
                }
                return document.memories.map((memory) => memory.buffer.byteLength);
              },
              one(`src="${REPORT}"`),
              times,
            );
          await page.evaluate(() => (document.body.innerHTML = ""));
          // Chromium 69 runs the plain script, which has no such memory; there it is only that nothing breaks.
          const before = await round(name === "chromium69" ? 2 : 20);
          for (let time = 0; time < 3; time += 1) await round(name === "chromium69" ? 2 : 20);
          const later = await round(name === "chromium69" ? 2 : 20);
          assert.equal(later.length, before.length, "one program for all");
          // It grows by pages of 64 KB; one more is allowed.
          for (const [index, bytes] of later.entries()) assert.ok(bytes - before[index] <= 65536, `${bytes - before[index]} bytes more`);
        }));

      await t.test(`files are saved under their names, whole${cannot.downloads ? ` (only given to the browser: ${cannot.downloads})` : ""}`, () =>
        visit({ widgets: [{ view: "fees" }] }, async (page) => {
          await page.ready();
          await page.unfold(".export details");
          const csv = await page.saved("[data-export=csv]");
          assert.match(csv.name, /^隆德县人民政府-2020-fees\.csv$/);
          assert.match(csv.body.toString(), /12.*\r\n.*13/s);
          const json = await page.saved("[data-export=json]");
          assert.deepEqual(JSON.parse(json.body), JSON.parse(await built(REPORT)));
          const svg = await page.saved("[data-export=svg]");
          assert.match(svg.body.toString(), /^<svg xmlns/);
          const png = await page.saved("[data-export=png]");
          assert.equal(png.body.subarray(1, 4).toString("latin1"), "PNG");
          assert.ok(png.body.readUInt32BE(16) >= 720);
          await page.has(".said", "浏览器");
        }));

      await t.test(`on paper all views with their tables${cannot.print ? ` (only the page's events: ${cannot.print})` : ""}`, () =>
        visit({ widgets: [{ src: COUNTY_2019 }] }, async (page) => {
          await page.ready();
          let figures = 0;
          for (const view of VIEWS) {
            await page.enter(view);
            figures += await page.count("[role=tabpanel] .figure");
          }
          const [paper] = await page.print();
          assert.equal(paper.views, VIEWS.length);
          assert.equal(paper.figures, figures, "each figure once");
          assert.ok(paper.tables > 0);
          assert.match(paper.text, /青禾县人民政府（虚构示例）/);
          await page.lacks(".paper");
        }));

      await t.test("a copied link brings everything back, beside the host's own", () =>
        visit({ widgets: [{ permalink: "a", view: "services" }, { permalink: "b" }], fragment: "#chapter2" }, async (page, url) => {
          await page.ready();
          await page.choose("compare", "changes");
          await page.press(".mark");
          const hash = await page.until(() => /^#chapter2&gongkai-a=.*compare:changes.*cell:/.test(location.hash) && location.hash);
          if (!cannot.paste) {
            await page.unfold(".export details");
            await page.press("[data-export=link]");
            await page.has(".said", "链接已复制");
            await page.evaluate(() => {
              const field = document.createElement("textarea");
              document.body.append(field);
              field.focus();
            });
            await page.key("Control+v");
            const pasted = await page.until(() => document.querySelector("textarea").value);
            assert.equal(pasted, `${url}page.html${hash}`);
          }
          const selected = () => page.evaluate(() => document.harness.all(".mark[aria-selected=true]").map((mark) => mark.dataset.key));
          const before = await selected();
          assert.ok(before.length > 0);
          await page.goto(`page.html${hash}`);
          await page.ready();
          assert.equal(await page.evaluate(() => location.hash), hash);
          assert.deepEqual(await selected(), before);
          assert.equal(await page.attribute("[data-choice=compare][data-value=changes]", "aria-pressed"), "true");
        }));

      await t.test("the comparison: kinds, a place found, a report opened and left", () =>
        visit({ body: one(`src="${CATALOG}"`) }, async (page) => {
          await page.heard("ready", "one");
          await page.still();
          assert.match(await page.text(".finding"), /^虚构省.*2020 年.*2025 年为 [\d,]+ 件/);
          for (const kind of ["trend", "multiples", "distribution", "agencies", "last-year", "checks", "agencies"]) {
            await page.press(`[data-choice=kind][data-value=${kind}]`);
            await page.has(`[data-choice=kind][data-value=${kind}][aria-selected=true]`);
          }
          await page.press(".options summary");
          await page.press("[data-search=agencies]");
          await page.type("990004");
          await page.press(".found button");
          await page.has(".chosen li:nth-child(2)");
          const finding = await page.text(".finding");
          await page.press("[data-region=rows] [data-choice=report]");
          await page.heard("ready", "one", 2);
          await page.has("[role=tab][data-view=checks]");
          await page.press(".back button");
          await page.lacks("[role=tab][data-view]");
          assert.equal(await page.text(".finding"), finding);
        }));

      await t.test("totals: a square chooses its group by key and pointer, a group leads to its agencies and back", () => {
        const names = ["甲省（虚构）", "乙省（虚构）"];
        const catalog = {
          format: "gongkai-catalog/1",
          fictional: true,
          groups: names,
          places: { name: ["虚构一局", "虚构二局"], code: ["110101", "440101"], initials: ["a", "b"], group: [0, 1], reports: [1, 1] },
          reports: { year: [2024, 2024], edition: ["2021", "2021"], pattern: "{code}-{year}.json" },
          hashes: { sha384: ["A".repeat(64), "A".repeat(64)] },
          measures: [{ id: "applications.received[6]", values: [3, 40] }],
        };
        const files = { "/two.json": { body: JSON.stringify(catalog), type: "application/json" } };
        return visit({ body: `<main><gongkai-report id="one" src="two.json" permalink></gongkai-report></main>`, files }, async (page) => {
          await page.heard("ready", "one");
          await page.still();
          await page.press("[data-choice=kind][data-value=sums]");
          await page.has(".finding", "合计 43 件");
          await page.press("[data-key=tile-44]");
          await page.has(".finding", `${names[1]}的新收信息公开申请合计 40 件`);
          await page.key("ArrowUp", "ArrowRight");
          await page.has("[data-region=detail]", "江西");
          await page.focus("[data-key=tile-11]");
          await page.key("Enter");
          await page.has(".finding", "合计 3 件");
          await page.press("[data-choice=open-group]");
          await page.has("[data-region=rows] th", "虚构一局");
          await page.lacks("[data-open=tiles]");
          await page.press("[data-choice=close-group]");
          await page.has(".finding", "合计 3 件");
        });
      });

      await t.test("a file of one's own is read in the page, checked and saved, and nothing is sent", () =>
        visit({ widgets: [{}] }, async (page) => {
          await page.ready();
          await page.press("[data-export=open]");
          await page.has("[data-open=title]");
          const asked = page.requests.length;
          await page.give("[data-open=file]", "report.html", await readFile(new URL("html-twice-alike.html", CORPUS)), "text/html");
          await page.has(".widget h2", "虚构");
          const expected = JSON.parse(await readFile(new URL("html-twice-alike.json", CORPUS), "utf8"));
          await page.has(".widget h2", expected.agency.name);
          await page.give("[data-open=file]", "gbk.txt", await readFile(new URL("gbk-no-meta.txt", CORPUS)), "text/plain");
          await page.has(".widget h2", JSON.parse(await readFile(new URL("gbk-no-meta.json", CORPUS), "utf8")).agency.name);
          const { body } = await page.saved("[data-open=save]");
          assert.equal(JSON.parse(body).format, "gongkai-report/1");
          assert.ok(page.requests.slice(asked).every((path) => path.startsWith("/gongkai/")), page.requests.slice(asked).join());
        }));

      const sample = JSON.parse(await built(REPORT));
      const written = (change) => {
        const report = structuredClone(sample);
        change(report);
        return JSON.stringify(report);
      };
      const wasm = await built("gongkai/gongkai-draw.wasm");
      /** What goes wrong, and what the reader sees: a sentence and the page's own content, or figures. */
      const FAULTS = [
        { did: "the report's file is missing (404)", files: { "/r.json": { status: 404, body: "" } }, says: /找不到.*r\.json.*404/ },
        { did: "the server is overloaded (503)", files: { "/r.json": { status: 503, body: "" } }, says: /503/ },
        { did: "the report's transfer is cut off before the first byte", files: { "/r.json": { body: JSON.stringify(sample), cut: 0 } }, says: /网络不通/ },
        { did: "the report's file is empty", files: { "/r.json": { body: " \n" } }, says: /是空的/ },
        { did: "the report's file is in GBK", files: { "/r.json": { body: Buffer.from([0x7b, 0x22, 0xc2, 0xa1, 0xb5, 0xc2]) } }, says: /UTF-8/ },
        { did: "the report's JSON has a comma too many", files: { "/r.json": { body: '{\n  "format": "gongkai-report/1",\n}' } }, says: /第 3 行/ },
        { did: "a count in the report is negative", files: { "/r.json": { body: JSON.stringify(sample).replace('"decisions":5862', '"decisions":-5862') } }, says: /proactive\.licences\.decisions/ },
        { did: "a number in the report is beyond 2^63", files: { "/r.json": { body: JSON.stringify(sample).replace('"decisions":5862', '"decisions":9223372036854775808') } }, says: /proactive\.licences\.decisions/ },
        { did: "the report is on another host", src: "http://other.example/r.json", says: /./ },
        { did: "the program (gongkai-draw.wasm) is missing", files: { "/gongkai/gongkai-draw.wasm": { status: 404, body: "" }, "/gongkai/gongkai-draw.wasm.js": { status: 404, body: "" } }, says: /gongkai-draw/ },
        { did: "the program is another version's", files: { "/gongkai/gongkai-draw.wasm": { body: Buffer.concat([wasm, Buffer.from([0, 2, 1, 0x78])]) }, "/gongkai/gongkai-draw.wasm.js": { body: "0" } }, says: /gongkai-draw/ },
        { did: "the style sheet is missing", files: { "/gongkai/gongkai.css": { status: 404, body: "" } }, says: /gongkai\.css/ },
        { did: "the program is sent as text/plain", files: { "/gongkai/gongkai-draw.wasm": { type: "text/plain" } } },
        { did: "the page's policy forbids WebAssembly", csp: "default-src 'self'; script-src 'self'; style-src 'self'", complaints: [/refused by the policy: script-src (eval|wasm-eval)/] },
        { did: "a web page comes in place of the report", files: { "/r.json": { body: "<!doctype html>\n<title>登录</title>" } }, says: /r\.json/ },
        { did: "the report is compressed twice", files: { "/r.json": { body: gzipSync(gzipSync(JSON.stringify(sample))), headers: { "Content-Encoding": "gzip" } } }, says: /r\.json/ },
        { did: "the report is compressed, and the server does not say so", files: { "/r.json": { body: gzipSync(JSON.stringify(sample)) } }, says: /r\.json/ },
        // WebKit's network library reads it all the same.
        { did: "the report is said to be compressed, and is not", files: { "/r.json": { body: JSON.stringify(sample), headers: { "Content-Encoding": "gzip" } } }, says: name === "webkit" ? undefined : /r\.json/ },
        { did: "the report's address is redirected to another host", files: { "/r.json": { status: 302, body: "", headers: { Location: "http://other.example/r.json" } } }, says: /r\.json/, complaints: [/refused by the policy: connect-src|other\.example/] },
        { did: "the report has more than 16 MB", files: { "/r.json": { body: Buffer.alloc(17 * 1024 * 1024, " ") } }, says: /16 MB/ },
        { did: "the report has a field __proto__", files: { "/r.json": { body: written((report) => (report.year = 2020)).replace("{", '{"__proto__":{"year":1},') } }, says: /__proto__/ },
        { did: "a field of the report is there twice", files: { "/r.json": { body: JSON.stringify(sample).replace('"year":2020', '"year":2020,"year":2021') } }, says: /year/ },
        { did: "a count is written as 1e3", files: { "/r.json": { body: JSON.stringify(sample).replace('"decisions":5862', '"decisions":1e3') } }, says: /proactive\.licences\.decisions/ },
        { did: "a count is 2^53 + 1", files: { "/r.json": { body: JSON.stringify(sample).replace('"decisions":5862', '"decisions":9007199254740993') } }, view: "services", shows: "9,007,199,254,740,993" },
        { did: "a name has 10,000 characters", files: { "/r.json": { body: written((report) => (report.disclosure.categories[0].name = "很长的名称".repeat(2000))) } } },
        { did: "a list has 5,000 categories", files: { "/r.json": { body: written((report) => (report.disclosure.categories = Array.from({ length: 5000 }, (_, place) => ({ ...report.disclosure.categories[0], name: `第 ${place} 类` })))) } } },
        { did: "a page's script gives an object that refers to itself", object: "const report = {}; report.report = report; return report;", says: /./ },
        { did: "a page's script gives an object whose field throws", object: "return { get format() { throw new Error('no'); } };", says: /./ },
        { did: "every string of the report is script", files: { "/r.json": { body: JSON.stringify(spoilt(sample)) } } },
      ];
      /** @param {string} did @param {object} how @param {(page: import("./support/engines.mjs").Page) => Promise<object>} use returns what the reader saw */
      const fault = (did, how, use) =>
        t.test(`fault: ${did}`, () =>
          visit({ ...how, files: { "/r.json": { body: JSON.stringify(sample) }, ...how.files }, complaints: [...(how.complaints ?? []), /gongkai-/, /^gongkai: .* docs\/serving\.md#/] }, async (page) => {
            record({ did, engine: name, ...(await use(page)) });
          }));
      /** Waits for the notice, and checks that the page's own content is shown with it. */
      const refused = async (page, says) => {
        // There is one element; WebKit's driver runs its tasks before the script has given it an id.
        const { message } = await page.heard("error");
        assert.match(message, says);
        const { fallback, figures, notice } = await page.seen("one");
        assert.deepEqual([fallback, figures, notice?.message], [true, false, message]);
        return message;
      };
      const drawn = async (page) => {
        await page.heard("complete", "one");
        assert.deepEqual(await page.seen("one"), WHOLE);
        assert.equal(await page.evaluate(() => Boolean(document.hit)), false);
      };
      for (const { did, says, src = "r.json", view = "overview", shows = "", object, ...how } of FAULTS) {
        await fault(did, { ...how, body: object ? "<main></main>" : one(`src="${src}" view="${view}"`) }, async (page) => {
          if (object) {
            await page.until(() => Boolean(customElements.get("gongkai-report")));
            await page.evaluate(`() => {
              const report = (() => { ${object} })();
              const { element } = customElements.get("gongkai-report").mount(document.querySelector("main"), { report });
              element.id = "one";
              element.append(Object.assign(document.createElement("p"), { textContent: "替代内容" }));
            }`);
          }
          if (says) return { saw: "a sentence", message: await refused(page, says) };
          await drawn(page);
          if (shows) await page.has("[role=tabpanel]", shows);
          return { saw: "figures" };
        });
      }

      let times = 0;
      const onlyOnce = () => (times++ ? { body: JSON.stringify(sample) } : { status: 503, body: "" });
      await fault("the server is overloaded, and the reader tries again", { body: one('src="r.json"'), files: { "/r.json": onlyOnce } }, async (page) => {
        const message = await refused(page, /503/);
        await page.press("#one >> [part=notice] button");
        await drawn(page);
        return { saw: "a sentence, then figures", message };
      });

      await fault("the server never answers", { body: one('src="r.json"'), files: { "/r.json": { body: "{}", hold: new Promise(() => {}) } } }, async (page) => {
        await page.has("#one >> [part=progress]", "r.json");
        assert.equal((await page.seen("one")).fallback, true);
        return { saw: "progress", message: await page.text("#one >> [part=progress]") };
      });

      const missing = { status: 404, body: "" };
      const withoutApp = { "/gongkai/gongkai-app.js": missing, "/gongkai/gongkai-app.wasm": missing, "/gongkai/gongkai-app.wasm.js": missing };
      await fault("the app (gongkai-app.js) is missing", { body: one('src="r.json"'), files: withoutApp }, async (page) => {
        await page.heard("ready", "one");
        await page.enter("services");
        await page.has("#one >> .mark");
        await page.enter("fees");
        await page.has("#one >> [data-retry]");
        assert.deepEqual(await page.seen("one"), WHOLE);
        return { saw: "figures of four views, and a sentence in the others", message: await page.text("#one >> [role=tabpanel] .finding") };
      });

      await fault("the report in a comparison is not the one that is listed", { body: one(`src="${CATALOG}"`), files: { "/samples/places/9900/990002-2025.json": { body: JSON.stringify(sample) } } }, async (page) => {
        await page.heard("ready", "one");
        await page.press("#one >> [data-choice=kind][data-value=agencies]");
        await page.has("#one >> [data-region=rows] tr", "丙县");
        await page.evaluate(() => {
          const row = document.harness.all("#one >> [data-region=rows] tr").find((row) => row.textContent.includes("丙县"));
          row.querySelector("[data-choice=report]").click();
        });
        await page.has("#one >> [role=alert].refused");
        return { saw: "the comparison, and a sentence", message: await page.text("#one >> [role=alert].refused") };
      });

      await fault("ten widgets are on one page", { body: `<main>${Array.from({ length: 10 }, (_, place) => `<gongkai-report id="w${place}" src="r.json"></gongkai-report>`).join("")}</main>` }, async (page) => {
        await page.heard("complete", undefined, 10);
        const programs = page.requests.filter((path) => /gongkai-draw\.wasm(\.js)?$/.test(path));
        // A browser may ask twice: Chromium 69 does so for what its policy then refuses.
        assert.ok(programs.length <= 4, programs.join());
        return { saw: "figures, by one program" };
      });
    });
  }
});
after(keep);

/** Puts script into every string that is free text. */
function spoilt(report) {
  const evil = `<img src=x onerror="document.hit=1"><script>document.hit=1</script>&amp;'"]]>{0}`;
  const copy = structuredClone(report);
  copy.agency.name = evil;
  for (const one of [...copy.disclosure.categories, ...copy.disclosure.activities]) one.name = evil;
  for (const part of copy.text) Object.assign(part, { title: evil, paragraphs: part.paragraphs.map(() => evil) });
  return copy;
}
