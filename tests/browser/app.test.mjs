// The app, which loads after the first figure is shown: the findings of the checks on the overview, and what
// still works if it cannot be loaded.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { launchOldChromium, oldChromiumUnavailable } from "../../scripts/old-chromium.mjs";
import { REPORT, built, gate, heard, log, openHarness, seen, serveStage, stageOf } from "./support/chromium.mjs";

const MODULE = "/gongkai/gongkai-app.wasm";
const AGREES = "samples/fictional/county-2020.json";
const NOTED = /^gongkai: .*gongkai-app\.(js|wasm) did not load/;
/** The browser's own messages about a file that does not load, or not intact. */
const BROWSER_SAYS = [/Failed to load resource/, /Failed to find a valid digest/, /^Fetch API cannot load .*gongkai-app/];

const LONGDE = {
  "zh-CN": { line: /^60 处应当对得上的数字，核对后有 2 处对不上/, items: [/3,200 余条.*4,236.*多出 1,036/, /收到 3 件、办结 3 件.*收到 0 件、办结 0 件/] },
  en: { line: /^2 of 60 checks found numbers that do not agree/, items: [/over 3,200 items.*4,236.*1,036 more/, /3 received and 3 completed in the text, 0 received and 0 completed in the table/] },
};
const COUNTY = { "zh-CN": /^\d+ 处应当对得上的数字，核对后没有发现对不上的/, en: /^\d+ checks found no numbers that disagree/ };

let lab;
before(async () => {
  lab = await openHarness();
});
after(() => lab.close());

const element = (id, src = REPORT, more = "") =>
  `<gongkai-report id="${id}" src="${src}" view="overview" ${more}><p>替代内容</p></gongkai-report>`;

/** Waits for the summary line, and returns it with the findings. @param {RegExp} [line] @returns {Promise<{line: string, items: string[]}>} */
async function findings(page, id, line) {
  const part = page.locator(`#${id} [part=findings]`);
  await (line ? part.filter({ hasText: line }) : part).waitFor();
  return { line: await part.locator("summary").innerText(), items: await part.locator("li").allTextContents() };
}

function assertLongde({ line, items }, lang) {
  assert.match(line, LONGDE[lang].line);
  assert.equal(items.length, 2);
  LONGDE[lang].items.forEach((expected, place) => assert.match(items[place], expected));
}

/** Waits until everything that was scheduled for a frame, and then for an idle moment, has run. */
const quiet = (page) =>
  page.evaluate(async () => {
    for (const wait of [requestAnimationFrame, requestAnimationFrame, requestAnimationFrame, requestIdleCallback]) {
      await new Promise((done) => wait(done));
    }
  });

/** Serves the site's file, and counts the requests. */
function counted(answer = {}) {
  let times = 0;
  const rule = () => ((times += 1), answer);
  return { rule, times: () => times };
}

for (const lang of ["zh-CN", "en"]) {
  test(`${lang}: Longde's two disagreements stand on the overview, with their numbers, and on no other view`, () =>
    lab.visit({ body: element("a"), lang }, async (page) => {
      assertLongde(await findings(page, "a"), lang);
      await page.locator("#a [role=tab][data-view=disclosure]").click();
      await page.locator("#a .mark").first().waitFor();
      assert.equal(await page.locator("#a [part=findings]").count(), 0);
      assert.deepEqual(await log(page), ["ready a"]);
    }));

  test(`${lang}: of a report that agrees with itself it is said that none disagrees`, () =>
    lab.visit({ body: element("a", AGREES), lang }, async (page) => {
      const { line, items } = await findings(page, "a");
      assert.match(line, COUNTY[lang]);
      assert.deepEqual(items, []);
    }));
}

test("the app is asked for only after gongkai-ready", () =>
  lab.visit(
    {
      body: element("a"),
      before: (page) =>
        page.addInitScript(() => document.addEventListener("gongkai-ready", () => (document.readyAt = performance.now()))),
    },
    async (page, url) => {
      await findings(page, "a");
      const { readyAt, askedAt } = await page.evaluate(
        (name) => ({ readyAt: document.readyAt, askedAt: performance.getEntriesByName(name)[0].startTime }),
        new URL(MODULE, url).href,
      );
      assert.ok(askedAt > readyAt, `asked for at ${askedAt} ms, ready at ${readyAt} ms`);
    },
  ));

test("a widget whose report cannot be had never asks for it", () => {
  const asked = counted();
  const files = { [MODULE]: asked.rule, "/broken.json": { status: 404, body: "" } };
  return lab.visit({ body: element("a", "broken.json"), files, complaints: BROWSER_SAYS }, async (page) => {
    await heard(page, "error", "a");
    await quiet(page);
    assert.equal(asked.times(), 0);
  });
});

test("one app serves every widget, report and language of the page", () => {
  const asked = counted();
  return lab.visit({ body: element("a") + element("b", AGREES) + element("c", REPORT, 'lang="en"'), files: { [MODULE]: asked.rule } }, async (page) => {
    assertLongde(await findings(page, "a"), "zh-CN");
    assert.match((await findings(page, "b")).line, COUNTY["zh-CN"]);
    assertLongde(await findings(page, "c"), "en");
    assert.equal(asked.times(), 1);
  });
});

test("another language is followed, and another report", () =>
  lab.visit({ body: element("a") }, async (page) => {
    assertLongde(await findings(page, "a"), "zh-CN");
    const set = (name, value) => page.evaluate(([name, value]) => document.getElementById("a").setAttribute(name, value), [name, value]);
    await set("lang", "en");
    assertLongde(await findings(page, "a", LONGDE.en.line), "en");
    await set("src", AGREES);
    assert.match((await findings(page, "a", COUNTY.en)).line, COUNTY.en);
    await set("lang", "zh");
    assert.match((await findings(page, "a", COUNTY["zh-CN"])).line, COUNTY["zh-CN"]);
    assert.deepEqual(await log(page), ["ready a", "ready a"]);
  }));

test("a widget that is gone when the app comes is left alone, and others are served", async () => {
  const { open, opened } = gate();
  const body = await built(MODULE.slice(1));
  const files = { [MODULE]: { body, hold: opened } };
  await lab.visit({ body: element("gone") + element("a") + element("b"), files }, async (page) => {
    const waits = page.waitForRequest((request) => request.url().endsWith(MODULE));
    await Promise.all(["gone", "a", "b"].map((id) => heard(page, "ready", id)));
    await waits;
    await page.evaluate(() => {
      document.gone = document.getElementById("gone");
      document.gone.remove();
      document.getElementById("b").lang = "en";
    });
    open();
    assertLongde(await findings(page, "a"), "zh-CN");
    assertLongde(await findings(page, "b"), "en");
    assert.equal(await page.evaluate(() => document.gone.shadowRoot.querySelectorAll("[part=findings]").length), 0);
    assert.deepEqual((await log(page)).sort(), ["ready a", "ready b", "ready gone"]);
  });
});

test("a server that calls it text/plain does no harm", () =>
  lab.visit({ body: element("a"), files: { [MODULE]: { type: "text/plain" } } }, async (page) => {
    assertLongde(await findings(page, "a"), "zh-CN");
  }));

const FAILURES = {
  "is missing": { status: 404, body: "" },
  "is another version's": { body: Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]) },
  "is cut off": { cut: 1000 },
  "cannot be had": { cut: 0 },
};
for (const [name, answer] of Object.entries(FAILURES)) {
  test(`where the app ${name}, the prerendered views still answer, and the console says so once`, () =>
    lab.visit({ body: element("a") + element("b"), files: { [MODULE]: answer }, complaints: [...BROWSER_SAYS, NOTED] }, async (page) => {
      const notes = [];
      page.on("console", (message) => NOTED.test(message.text()) && notes.push(message.text()));
      const noted = page.waitForEvent("console", (message) => message.type() === "warning" && NOTED.test(message.text()));
      await Promise.all(["a", "b"].map((id) => heard(page, "ready", id)));
      await noted;
      // A change makes it no worse.
      await page.evaluate(() => (document.getElementById("a").lang = "en"));
      await page.locator("#a .widget[lang=en]").waitFor();
      await quiet(page);
      for (const id of ["a", "b"]) {
        assert.deepEqual(await seen(page, id), { fallback: false, figures: true, loading: "", notice: null });
        assert.equal(await page.locator(`#${id} [part=findings]`).count(), 0);
      }
      await page.locator("#b [role=tab][data-view=disclosure]").click();
      await page.locator("#b .mark").first().waitFor();
      assert.deepEqual((await log(page)).sort(), ["ready a", "ready b"]);
      assert.equal(notes.length, 1);
    }));
}

test("a view of the app's says so where it cannot be had, and comes when the reader tries again", () => {
  let broken = true;
  const files = { [MODULE]: () => (broken ? { status: 500, body: "" } : {}) };
  return lab.visit({ body: element("a"), files, complaints: [...BROWSER_SAYS, NOTED] }, async (page) => {
    await page.locator("#a [role=tab][data-view=documents]").click();
    await page.locator("#a [data-retry]").waitFor();
    assert.match(await page.locator("#a .finding").innerText(), /没有载入/);
    // The other views still work.
    await page.locator("#a [role=tab][data-view=services]").click();
    await page.locator("#a .mark").first().waitFor();
    await page.locator("#a [role=tab][data-view=documents]").click();
    broken = false;
    await page.locator("#a [data-retry]").click();
    await page.locator('#a .mark[data-key="proactive.normative_documents.made"]').waitFor();
    assert.deepEqual(await seen(page, "a"), { fallback: false, figures: true, loading: "", notice: null });
  });
});

test("a view of the app's that is asked for first waits for it", () => {
  const { open, opened } = gate();
  const files = { [MODULE]: { hold: opened } };
  return lab.visit({ body: element("a").replace("overview", "fees"), files }, async (page) => {
    await page.locator("#a .finding").filter({ hasText: "正在载入" }).waitFor();
    open();
    await page.locator('#a .mark[data-key="proactive.fees.items_last_year"]').waitFor();
    assert.deepEqual(await log(page), ["ready a"]);
  });
});

test("Chromium 69 has the line too", { skip: oldChromiumUnavailable }, async () => {
  // It does not know 'wasm-unsafe-eval' yet.
  const server = await serveStage({ csp: "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self'" });
  const browser = await launchOldChromium();
  try {
    const page = await browser.newPage();
    const wrong = [];
    page.on("pageerror", (error) => wrong.push(String(error)));
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && wrong.push(message.text()));
    await page.goto(server.url + stageOf([{ view: "overview", lang: "en" }]));
    const found = await page.waitForFunction(() => {
      const part = document.querySelector("gongkai-report").shadowRoot.querySelector("[part=findings]");
      return part && { line: part.querySelector("summary").textContent, items: Array.from(part.querySelectorAll("li"), (item) => item.textContent) };
    });
    assertLongde(await found.jsonValue(), "en");
    assert.deepEqual(wrong, []);
  } finally {
    await browser.close();
    await server.close();
  }
});
