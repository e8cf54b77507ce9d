// Servers as they are: wrong types and headers, web pages in place of files, redirects, silence, an older file
// beside newer ones. The reader gets the figures that can be had and one true sentence about the rest; the site's
// staff one line of the console with the page of the docs.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { gzipSync } from "node:zlib";
import { REPORT, built, heard, openHarness, seen, STAFF_LINE as LINE } from "./support/chromium.mjs";
import { recordVisits } from "./support/record.mjs";

/** What the browser says itself. */
const BROWSER_SAYS = /Failed to load|Fetch API cannot load|Unsafe attempt|valid digest|integrity checks|MIME type/;
const WHOLE = { fallback: false, figures: true, loading: "", notice: null };
const WEB_PAGE = { body: "<!DOCTYPE html><html><head><title>统一登录</title></head><body>请登录</body></html>", type: "text/html; charset=utf-8" };
const GBK_PAGE = { body: Buffer.concat([Buffer.from("<html><title>"), Buffer.from([0xb5, 0xc7, 0xc2, 0xbc]), Buffer.from("</title></html>")]), type: "text/html" };

let lab;
before(async () => (lab = await openHarness()));
after(() => lab.close());
recordVisits(() => lab);

const element = (id, attributes = `src="${REPORT}"`) =>
  `<gongkai-report id="${id}" ${attributes}><p>${id} 的替代内容</p></gongkai-report>`;

/** Opens a page and collects its lines for the staff. */
function visit(how, use) {
  const lines = [];
  const before = async (page) => {
    page.on("console", (message) => LINE.test(message.text()) && lines.push(message.text()));
    await how.before?.(page);
  };
  return lab.visit({ body: element("one"), complaints: [BROWSER_SAYS, LINE, /a request to https:\/\/(other\.example|127\.0\.0\.1\/)/], ...how, before }, (page, url) => use(page, lines, url));
}

/** Waits for the notice, and checks that it names what it should. */
async function refused(page, lines, code, says) {
  const detail = await heard(page, "error", "one");
  assert.equal(detail.code, code, detail.message);
  const { fallback, notice } = await seen(page, "one");
  assert.equal(fallback, true);
  assert.equal(notice.message, detail.message);
  assert.match(notice.message, says);
  assert.equal(lines.length, 1, lines.join("\n"));
  assert.ok(lines[0].endsWith(`#${code}`), lines[0]);
  return notice;
}

test.describe("in place of the report", () => {
  const redirect = { status: 302, body: "", headers: { Location: "https://other.example/report.json" } };
  const cases = {
    "a web page": [WEB_PAGE, "web-page", /网页（“统一登录”）/],
    "a web page in GBK": [GBK_PAGE, "web-page", /网页（“登录”）/],
    "a report that was compressed before": [() => ({ body: gzipSync("{}") }), "compressed", /压缩了两次/],
    "compressed twice": [() => ({ body: gzipSync(gzipSync("{}")), headers: { "Content-Encoding": "gzip" } }), "compressed", /压缩了两次/],
    "plain text that is called compressed": [() => ({ body: '{"format":1}', headers: { "Content-Encoding": "gzip" } }), "content-encoding", /gzip/],
    "a redirect to https": [{ status: 301, body: "", headers: { Location: "https://127.0.0.1/r.json" } }, "redirected", /http 转到 https/],
    "a redirect to another address": [redirect, "redirected", /转到了另一个网址/],
  };
  for (const [name, [answer, code, says]] of Object.entries(cases)) {
    test(name, () =>
      visit({ files: { [`/${REPORT}`]: answer } }, async (page, lines) => {
        const notice = await refused(page, lines, code, says);
        assert.ok(notice.ways.includes("重试"));
      }));
  }

  test("a redirect to another host is never followed", async () => {
    const { startServer } = await import("../../scripts/serve.mjs");
    const asked = [];
    const other = await startServer({ root: ".", rules: (request, path) => void asked.push(path) });
    const away = { status: 302, body: "", headers: { Location: `${other.url}x` } };
    const files = Object.fromEntries([REPORT, "gongkai/gongkai-app.js", "gongkai/gongkai-draw.wasm"].map((path) => [`/${path}`, away]));
    try {
      await visit({ files, complaints: [BROWSER_SAYS, LINE, /a request to/] }, async (page, lines) => {
        await refused(page, lines, "redirected", /转到了另一个网址/);
        assert.deepEqual(asked, []);
      });
    } finally {
      await other.close();
    }
  });

  test("a policy that does not let the page fetch from its own site", () =>
    visit({ csp: "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src http://127.0.0.1:1", complaints: [/Content Security Policy|violates|Fetch API|Refused/, LINE] }, async (page) => {
      const { code, message } = await heard(page, "error", "one");
      // The file that explains is fetched too.
      assert.equal(code, "network");
      assert.ok(message);
    }));

  test("503, then the report: a retry helps", () => {
    let isDown = true;
    return visit({ files: { [`/${REPORT}`]: () => (isDown ? { status: 503, body: "" } : {}) } }, async (page, lines) => {
      await refused(page, lines, "http", /503/);
      isDown = false;
      await page.locator("#one [part=notice] button").click();
      await heard(page, "ready", "one");
      assert.deepEqual(await seen(page, "one"), WHOLE);
    });
  });

  for (const [name, rule] of [
    ["never answers", { hold: new Promise(() => {}) }],
    ["stops in the middle", { hold: new Promise(() => {}), after: 100 }],
  ]) {
    test(`a server that ${name} is given up, and a retry helps`, () => {
      let isSilent = true;
      const slow = (page) => page.clock.install();
      return visit({ files: { [`/${REPORT}`]: () => (isSilent ? rule : {}) }, before: slow }, async (page, lines) => {
        const asked = page.waitForResponse(`**/${REPORT}`, { timeout: 15_000 }).catch(() => {});
        await asked;
        await page.clock.runFor(61_000);
        await refused(page, lines, "timeout", /60 秒/);
        isSilent = false;
        await page.locator("#one [part=notice] button").click();
        await heard(page, "ready", "one");
      });
    });
  }
});

test.describe("in place of a file of the widget", () => {
  const older = async (name) => ({ body: Buffer.concat([await built(`gongkai/${name}`), Buffer.from("\n")]) });
  const { createHash } = process.getBuiltinModule("node:crypto");
  const cases = {
    "404": [{ status: 404, body: "" }, /HTTP 状态码 404/],
    "503": [{ status: 503, body: "" }, /HTTP 状态码 503/],
    "a web page": [WEB_PAGE, /网页（“统一登录”）/],
    "a redirect": [{ status: 302, body: "", headers: { Location: "https://other.example/x" } }, /另一个网址/],
    "compressed before": [async (name) => ({ body: gzipSync(await built(`gongkai/${name}`)) }), /压缩了两次/],
    "plain bytes that are called compressed": [async (name) => ({ body: await built(`gongkai/${name}`), headers: { "Content-Encoding": "gzip" } }), /gzip/],
    "altered": [older, /不一致/],
  };
  const version = async () => JSON.parse(await built("gongkai/manifest.json")).version;
  const answerOf = async (answer, name) => (typeof answer === "function" ? answer(name) : answer);

  for (const [what, [answer, says]] of Object.entries(cases)) {
    test(`${what}: the module that the first figure needs`, async () => {
      const name = "gongkai-draw.wasm";
      await visit({ files: { [`/gongkai/${name}`]: await answerOf(answer, name) } }, async (page, lines) => {
        const notice = await refused(page, lines, "wasm-fetch", says);
        assert.match(notice.message, /gongkai-draw\.wasm/);
      });
    });

    test(`${what}: the app's script, without which the first views still work`, async () => {
      const name = "gongkai-app.js";
      await visit({ files: { [`/gongkai/${name}`]: await answerOf(answer, name) } }, async (page, lines) => {
        await heard(page, "ready", "one");
        await page.locator("#one [role=tab][data-view=fees]").click();
        await page.locator("#one #panel p", { hasText: name }).waitFor();
        assert.match(await page.locator("#one #panel").innerText(), says);
        assert.equal(lines.length, 1);
        assert.ok(lines[0].includes(name) && lines[0].endsWith("#wasm-fetch"), lines[0]);
        await page.locator("#one [role=tab][data-view=services]").click();
        await page.locator("#one .mark").first().waitFor();
      });
    });

    test(`${what}: the script of the comparison`, async () => {
      const name = "gongkai-compare.js";
      const body = element("one", 'src="samples/places/catalog.json"');
      await visit({ body, files: { [`/gongkai/${name}`]: await answerOf(answer, name) } }, async (page, lines) => {
        const notice = await refused(page, lines, "wasm-fetch", says);
        assert.match(notice.message, /gongkai-compare\.js/);
      });
    });
  }

  for (const nosniff of ["nosniff", ""]) {
    test(`a script of a wrong type is named, with its type ${nosniff}`, () =>
      visit({ files: { "/gongkai/gongkai-app.js": { type: "application/octet-stream", headers: { "X-Content-Type-Options": nosniff } } } }, async (page, lines) => {
        await heard(page, "ready", "one");
        await page.locator("#one [role=tab][data-view=fees]").click();
        await page.locator("#one #panel p", { hasText: "application/octet-stream" }).waitFor();
        assert.equal(lines.length, 1);
      }));
  }

  test("an older folder: both versions are named, and what to do", async () => {
    const body = Buffer.concat([await built("gongkai/gongkai-draw.wasm"), Buffer.from([0, 2, 1, 0x78])]);
    const manifest = JSON.parse(await built("gongkai/manifest.json"));
    manifest.version = "0.0.1";
    manifest.files["gongkai-draw.wasm"] = { bytes: body.length, sha384: createHash("sha384").update(body).digest("base64") };
    const files = { "/gongkai/gongkai-draw.wasm": { body }, "/gongkai/manifest.json": { body: JSON.stringify(manifest) } };
    const own = await version();
    await visit({ files }, async (page, lines) => {
      const notice = await refused(page, lines, "wasm-fetch", /0\.0\.1 版/);
      assert.ok(notice.message.includes(`${own} 版`), notice.message);
      assert.match(notice.message, /CDN/);
    });
  });

  test("the app is missing, then there: the retry in the panel helps", () => {
    let isMissing = true;
    return visit({ files: { "/gongkai/gongkai-app.js": () => (isMissing ? { status: 404, body: "" } : {}) } }, async (page) => {
      await heard(page, "ready", "one");
      await page.locator("#one [role=tab][data-view=fees]").click();
      await page.locator("#one #panel p", { hasText: "gongkai-app.js" }).waitFor();
      isMissing = false;
      await page.locator("#one [data-retry]").click();
      await heard(page, "complete", "one");
      await page.locator("#one .mark").first().waitFor();
    });
  });

  test("the app never comes: the reader is told after a while", () => {
    let asked;
    const before = async (page) => {
      asked = page.waitForRequest(/gongkai-app\.js/);
      await page.clock.install();
    };
    return visit({ files: { "/gongkai/gongkai-app.js": { hold: new Promise(() => {}) } }, before }, async (page) => {
      await page.clock.runFor(2000);
      await heard(page, "ready", "one");
      await page.locator("#one [role=tab][data-view=fees]").click();
      await asked;
      await page.clock.runFor(61_000);
      // In small steps: what explains is itself given up on after a minute of the page's clock.
      const reason = page.locator("#one #panel .reason", { hasText: "60 秒" });
      for (const end = Date.now() + 60_000; Date.now() < end && !(await reason.count()); ) await page.clock.runFor(100);
      await reason.waitFor();
    });
  });

  test("the file that explains is missing too: a short sentence, and still a retry", () => {
    const gone = { status: 404, body: "" };
    let isGone = true;
    const files = Object.fromEntries(["gongkai-draw.wasm", "gongkai-notice.js"].map((name) => [`/gongkai/${name}`, () => (isGone ? gone : {})]));
    return visit({ files }, async (page, lines) => {
      const notice = await refused(page, lines, "wasm-fetch", /wasm-fetch/);
      assert.ok(notice.ways.includes("重试"));
      isGone = false;
      await page.locator("#one [part=notice] button").click();
      await heard(page, "ready", "one");
    });
  });
});
