// Errors: one clear message with what is known of the file, the field and the value, a button or link, the
// fallback, and an event; and the other widget on the page is not affected.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test, { after, before } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { startServer } from "../../scripts/serve.mjs";
import { REPORT, VIEWS, built, gate, heard, log, openHarness, seen } from "./support/chromium.mjs";
import { keep, record } from "./support/record.mjs";

const MEGABYTE = 1024 * 1024;
const NOT_LOADED = /Failed to load resource/;
/** The modules that show a report. */
const MODULES = ["gongkai-draw.wasm", "gongkai-app.wasm"];
const BAD_DIGEST = /valid digest|integrity checks failed/;

let lab;
/** Parses the sample, anew for each call, since tests change it. */
let sample;
before(async () => {
  lab = await openHarness();
  const text = await built(REPORT);
  sample = () => JSON.parse(text);
});
after(() => lab.close());
after(keep);

const element = (id, src, more = "") =>
  `<gongkai-report id="${id}" src="${src}" ${more}><p>${id} 的替代内容</p></gongkai-report>`;
const SIBLING = element("sibling", REPORT);
const WHOLE = { fallback: false, figures: true, loading: "", notice: null };

/** Waits until both are done: one with an error, the other with figures. */
async function broken(page, code, id = "broken") {
  const detail = await heard(page, "error", id);
  await heard(page, "ready", "sibling");
  assert.equal(detail.code, code);
  const state = await seen(page, id);
  assert.equal(state.fallback, true, "the fallback is read");
  assert.equal(state.figures, false);
  assert.equal(state.loading, "");
  assert.equal(state.notice?.message, detail.message);
  assert.ok(detail.message.length > 10);
  assert.deepEqual(await seen(page, "sibling"), WHOLE);
  return { detail, notice: state.notice };
}

/**
 * One page with an element for each case, `case0` and so on, and their sibling; a test for each.
 * @template {{name: string, code: string}} Case
 * @param {Case[]} cases
 * @param {(one: Case, index: number) => {src: string, answer?: object}} of called once the sample is there
 * @param {(one: Case, found: {detail: any, notice: any, src: string}, page: any) => unknown} check
 * @param {RegExp[]} [complaints]
 */
function together(cases, of, check, complaints) {
  test("on one page:", (t) => {
    const sources = cases.map(of);
    const files = Object.fromEntries(sources.filter(({ answer }) => answer).map(({ src, answer }) => [`/${src}`, answer]));
    const body = sources.map(({ src }, index) => element(`case${index}`, src)).join("") + SIBLING;
    return lab.visit({ body, files, complaints }, async (page) => {
      for (const [index, one] of cases.entries()) {
        await t.test(one.name, async () => {
          const found = await broken(page, one.code, `case${index}`);
          await check(one, { ...found, src: sources[index].src }, page.locator(`#case${index}`));
          record({ did: `a report: ${one.name}`, engine: "chromium", saw: "a sentence", message: found.detail.message });
        });
      }
      const heard = await log(page);
      assert.equal(heard.length, cases.length + 1, "each says so once");
    });
  });
}

test.describe("a file that cannot be had", () => {
  const cases = [
    { name: "not found", code: "not-found", answer: { status: 404, body: "" }, says: /找不到.*404/ },
    { name: "gone", code: "not-found", answer: { status: 410, body: "" }, says: /找不到.*410/ },
    { name: "a server error", code: "http", answer: { status: 503, body: "" }, says: /503/ },
    { name: "cut off before the first byte", code: "network", answer: { cut: 0 }, says: /网络不通/ },
    { name: "empty", code: "empty", answer: { body: " \n" }, says: /是空的/, opens: true },
    { name: "in GBK", code: "encoding", answer: { body: Buffer.from([0x7b, 0x22, 0xc2, 0xa1, 0xb5, 0xc2]) }, says: /UTF-8/, opens: true },
    { name: "20 MB", code: "too-large", answer: { body: Buffer.alloc(20 * MEGABYTE, " ") }, says: /20 MB.*16 MB/, value: "20 MB", opens: true },
  ];
  together(
    cases,
    // These are parts of a real report.
    ({ answer }, index) => ({ src: `${index}.json`, answer: "cut" in answer ? { ...answer, body: JSON.stringify(sample()) } : answer }),
    ({ says, value, opens }, { detail, notice, src }) => {
      assert.match(detail.message, says);
      assert.equal(detail.file, src);
      assert.equal(detail.path, "");
      assert.equal(detail.value, value);
      assert.deepEqual(notice.facts, { 文件: src, ...(value && { 内容: value }) });
      assert.deepEqual(notice.ways, ["重试", ...(opens ? ["打开数据文件"] : [])]);
    },
    [NOT_LOADED],
  );

  test("no server at all", () =>
    lab.visit(
      {
        body: element("broken", "broken.json") + SIBLING,
        before: (page) => page.route("**/broken.json", (route) => route.abort("connectionrefused")),
        complaints: [NOT_LOADED],
      },
      async (page) => {
        const { notice } = await broken(page, "network");
        assert.match(notice.message, /网络不通/);
      },
    ));

  test("20 MB are refused by their announced length, before they are sent", async () => {
    const end = gate();
    const answer = { body: Buffer.alloc(20 * MEGABYTE, " "), after: 1000, hold: end.opened };
    await lab.visit({ body: element("broken", "broken.json") + SIBLING, files: { "/broken.json": answer } }, (page) =>
      broken(page, "too-large"),
    );
    end.open();
  });

  test("20 MB that come as a few bytes are refused when they have unfolded to 16 MB", () => {
    const body = brotliCompressSync(Buffer.alloc(20 * MEGABYTE, " "), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });
    const answer = { body, headers: { "Content-Encoding": "br" } };
    return lab.visit({ body: element("broken", "broken.json") + SIBLING, files: { "/broken.json": answer } }, async (page) => {
      const { detail } = await broken(page, "too-large");
      assert.equal(detail.value, "超过 16 MB");
    });
  });

  test.describe("another origin is not even asked", () =>
    together(
      ["http://other.example/report.json", "//other.example/report.json", "javascript:alert(1)", "data:application/json,{}", "http://"].map(
        (name) => ({ name, code: "cross-origin" }),
      ),
      ({ name }) => ({ src: name }),
      async (_, { detail, notice, src }, host) => {
        assert.equal(detail.file, src);
        assert.deepEqual(notice.ways, []);
        assert.equal(await host.locator("a").count(), 0);
      },
    ));

  test("nor by a redirect", async () => {
    let asked = 0;
    const other = await startServer({ root: ".", rules: () => void (asked += 1) });
    const moved = { status: 302, body: "", headers: { Location: `${other.url}report.json` } };
    await lab.visit(
      {
        body: element("broken", "moved.json") + SIBLING,
        files: { "/moved.json": moved },
        // The browser reports the request that it then does not make.
        complaints: [/Unsafe attempt to load/, /a request to .*report\.json/],
      },
      (page) => broken(page, "redirected"),
    );
    await other.close();
    assert.equal(asked, 0);
  });

  test("an empty src is named as such", () =>
    lab.visit({ body: element("broken", "") + SIBLING }, async (page) => {
      const { detail, notice } = await broken(page, "no-source");
      assert.match(detail.message, /src/);
      assert.deepEqual(notice.facts, {});
    }));

  test("in English for an English reader", () =>
    lab.visit({ body: element("broken", "nowhere.json", 'lang="en"') + SIBLING, complaints: [NOT_LOADED] }, async (page) => {
      const { notice } = await broken(page, "not-found");
      assert.match(notice.message, /^The report file nowhere\.json was not found/);
      assert.deepEqual(Object.keys(notice.facts), ["File"]);
      assert.deepEqual(notice.ways, ["Try again"]);
    }));

  test("trying again loads it anew, past the cache, and keeps the focus", () => {
    const answers = [
      { status: 404, body: "", headers: { "Cache-Control": "max-age=600" } },
      { body: '{"format": "no', headers: { "Cache-Control": "max-age=600" } },
    ];
    const files = { "/report.json": () => answers.shift() ?? { body: JSON.stringify(sample()) } };
    return lab.visit({ body: element("one", "report.json"), files, complaints: [NOT_LOADED] }, async (page) => {
      await heard(page, "error", "one");
      await page.locator("#one button", { hasText: "重试" }).press("Enter");
      await heard(page, "error", "one", 2);
      const focused = await page.evaluate(() => document.querySelector("#one").shadowRoot.activeElement?.textContent);
      assert.equal(focused, "重试");
      await page.keyboard.press("Enter");
      await heard(page, "ready", "one");
      assert.deepEqual(await log(page), ["error one", "error one", "ready one"]);
      const inside = await page.evaluate(() => document.querySelector("#one").shadowRoot.activeElement?.getAttribute("part"));
      assert.equal(inside, "root");
    });
  });

  test("a changed language says the notice again", () =>
    lab.visit({ body: element("one", "nowhere.json"), complaints: [NOT_LOADED] }, async (page) => {
      await heard(page, "error", "one");
      await page.locator("#one").evaluate((one) => (one.lang = "en"));
      const detail = await heard(page, "error", "one", 2);
      assert.match(detail.message, /was not found/);
      assert.equal((await seen(page, "one")).notice.message, detail.message);
    }));
});

test.describe("a slow line", () => {
  test("progress is shown, then the figures", async () => {
    const body = Buffer.from(JSON.stringify(sample()));
    const half = Math.floor(body.length / 2);
    const rest = gate();
    await lab.visit(
      { body: element("slow", "slow.json") + SIBLING, files: { "/slow.json": { body, after: half, hold: rest.opened } } },
      async (page) => {
        await page.locator("#slow [part=progress]", { hasText: "正在加载报告 slow.json" }).waitFor();
        const bar = page.locator("#slow progress");
        await bar.waitFor();
        assert.deepEqual(await bar.evaluate(({ value, max }) => [value, max]), [half, body.length]);
        assert.equal(await page.locator("#slow [part=progress]").getAttribute("role"), "status");
        assert.equal((await seen(page, "slow")).fallback, true);
        await heard(page, "ready", "sibling");
        rest.open();
        await heard(page, "ready", "slow");
        assert.deepEqual(await seen(page, "slow"), WHOLE);
        assert.equal(await bar.isVisible(), false);
      },
    );
  });

  test("cut off in the middle, it says how much came", async () => {
    const seconds = gate();
    const answer = { body: JSON.stringify(sample()), after: 3000, hold: seconds.opened, cut: 3000 };
    await lab.visit(
      { body: element("broken", "broken.json") + SIBLING, files: { "/broken.json": answer }, complaints: [NOT_LOADED] },
      async (page) => {
        // A reset discards what the browser has not read yet.
        await page.locator("#broken progress").waitFor();
        seconds.open();
        const { detail, notice } = await broken(page, "network");
        assert.match(detail.message, /传到一半中断/);
        assert.deepEqual(notice.facts, { 文件: "broken.json", 内容: "2.9 KB" });
        assert.deepEqual(notice.ways, ["重试"]);
      },
    );
  });

  test("removing the element cancels it", async () => {
    const never = gate();
    const files = { "/slow.json": { body: "{}", hold: never.opened } };
    await lab.visit({ body: element("slow", "slow.json") + SIBLING, files, complaints: [] }, async (page) => {
      await heard(page, "ready", "sibling");
      const cancelled = page.waitForEvent("requestfailed", (request) => request.url().endsWith("/slow.json"));
      await page.locator("#slow").evaluate((slow) => slow.remove());
      assert.match((await cancelled).failure().errorText, /ABORTED/);
      assert.deepEqual(await log(page), ["ready sibling"]);
    });
    never.open();
  });

  test("another src cancels it", async () => {
    const never = gate();
    const files = { "/slow.json": { body: "{}", hold: never.opened } };
    await lab.visit({ body: element("slow", "slow.json"), files }, async (page) => {
      const cancelled = page.waitForEvent("requestfailed", (request) => request.url().endsWith("/slow.json"));
      await page.locator("#slow").evaluate((slow, src) => (slow.src = src), REPORT);
      assert.match((await cancelled).failure().errorText, /ABORTED/);
      await heard(page, "ready", "slow");
      assert.deepEqual(await log(page), ["ready slow"]);
    });
    never.open();
  });
});

test.describe("a file that is not a report", () => {
  /** @type {{name: string, code: string, path?: string, value?: string, line?: number,
   *   text?: string, change?: (report: any) => void, raw?: [from: string, to: string]}[]} */
  const cases = [
    { name: "not JSON", code: "not-json", text: "年度报告", line: 1 },
    { name: "a page in place of the file", code: "web-page", text: "<!doctype html>\n<title>登录</title>" },
    { name: "JSON with a comma too many", code: "not-json", text: '{\n  "format": "gongkai-report/1",\n}', line: 3 },
    { name: "JSON that ends too early", code: "not-json", text: '{"format": "gongkai-report/1"' },
    { name: "a list", code: "wrong-type", text: "[]" },
    { name: "another format", code: "format", path: "format", value: "geojson", change: (report) => (report.format = "geojson") },
    { name: "another version", code: "format", path: "format", value: "gongkai-report/2", change: (report) => (report.format = "gongkai-report/2") },
    { name: "no format", code: "missing-field", path: "format", change: (report) => delete report.format },
    { name: "a missing field", code: "missing-field", path: "year", change: (report) => delete report.year },
    { name: "a missing field inside", code: "missing-field", path: "agency.name", change: (report) => delete report.agency.name },
    { name: "an unknown field", code: "unknown-field", path: "proactive.licences.chnage", change: ({ proactive }) => (proactive.licences.chnage = -302) },
    { name: "a field of the other edition", code: "unknown-field", path: "proactive.rules.in_force", change: ({ proactive }) => (proactive.rules.in_force = 1) },
    { name: "a wrong type", code: "wrong-type", path: "proactive.licences.change", value: "minus", change: ({ proactive }) => (proactive.licences.change = "minus") },
    { name: "a row that is too short", code: "wrong-type", path: "applications.received", change: ({ applications }) => applications.received.pop() },
    { name: "a negative count", code: "invalid-value", path: "disclosure.categories[2].count", value: "-153", change: ({ disclosure }) => (disclosure.categories[2].count = -153) },
    { name: "a negative cell", code: "invalid-value", path: "applications.received[3]", value: "-1", change: ({ applications }) => (applications.received[3] = -1) },
    { name: "a number beyond i64", code: "out-of-range", path: "proactive.licences.decisions", value: "9223372036854775808", raw: ['"decisions":5862', '"decisions":9223372036854775808'] },
    { name: "a number below i64", code: "out-of-range", path: "proactive.licences.change", value: "-9223372036854775809", raw: ["-302", "-9223372036854775809"] },
    { name: "a field twice", code: "duplicate-field", path: "year", raw: ['"year":2020', '"year":2020,"year":2021'] },
    { name: "a date that does not exist", code: "invalid-value", path: "period.to", value: "2020-02-30", change: ({ period }) => (period.to = "2020-02-30") },
    { name: "script as a value", code: "wrong-type", path: "year", value: "<img src=x onerror=alert(1)>", change: (report) => (report.year = "<img src=x onerror=alert(1)>") },
  ];
  const written = ({ text, change, raw }) => {
    if (text) return text;
    const report = sample();
    change?.(report);
    return raw ? JSON.stringify(report).replace(...raw) : JSON.stringify(report);
  };
  together(
    cases,
    (one, index) => ({ src: `${index}.json`, answer: { body: written(one) } }),
    async ({ path = "", value, line }, { detail, notice, src }, host) => {
      assert.equal(detail.path, path);
      assert.equal(detail.file, src);
      assert.equal(notice.facts.文件, src);
      assert.equal(notice.facts.字段 ?? "", path);
      assert.ok(detail.message.includes(src));
      assert.ok(detail.message.includes(path));
      if (line) {
        assert.equal(detail.line, line);
        assert.equal(notice.facts.行, String(line));
      }
      if (value) {
        assert.ok(detail.value.includes(value), `${detail.value} is not ${value}`);
        assert.equal(notice.facts.内容, detail.value);
      }
      assert.equal(await host.locator("[part=notice] img").count(), 0);
      assert.deepEqual(notice.ways, ["重试", "打开数据文件"]);
    },
  );

  test("while figures stand: they give way to the notice and the fallback", () =>
    lab.visit(
      { body: element("broken", REPORT) + SIBLING, files: { "/broken.json": { body: "{" } } },
      async (page) => {
        await heard(page, "ready", "broken");
        await page.locator("#broken").evaluate((one) => (one.src = "broken.json"));
        await broken(page, "not-json");
        await page.locator("#broken").evaluate((one, src) => (one.src = src), REPORT);
        await heard(page, "ready", "broken", 2);
        assert.deepEqual(await seen(page, "broken"), WHOLE);
      },
    ));
});

test.describe("a report that is odd but valid", () => {

  /** Checks that every view is shown. */
  async function views(report, use = async () => {}) {
    const body = VIEWS.map((view) => element(view, "odd.json", `view="${view}"`)).join("");
    await lab.visit({ body, files: { "/odd.json": { body: JSON.stringify(report) } } }, async (page) => {
      for (const view of VIEWS) {
        await heard(page, "ready", view);
        await page.locator(`#${view} .gongkai[data-state=interactive]`).waitFor();
        assert.deepEqual(await seen(page, view), WHOLE);
      }
      await use(page);
    });
  }

  test("empty lists", () => {
    const report = sample();
    report.disclosure.categories = [];
    report.disclosure.activities = [];
    report.text = [];
    return views(report);
  });

  test("nothing but what is required", () => {
    const { format, agency, year, period, edition } = sample();
    return views({ format, agency, year, period, edition });
  });

  test("a category of 500 characters stays inside the widget", () => {
    const report = sample();
    report.disclosure.categories[0].name = "很长的类别名称".repeat(72).slice(0, 500);
    report.disclosure.categories[1].name = "x".repeat(500);
    report.disclosure.activities[0].name = "活动".repeat(250);
    report.text[0] = { title: "x".repeat(500), paragraphs: ["x".repeat(5000)] };
    report.agency.name = "很长的机关名称".repeat(70);
    return views(report, async (page) => {
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await page.waitForFunction(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
      }
    });
  });

  test("HTML and script in every string stay text", () => {
    const evil = `<img src=x onerror="document.hit=1"><script>document.hit=1</script>&amp;'"]]>{0}`;
    const report = sample();
    const fixed = new Set(["format", "edition", "from", "to", "qualifier", "unit", "value", "division_code", "categories_cover"]);
    const spoil = (node) => {
      for (const [key, value] of Object.entries(node)) {
        if (value && typeof value === "object") spoil(value);
        // Cells printed as "/" keep that; words with a meaning of their own too.
        else if (typeof value === "string" && !fixed.has(key) && value !== "/") node[key] = evil;
      }
    };
    report.source = { title: "", url: "", published: "2021-01-20" };
    spoil(report);
    report.source.url = "javascript:document.hit=1";
    report.source.published = "2021-01-20";
    for (const one of [...report.disclosure.categories, ...report.disclosure.activities]) one.unit = evil;
    return views(report, async (page) => {
      const found = await page.evaluate(() =>
        [...document.querySelectorAll("gongkai-report")].map(({ shadowRoot }) => ({
          elements: shadowRoot.querySelectorAll("img, script, [onerror]").length,
          links: [...shadowRoot.querySelectorAll("a")].filter(({ protocol }) => !/^https?:$/.test(protocol)).length,
          said: shadowRoot.textContent.includes("<img src=x"),
        })),
      );
      assert.deepEqual(found, VIEWS.map(() => ({ elements: 0, links: 0, said: true })));
      assert.equal(await page.evaluate(() => document.hit), undefined);
    });
  });

  test("a name that runs from right to left leaves the numbers beside it in their places", () => {
    const report = sample();
    report.agency.name = "ئۈرۈمچى شەھەرلىك خەلق ھۆكۈمىتى";
    report.disclosure.categories[0].name = "\u202eسىياسەت ئۇچۇرلىرى";
    return views(report, async (page) => {
      const places = await page.evaluate(() => {
        const of = (id, selector, words) => {
          const text = document.getElementById(id).shadowRoot.querySelector(selector).firstChild;
          const range = document.createRange();
          return words.map((word) => {
            const at = text.data.indexOf(word);
            range.setStart(text, at);
            range.setEnd(text, at + word.length);
            return range.getBoundingClientRect().left;
          });
        };
        return [of("overview", "h2", ["ئۈرۈمچى", "2020"]), of("disclosure", ".finding", ["سىياسەت", "1,6", "00", "4,236"])];
      });
      for (const lefts of places) assert.deepEqual(lefts, [...lefts].sort((one, other) => one - other));
    });
  });

  test("right-to-left text, and a page that runs from right to left", () => {
    const report = sample();
    report.agency.name = "ئۈرۈمچى شەھەرلىك خەلق ھۆكۈمىتى";
    report.disclosure.categories[0].name = "\u202eسىياسەت ئۇچۇرلىرى";
    return views(report, async (page) => {
      await page.evaluate(() => (document.documentElement.dir = "rtl"));
      const directions = await page.evaluate(() =>
        [...document.querySelectorAll("gongkai-report")].map(({ shadowRoot }) => getComputedStyle(shadowRoot.querySelector(".finding")).direction),
      );
      assert.deepEqual(directions, VIEWS.map(() => "ltr"));
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
    });
  });
});

test.describe("a program that does not run", () => {
  const both = element("one", REPORT) + element("two", REPORT, 'lang="en"');

  /** Checks that each widget shows a notice and keeps its fallback: neither can work without the module. */
  async function fails(page, code, says) {
    for (const id of ["one", "two"]) {
      const detail = await heard(page, "error", id);
      assert.equal(detail.code, code);
      const state = await seen(page, id);
      assert.equal(state.fallback, true);
      assert.equal(state.figures, false);
      assert.equal(state.notice?.message, detail.message);
    }
    assert.match((await seen(page, "one")).notice.message, says);
  }

  const noWasm = { csp: "default-src 'self'; script-src 'self'; style-src 'self'", complaints: [/Content Security Policy|unsafe-eval/, /gongkai-/] };

  test("wasm blocked by the page's policy: a plain script stands in", () =>
    lab.visit({ body: both, ...noWasm }, async (page) => {
      await page.waitForFunction(() =>
        [...document.querySelectorAll("gongkai-report")].every((one) => one.shadowRoot.querySelector(".finding")),
      );
    }));

  test("wasm blocked by the page's policy, and no plain script either", () =>
    lab.visit(
      { body: both, ...noWasm, files: { "/gongkai/gongkai-draw.wasm.js": { status: 404, body: "" } }, complaints: [...noWasm.complaints, /404/] },
      async (page) => {
        await fails(page, "wasm-blocked", /gongkai-draw\.wasm\.js.*404.*wasm-unsafe-eval/);
        // The file may be there later.
        assert.deepEqual((await seen(page, "one")).notice.ways, ["重试", "打开数据文件"]);
      },
    ));

  test("no WebAssembly at all", () =>
    lab.visit({ body: both, before: (page) => page.addInitScript(() => delete window.WebAssembly) }, (page) =>
      fails(page, "wasm-unsupported", /浏览器/),
    ));

  test("wasm served as text/plain runs all the same", () =>
    lab.visit({ body: both, files: Object.fromEntries(MODULES.map((name) => [`/gongkai/${name}`, { type: "text/plain" }])) }, async (page) => {
      await heard(page, "ready", "one");
      await heard(page, "ready", "two");
    }));

  for (const name of ["gongkai-draw.wasm"]) {
    test(`${name} missing; trying again once it is there`, () => {
      let answer = { status: 404, body: "" };
      const files = { [`/gongkai/${name}`]: () => answer };
      return lab.visit({ body: both, files, complaints: [NOT_LOADED, BAD_DIGEST] }, async (page) => {
        await fails(page, "wasm-fetch", new RegExp(name));
        answer = {};
        await page.locator("#one button", { hasText: "重试" }).click();
        await heard(page, "ready", "one");
        assert.equal((await seen(page, "two")).figures, false);
        await page.locator("#two button", { hasText: "Try again" }).click();
        await heard(page, "ready", "two");
      });
    });
  }

  test("wasm of another version", async () => {
    const wasm = Buffer.concat([await built("gongkai/gongkai-draw.wasm"), Buffer.from([0, 2, 1, 0x78])]);
    await lab.visit({ body: both, files: { "/gongkai/gongkai-draw.wasm": { body: wasm } }, complaints: [BAD_DIGEST] }, (page) =>
      fails(page, "wasm-fetch", /gongkai-draw\.wasm/),
    );
  });

  test("an older wasm in a cache does no harm", async () => {
    const wasm = await built("gongkai/gongkai-draw.wasm");
    // The cache has the address without a query only.
    const files = { "/gongkai/gongkai-draw.wasm": ({ url }) => ({ body: url.includes("?") ? wasm : "older" }) };
    await lab.visit({ body: both, files, complaints: [BAD_DIGEST] }, async (page) => {
      await heard(page, "ready", "one");
      await heard(page, "ready", "two");
    });
  });

  test("style sheet missing; trying again once it is there", () => {
    let answer = { status: 404, body: "" };
    const files = { "/gongkai/gongkai.css": () => answer };
    return lab.visit({ body: both, files, complaints: [NOT_LOADED] }, async (page) => {
      await fails(page, "css", /gongkai\.css/);
      answer = {};
      await page.locator("#one button", { hasText: "重试" }).click();
      await heard(page, "ready", "one");
      assert.equal((await seen(page, "one")).figures, true);
    });
  });

  test("style sheet of another version", () =>
    lab.visit({ body: both, files: { "/gongkai/gongkai.css": { body: ":host { display: none }" } }, complaints: [BAD_DIGEST] }, (page) =>
      fails(page, "css", /gongkai\.css/),
    ));

  for (const name of ["gongkai-draw.wasm"]) {
    test(`${name} that traps at its first call`, async () => {
      const wasm = await trapping(await built(`gongkai/${name}`));
      const { files } = JSON.parse(await built("gongkai/manifest.json"));
      const digest = createHash("sha384").update(wasm).digest("base64");
      const script = String(await built("gongkai/gongkai.js")).replace(files[name].sha384, digest);
      await lab.visit(
        { body: both, files: { [`/gongkai/${name}`]: { body: wasm }, "/gongkai/gongkai.js": { body: script } }, complaints: [/unreachable/] },
        async (page) => {
          await fails(page, "panic", /内部错误/);
          assert.deepEqual((await seen(page, "one")).notice.ways, ["重新加载页面", "打开数据文件"]);
        },
      );
    });
  }

  test("a panic of the app takes only the app: the figures are drawn again, and the page reloads", () =>
    lab.visit({ body: element("one", REPORT) + element("two", "", 'lang="en"'), complaints: [/panicked|unreachable|refused by the test|app has stopped/] }, async (page) => {
      await heard(page, "complete", "one");
      await heard(page, "error", "two");
      await page.evaluate((src) => {
        const real = Document.prototype.createElementNS;
        // If the browser cannot create elements, the app cannot go on.
        Document.prototype.createElementNS = function (space, name) {
          if (name === "svg") throw new Error("refused by the test");
          return real.call(this, space, name);
        };
        const two = document.querySelector("#two");
        two.view = "disclosure";
        two.src = src;
      }, REPORT);
      const { code } = await heard(page, "error", "one");
      assert.equal(code, "panic");
      await heard(page, "ready", "one", 2);
      for (const id of ["one", "two"]) assert.deepEqual(await seen(page, id), WHOLE);
      // The prerendered views still work, also in a new widget.
      await page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), element("three", REPORT));
      await heard(page, "ready", "three");
      for (const id of ["one", "two", "three"]) {
        await page.locator(`#${id} [role=tab][data-view=services]`).click();
        await page.locator(`#${id} .mark`).first().waitFor();
      }
      await page.locator("#one [role=tab][data-view=fees]").click();
      await page.locator("#one [data-retry]").click();
      await page.waitForURL("**/page.html");
      await heard(page, "complete", "one");
    }));
});

test("opened from a disk, the page says what to do", async () => {
  // Without a server the page cannot stay clean: browsers log messages about such a page.
  const { launchChromium } = await import("../../scripts/chromium.mjs");
  const { mkdtemp, rm, writeFile } = await import("node:fs/promises");
  const { tmpdir } = await import("node:os");
  const { join } = await import("node:path");
  const { pathToFileURL } = await import("node:url");
  const folder = await mkdtemp(join(tmpdir(), "gongkai-"));
  const browser = await launchChromium();
  try {
    await writeFile(join(folder, "gongkai.js"), await built("gongkai/gongkai.js"));
    await writeFile(join(folder, "page.html"), `<html lang="zh"><script src="gongkai.js" defer></script>${element("one", "report.json")}`);
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(folder, "page.html")).href);
    await page.locator("#one [part=notice]", { hasText: "从磁盘直接打开" }).waitFor();
    assert.ok(await page.locator("#one p", { hasText: "替代内容" }).isVisible());
  } finally {
    await browser.close();
    await rm(folder, { recursive: true });
  }
});

/** Replaces every function that the script can call by one that traps. */
async function trapping(wasm) {
  const { default: binaryen } = await import("binaryen");
  const module = binaryen.readBinary(wasm);
  for (let index = 0; index < module.getNumExports(); index += 1) {
    const { kind, value } = binaryen.getExportInfo(module.getExportByIndex(index));
    if (kind !== binaryen.ExternalFunction) continue;
    const { params, results } = binaryen.getFunctionInfo(module.getFunction(value));
    module.removeFunction(value);
    module.addFunction(value, params, results, [], module.unreachable());
  }
  const bytes = Buffer.from(module.emitBinary());
  module.dispose();
  return bytes;
}
