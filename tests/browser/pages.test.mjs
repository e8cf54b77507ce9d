// Pages as portals make them: another base, a router's fragment, scripts that insert scripts, frames, Trusted
// Types, zoom, other text sizes, input methods, frameworks.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import test, { after, before } from "node:test";
import { REPORT, SCRIPT, built, heard, log, openHarness, seen, STAFF_LINE as LINE } from "./support/chromium.mjs";
import { recordVisits } from "./support/record.mjs";

const WHOLE = { fallback: false, figures: true, loading: "", notice: null };
const CATALOG = "samples/places/catalog.json";

let lab;
before(async () => (lab = await openHarness()));
after(() => lab.close());
recordVisits(() => lab);

const element = (id, attributes = `src="${REPORT}"`) =>
  `<gongkai-report id="${id}" ${attributes}><p>${id} 的替代内容</p></gongkai-report>`;
const page = (body, head = SCRIPT) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>试验</title><link rel="icon" href="/portal/icon.svg">${head}</head><body>${body}</body></html>`;
const html = (body, more) => ({ body, type: "text/html; charset=utf-8", ...more });

/** Opens another view by its tab. */
async function enter(page, view, id = "one") {
  await page.locator(`#${id} [role=tab][data-view=${view}]`).click();
  await page.locator(`#${id} [role=tab][data-view=${view}][aria-selected=true]`).waitFor();
}

test.describe("the page's address", () => {
  const based = (attributes) => html(page(element("one", attributes), `<base href="/">${SCRIPT}`));

  for (const moment of ["ready", "complete"]) {
    test(`with another base, path and query stay (${moment})`, () =>
      lab.visit({ files: { "/a/b.html": based(`src="${REPORT}" permalink`) } }, async (page, url) => {
        await page.goto("a/b.html?id=7");
        await heard(page, moment, "one");
        await enter(page, "services");
        await page.waitForURL(`${url}a/b.html?id=7#gongkai=view:services,lang:zh-CN`);
        await page.reload();
        await page.locator("#one [role=tab][data-view=services][aria-selected=true]").waitFor();
      }));
  }

  test("with another base, a catalogue's too", () =>
    lab.visit({ files: { "/a/b.html": based(`src="${CATALOG}" permalink`) } }, async (page, url) => {
      await page.goto("a/b.html?id=7");
      await heard(page, "ready", "one");
      await page.locator("#one [role=tab]").nth(1).click();
      await page.waitForFunction(() => location.hash.startsWith("#gongkai="));
      assert.ok(page.url().startsWith(`${url}a/b.html?id=7#gongkai=`), page.url());
    }));

  test("with another base, links of static figures stay on the page", () => {
    const inside = '<nav><a href="#below">下面</a></nav><div data-tall></div><p id="below">下面的内容</p>';
    const body = `<gongkai-report id="one" src="">${inside}</gongkai-report>`;
    const files = { "/a/b.html": html(page(body, `<base href="/">${SCRIPT}`)) };
    return lab.visit({ files, complaints: [LINE] }, async (page, url) => {
      await page.goto("a/b.html?id=7");
      await heard(page, "error", "one");
      await page.locator("#one a").first().click();
      await page.waitForURL(`${url}a/b.html?id=7#below`);
    });
  });

  for (const [name, context, complaints] of [
    ["no script runs", { javaScriptEnabled: false }, []],
    ["the widget's script is missing", {}, [/404|gongkai\.js|MIME/]],
  ]) {
    test(`with another base, links of static figures stay on the page where ${name}, if it was rendered with --page`, () => {
      const render = ["render", "samples/longde-2020.json", "--embed", "--page", "/a/b.html?id=7", "--bundle", "target/site/gongkai", "--lang", "zh-CN"];
      const { status, stdout, stderr } = spawnSync("cargo", ["run", "--quiet", "--package", "gongkai-cli", "--", ...render], { encoding: "utf8" });
      assert.equal(status, 0, stderr);
      const files = { "/a/b.html": html(page(stdout, '<base href="/">')), "/gongkai/gongkai.js": { status: 404, body: "" } };
      return lab.visit({ files, context, complaints }, async (page, url) => {
        await page.goto("a/b.html?id=7");
        await page.locator(".tabs a[data-view=services]").click();
        await page.waitForURL(`${url}a/b.html?id=7#gongkai-services`);
        // The link has unfolded its section.
        assert.equal(await page.locator("#gongkai-services").isVisible(), true);
        await page.locator("#gongkai-services .finding").waitFor();
      });
    });
  }

  test("on a page that routes by its fragment, permalink is off and the console says so once", () => {
    const lines = [];
    const body = element("one", `src="${REPORT}" permalink`) + element("two", `src="${REPORT}" permalink="b"`);
    const before = (page) => page.on("console", (message) => LINE.test(message.text()) && lines.push(message.text()));
    return lab.visit({ body: "", files: { "/routed.html": html(page(body)) }, before, complaints: [LINE] }, async (page, url) => {
      await page.goto("routed.html#/zfxxgk/nb");
      await heard(page, "complete", "one");
      await enter(page, "services");
      await enter(page, "fees", "two");
      assert.equal(page.url(), `${url}routed.html#/zfxxgk/nb`);
      assert.equal(lines.length, 1);
      assert.match(lines[0], /permalink="query"/);
    });
  });

  for (const [kind, src, open] of [
    ["a report", REPORT, (page) => enter(page, "services")],
    ["a catalogue", CATALOG, (page) => page.locator("#one [role=tab]").nth(1).click()],
  ]) {
    test(`${kind} keeps its state in the query, beside the host's own query and route`, () => {
      const files = { "/routed.html": html(page(element("one", `src="${src}" permalink="query"`))) };
      return lab.visit({ files }, async (page, url) => {
        await page.goto("routed.html?id=7&q=a+b#/zfxxgk/nb");
        await heard(page, "ready", "one");
        await open(page);
        await page.waitForFunction(() => location.search.includes("&gongkai="));
        assert.ok(page.url().startsWith(`${url}routed.html?id=7&q=a+b&gongkai=`), page.url());
        assert.ok(page.url().endsWith("#/zfxxgk/nb"), page.url());
        const chosen = page.locator("#one [role=tab][aria-selected=true]");
        const label = await chosen.innerText();
        await page.reload();
        await heard(page, "ready", "one");
        assert.equal(await chosen.innerText(), label);
      });
    });
  }

  for (const way of ["throws", "is ignored"]) {
    test(`where replaceState ${way} for a while, the last state is written once it can be`, () =>
      lab.visit(
        {
          body: element("one", `src="${REPORT}" permalink`),
          before: (page) =>
            page.addInitScript((throws) => {
              const real = History.prototype.replaceState;
              document.refuses = true;
              History.prototype.replaceState = function (...args) {
                if (!document.refuses) return real.apply(this, args);
                if (throws) throw new DOMException("too many calls", "SecurityError");
              };
            }, way === "throws"),
        },
        async (page, url) => {
          await heard(page, "ready", "one");
          for (const view of ["disclosure", "services", "procurement"]) await enter(page, view);
          assert.equal(page.url(), `${url}page.html`);
          await page.evaluate(() => (document.refuses = false));
          await page.waitForURL(`${url}page.html#gongkai=view:procurement,lang:zh-CN`);
        },
      ));
  }

  test('permalink="false" is off', () =>
    lab.visit({ body: element("one", `src="${REPORT}" permalink="false"`) }, async (page, url) => {
      await heard(page, "complete", "one");
      await enter(page, "services");
      assert.equal(page.url(), `${url}page.html`);
    }));
});


test.describe("a script that is inserted by another", () => {
  const open = { csp: false, body: '<div id="place"></div>', head: "" };
  const shown = async (page) => {
    await heard(page, "complete", "one");
    assert.deepEqual(await seen(page, "one"), WHOLE);
  };

  const GET = 'fetch("gongkai/gongkai.js").then((response) => response.text())';
  const ways = {
    "fetched and eval'd": `${GET}.then((text) => (0, eval)(text))`,
    "fetched and run as inline script": `${GET}.then((text) => document.head.append(Object.assign(document.createElement("script"), { text })))`,
    "as type=module": 'document.head.append(Object.assign(document.createElement("script"), { type: "module", src: "gongkai/gongkai.js" }))',
    "as an element": 'document.head.append(Object.assign(document.createElement("script"), { src: "gongkai/gongkai.js" }))',
    "imported": 'import(new URL("gongkai/gongkai.js", location.href).href)',
  };
  for (const [name, script] of Object.entries(ways)) {
    test(name, () =>
      lab.visit(open, async (page) => {
        await page.evaluate(([html, script]) => {
          document.querySelector("#place").innerHTML = html;
          // eslint-disable-next-line no-eval -- as a page's own script
          (0, eval)(script);
        }, [element("one"), script]);
        await shown(page);
      }));
  }

  test("the tag by innerHTML, before and after the script", () =>
    lab.visit({ ...open, body: '<div id="place"></div><div id="other"></div>' }, async (page) => {
      const insert = (place, id) =>
        page.evaluate(([place, html]) => (document.querySelector(place).innerHTML = html), [place, element(id)]);
      await insert("#place", "one");
      await page.addScriptTag({ url: "gongkai/gongkai.js" });
      await insert("#other", "two");
      await shown(page);
      await heard(page, "ready", "two");
    }));

  /** The script's text as part of the page, whose address is all that it could know. */
  const pasted = async (attributes = "") => {
    const text = String(await built("gongkai/gongkai.js"));
    return `<script ${attributes}>${text.replace(/<\/script/g, "<\\/script")}</script>`;
  };

  test("pasted into the page it says what is missing", async () =>
    lab.visit({ ...open, files: { "/pasted.html": html(page(element("one") + (await pasted()), "")) }, complaints: [LINE] }, async (page) => {
      await page.goto("pasted.html");
      const { code, message } = await heard(page, "error", "one");
      assert.equal(code, "no-base");
      assert.match(message, /base="\/gongkai\/"/);
      assert.equal((await seen(page, "one")).fallback, true);
    }));

  for (const [name, tag, script] of [
    ["the script", "", 'base="gongkai"'],
    ["the tag", 'base="/gongkai/"', ""],
  ]) {
    test(`pasted into the page with a base on ${name}`, async () =>
      lab.visit({ ...open, files: { "/pasted.html": html(page(element("one", `src="${REPORT}" ${tag}`) + (await pasted(script)), "")) } }, async (page) => {
        await page.goto("pasted.html");
        await shown(page);
      }));
  }

  test("a base on another site is not taken", () =>
    lab.visit({ body: element("one", `src="${REPORT}" base="https://other.example/gongkai/"`) }, (page) => shown(page)));

  test("two versions: the first one stays, and the console names both", async () => {
    const other = String(await built("gongkai/gongkai.js")).replace(/"0\.\d+\.\d+"/, '"9.9.9"');
    assert.match(other, /9\.9\.9/);
    const head = `${SCRIPT}<script src="gongkai/other.js" defer></script>`;
    let line;
    const before = (page) => {
      line = page.waitForEvent("console", (message) => LINE.test(message.text()));
    };
    await lab.visit({ head, body: element("one"), files: { "/gongkai/other.js": { body: other } }, before, complaints: [LINE] }, async (page) => {
      await shown(page);
      assert.match((await line).text(), /9\.9\.9/);
    });
  });
});

/** Opens the places where readers download, share and print. */
const unfold = (frame) => frame.locator("#one .export details").evaluateAll((all) => all.forEach((one) => (one.open = true)));

test.describe("frames", () => {
  const inner = page(element("one", `src="${REPORT}" view="services" permalink`));
  /** What the browser says of such a frame itself. */
  const SANDBOX = /sandbox/;
  const escape = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;");
  /** Waits for the widget in the frame. @returns {Promise<import("playwright-core").Frame>} */
  async function framed(page, selector = ".finding") {
    const frame = await (await page.waitForSelector("iframe")).contentFrame();
    await frame.locator(`#one ${selector}`).first().waitFor();
    return frame;
  }

  for (const sandbox of ["", 'sandbox="allow-scripts allow-same-origin allow-downloads"']) {
    test(`srcdoc ${sandbox}`, () =>
      lab.visit({ head: "", body: `<iframe width="900" height="700" ${sandbox} srcdoc="${escape(inner)}"></iframe>`, complaints: [SANDBOX] }, async (page) => {
        const frame = await framed(page, "[data-state=interactive]");
        await frame.locator("#one [role=tab][data-view=disclosure]").click();
        await frame.locator("#one [role=tab][data-view=disclosure][aria-selected=true]").waitFor();
      }));
  }

  test("without allow-same-origin it says so", () =>
    lab.visit({ head: "", body: '<iframe sandbox="allow-scripts" src="inner.html"></iframe>', files: { "/inner.html": html(inner) }, complaints: [LINE, SANDBOX, /CORS|origin 'null'|ERR_FAILED/] }, async (page) => {
      const frame = await framed(page, "[part=notice]");
      assert.match(await frame.locator("#one [part=notice]").innerText(), /allow-same-origin/);
      assert.equal(await frame.locator("#one [part=notice] button").count(), 0, "nothing that could not help");
    }));

  test("without allow-downloads a file's content is there to copy, a picture to save, and nothing is said to be saved", () =>
    lab.visit({ head: "", body: '<iframe width="900" height="700" sandbox="allow-scripts allow-same-origin" src="inner.html"></iframe>', files: { "/inner.html": html(inner) }, complaints: [SANDBOX, /blob:/] }, async (page) => {
      const frame = await framed(page, "[data-state=interactive]");
      const press = async (kind) => {
        await unfold(frame);
        await frame.locator(`#one [data-export=${kind}]`).click();
      };
      await press("csv");
      const dialog = frame.locator("#one dialog[open]");
      await dialog.waitFor();
      assert.match(await dialog.innerText(), /不允许保存/);
      assert.match(await dialog.locator("textarea").inputValue(), /,/);
      await frame.locator("#one .said", { hasText: "不允许保存" }).waitFor({ state: "attached" });
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      await unfold(frame);
      await frame.locator("#one [data-export=png]").click();
      await dialog.locator("canvas, img").waitFor();
      await dialog.locator("button").click();
      await dialog.waitFor({ state: "detached" });
      await unfold(frame);
      await frame.locator("#one [data-export=print]").click();
      await frame.locator("#one .said", { hasText: "不允许打印" }).waitFor({ state: "attached" });
    }));
});

test.describe("Trusted Types", () => {
  const STRICT = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; require-trusted-types-for 'script'";
  const policies = { "any policy": "", "only ours": "; trusted-types gongkai", "another's": "; trusted-types dompurify", none: "; trusted-types 'none'" };
  for (const [name, types] of Object.entries(policies)) {
    const complaints = /none|dompurify/.test(types) ? [/Creating a TrustedTypePolicy named 'gongkai'|violates/] : [];
    test(`${name}: every view, the file of one's own, and paper`, () =>
      lab.visit({ body: element("one"), csp: STRICT + types, complaints }, async (page) => {
        await heard(page, "ready", "one");
        await enter(page, "services");
        await page.locator("#one .mark").first().waitFor();
        await heard(page, "complete", "one");
        for (const view of ["disclosure", "fees", "applications", "text", "checks"]) {
          await enter(page, view);
          await page.locator("#one .finding").waitFor();
        }
        await enter(page, "services");
        await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
        assert.ok((await page.locator("#one .paper table").count()) > 3);
        await page.evaluate(() => dispatchEvent(new Event("afterprint")));
        await unfold(page);
        const download = page.waitForEvent("download");
        await page.locator("#one [data-export=png]").click();
        await download;
        await page.locator("#one [data-export=open]").click();
        await page.locator("#one [data-open=title]").waitFor();
        assert.deepEqual(await log(page), ["ready one"]);
      }));

    test(`${name}: a catalogue`, () =>
      lab.visit({ body: element("one", `src="${CATALOG}"`), csp: STRICT + types, complaints }, async (page) => {
        await heard(page, "ready", "one");
        for (const tab of await page.locator("#one [role=tab]").all()) await tab.click();
        await page.locator("#one [role=tab][data-value=agencies]").click();
        const rows = page.locator("#one [data-region=rows] tr");
        await rows.first().waitFor();
        await page.locator("#one [data-search=rows]").fill("县");
        await rows.first().waitFor();
      }));
  }

  test("what is built element by element is the same as what the browser parses", async () => {
    const shown = (types) =>
      lab.visit({ body: element("one"), csp: STRICT + types, complaints: [/violates/] }, async (page) => {
        await heard(page, "complete", "one");
        await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
        return page.locator("#one .paper").evaluate((paper) => new XMLSerializer().serializeToString(paper));
      });
    assert.equal(await shown("; trusted-types 'none'"), await shown(""));
  });
});

test.describe("file names", () => {
  const NAMES = {
    "every sign of a keyboard": "a !\"#$%&'()*+,-.;<=>@[]^_`{|}~b.json",
    "a question mark and a backslash": "what?\\x.json",
    "Chinese, spaces and brackets": "隆德县（2020 年）政府信息公开工作年度报告.json",
    "other scripts and pictures": "тест é ü ǆ 😀 ـ.json",
    "what looks encoded": "100%25 %E4%BD.json",
    "what looks like a scheme": "javascript:alert(1).json",
    "dots and a plus": "..a..b++.json",
  };
  for (const [what, name] of Object.entries(NAMES)) {
    const src = `./${encodeURIComponent(name)}`;
    test(`a report's has ${what}`, async () =>
      lab.visit({ body: element("one", `src="${src}"`), files: { [`/${name}`]: { body: await built(REPORT), type: "application/json" } } }, async (page) => {
        await heard(page, "complete", "one");
        assert.deepEqual(await seen(page, "one"), WHOLE);
      }));
  }

  test("unencoded Chinese and spaces", async () =>
    lab.visit({ body: element("one", 'src="隆德县 2020 年 报告.json"'), files: { "/隆德县 2020 年 报告.json": { body: await built(REPORT), type: "application/json" } } }, async (page) => {
      await heard(page, "complete", "one");
      assert.deepEqual(await seen(page, "one"), WHOLE);
    }));

  test("an agency with every sign gives a file that every system can save", async () => {
    const report = JSON.parse(await built(REPORT));
    report.agency.name = 'a/b\\c:d*e?f"g<h>i|j%k#l 隆德县';
    return lab.visit({ body: element("one", 'src="r.json" view="services"'), files: { "/r.json": { body: JSON.stringify(report), type: "application/json" } } }, async (page) => {
      await heard(page, "complete", "one");
      await unfold(page);
      for (const kind of ["csv", "json"]) {
        const download = page.waitForEvent("download");
        await page.locator(`#one [data-export=${kind}]`).first().click();
        const name = (await download).suggestedFilename();
        assert.match(name, /^[^/\\:*?"<>|]+隆德县-2020/);
        assert.ok(name.endsWith(`.${kind}`), name);
        await unfold(page);
      }
    });
  });
});

test.describe("paper", () => {
  test("printed before the app is there, it has nothing to press", () =>
    lab.visit(
      { body: element("one", `src="${REPORT}" view="services"`), files: { "/gongkai/gongkai-app.js": { status: 404, body: "" } }, complaints: [/404|digest|integrity/, LINE] },
      async (page) => {
        await heard(page, "ready", "one");
        await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
        await page.emulateMedia({ media: "print" });
        const pressed = page.locator("#one :is(button, summary, input, [role=tablist], .detail)");
        assert.deepEqual(await pressed.evaluateAll((all) => all.filter((one) => one.checkVisibility() && one.getBoundingClientRect().height > 1).map((one) => one.textContent)), []);
        assert.equal(await page.locator("#one .finding").isVisible(), true);
        assert.equal(await page.locator("#one svg.figure").first().isVisible(), true);
      },
    ));

  test("no heading is left alone at the foot of a sheet, and no head of a table without rows", () =>
    lab.visit({ body: element("one") }, async (page) => {
      await heard(page, "complete", "one");
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      await page.emulateMedia({ media: "print" });
      const alone = await page.locator("#one .paper :is(.view, .finding, h4, caption, thead)").evaluateAll((all) => all.filter((one) => one.checkVisibility() && getComputedStyle(one).breakAfter !== "avoid").map((one) => one.outerHTML.slice(0, 80)));
      assert.deepEqual(alone, []);
      const torn = await page.locator("#one .paper :is(svg.figure, tr, thead)").evaluateAll((all) => all.filter((one) => getComputedStyle(one).breakInside !== "avoid").map((one) => one.outerHTML.slice(0, 80)));
      assert.deepEqual(torn, []);
    }));
});
