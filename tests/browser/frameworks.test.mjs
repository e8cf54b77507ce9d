// The widget in pages made with React 18 and 19 in StrictMode, Vue 3 and Turbo: the libraries themselves, not what
// they are thought to do. jQuery is in pages.test.mjs.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import test, { after, before, describe } from "node:test";
import { build } from "esbuild";
import { REPORT, SCRIPT, heard, log, openHarness, seen, STAFF_LINE as LINE } from "./support/chromium.mjs";
import { pageOf } from "./support/pages.mjs";
import { recordVisits } from "./support/record.mjs";

const WHOLE = { fallback: false, figures: true, loading: "", notice: null };
const html = (body) => ({ body, type: "text/html; charset=utf-8" });
const script = (body) => ({ body, type: "text/javascript" });

let harness;
before(async () => (harness = await openHarness()));
after(() => harness.close());
recordVisits(() => harness);

/** Waits until the widget shows the report that it was given, and checks that a press on a tab leaves the address alone. */
async function works(page) {
  await heard(page, "complete", "one");
  assert.deepEqual(await seen(page, "one"), WHOLE);
  assert.match(await page.locator("#one h2").innerText(), /隆德县/);
  const address = page.url();
  await page.locator("#one [role=tab][data-view=services]").click();
  await page.locator("#one [role=tab][data-view=services][aria-selected=true]").waitFor();
  assert.equal(page.url(), address, "permalink={false} is off");
}

/** Pages whose library creates the element before the widget's script has run, and after. */
const ORDERS = { before: `<script src="library.js" defer></script>${SCRIPT}`, after: `${SCRIPT}<script src="library.js" defer></script>` };

for (const version of [18, 19]) {
  describe(`React ${version} in StrictMode`, () => {
    /** Writes a page's script. @param {string} component of the name Widget, which is given the report */
    async function bundled(component) {
      const contents = `
import { StrictMode, useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
${component}
function App() {
  const [report, setReport] = useState(null);
  const [isShown, setShown] = useState(true);
  useEffect(() => {
    fetch(${JSON.stringify(REPORT)}).then((response) => response.json()).then(setReport);
  }, []);
  return report && <><button id="toggle" onClick={() => setShown(!isShown)}>toggle</button>{isShown && <Widget report={report} />}</>;
}
createRoot(document.getElementById("root")).render(<StrictMode><App /></StrictMode>);`;
      const { outputFiles } = await build({
        stdin: { contents, loader: "jsx", resolveDir: resolve(`examples/react-${version}`) },
        bundle: true,
        format: "iife",
        jsx: "automatic",
        write: false,
        // Only then StrictMode runs every effect twice.
        define: { "process.env.NODE_ENV": '"development"' },
        logLevel: "error",
      });
      return script(Buffer.from(outputFiles[0].contents));
    }
    const byReference = `
function Widget({ report }) {
  const element = useRef(null);
  useEffect(() => {
    element.current.report = report;
    return () => { if (element.current) element.current.report = null; };
  }, [report]);
  return <gongkai-report id="one" ref={element} permalink={false}><p>替代内容</p></gongkai-report>;
}`;
    const byProperty = 'const Widget = ({ report }) => <gongkai-report id="one" report={report} permalink={false}><p>替代内容</p></gongkai-report>;';
    const visit = async (component, head, use, complaints = []) =>
      harness.visit({ head, body: '<div id="root"></div>', files: { "/library.js": await bundled(component) }, complaints }, use);

    for (const [order, head] of Object.entries(ORDERS)) {
      test(`a report given through a ref, React running ${order} the widget's script`, () =>
        visit(byReference, head, async (page) => {
          await works(page);
          assert.ok((await log(page)).every((line) => line === "ready one"), "no error in between");
          await page.click("#toggle");
          await page.locator("#one").waitFor({ state: "detached" });
          await page.click("#toggle");
          await heard(page, "complete", "one", 2);
          assert.deepEqual(await seen(page, "one"), WHOLE);
        }));
    }

    // React 18 writes every property of a custom element as an attribute, React 19 does if the element is not defined yet.
    test(`report={report}, React running after the widget's script${version === 18 ? ": a sentence" : ""}`, () =>
      visit(byProperty, ORDERS.after, (page) => (version === 18 ? refused(page) : works(page)), version === 18 ? [LINE] : []));
    test("report={report}, React running before the widget's script: a sentence", () =>
      visit(
        byProperty,
        '<script src="library.js" defer></script>',
        async (page) => {
          await page.locator("#one").waitFor({ state: "attached" });
          await page.addScriptTag({ url: "gongkai/gongkai.js" });
          await refused(page);
        },
        [LINE],
      ));

    async function refused(page) {
      const { code, message } = await heard(page, "error", "one");
      assert.equal(code, "report-attribute");
      const { fallback, notice } = await seen(page, "one");
      assert.deepEqual([fallback, notice.message], [true, message]);
    }
  });
}

describe("Vue 3", () => {
  /** Writes a page's script. @param {string} name of the property by which the report is given */
  async function application(name) {
    const library = await readFile("node_modules/vue/dist/vue.runtime.global.js", "utf8");
    return script(`${library}
const { createApp, h, reactive, ref } = Vue;
fetch(${JSON.stringify(REPORT)}).then((response) => response.json()).then((data) => {
  const [report, isShown] = [reactive(data), ref(true)];
  const render = () => [
    h("button", { id: "toggle", onClick: () => (isShown.value = !isShown.value) }, "toggle"),
    isShown.value ? h("gongkai-report", { id: "one", ${JSON.stringify(name)}: report, permalink: false }, h("p", "替代内容")) : null,
  ];
  createApp({ render }).mount("#root");
});`);
  }
  const open = async (name, head, use, complaints = []) =>
    harness.visit({ head, body: '<div id="root"></div>', files: { "/library.js": await application(name) }, complaints }, use);

  test(":report, Vue running after the widget's script", () =>
    open("report", ORDERS.after, async (page) => {
      await works(page);
      await page.click("#toggle");
      await page.locator("#one").waitFor({ state: "detached" });
      await page.click("#toggle");
      await heard(page, "complete", "one", 2);
      assert.deepEqual(await seen(page, "one"), WHOLE);
    }));

  for (const [name, wants] of [[".report", works], ["report", null]]) {
    test(`:${name}, Vue running before the widget's script${wants ? "" : ": a sentence"}`, () =>
      open(
        name,
        '<script src="library.js" defer></script>',
        async (page) => {
          await page.locator("#one").waitFor({ state: "attached" });
          await page.addScriptTag({ url: "gongkai/gongkai.js" });
          if (wants) return wants(page);
          const { code } = await heard(page, "error", "one");
          assert.equal(code, "report-attribute");
          assert.equal((await seen(page, "one")).fallback, true);
        },
        wants ? [] : [LINE],
      ));
  }
});

describe("Turbo", () => {
  const head = `<script src="turbo.js"></script>${SCRIPT}`;
  const page = (id, other) =>
    html(pageOf({ head, body: `<main><h1>${id}</h1><a id="to-${other}" href="${other}.html">${other}</a><gongkai-report id="${id}" src="${REPORT}" permalink="${id}"><p>替代内容</p></gongkai-report></main>` }));

  test("a page that is left, entered by a link and restored from its snapshot has its figures", async () =>
    harness.visit(
      {
        // Turbo's own progress bar is a style element.
        csp: false,
        files: {
          "/turbo.js": script(await readFile("node_modules/@hotwired/turbo/dist/turbo.es2017-umd.js")),
          "/one.html": page("one", "two"),
          "/two.html": page("two", "one"),
        },
      },
      async (page, url) => {
        await page.goto("one.html");
        await heard(page, "complete", "one");
        await page.evaluate(() => (document.isSame = true));
        await page.locator("#one [role=tab][data-view=services]").click();
        await page.waitForURL(`${url}one.html#gongkai-one=view:services,lang:zh-CN`);
        await page.click("#to-two");
        await heard(page, "complete", "two");
        assert.deepEqual(await seen(page, "two"), WHOLE);
        await page.goBack();
        await heard(page, "complete", "one", 2);
        assert.deepEqual(await seen(page, "one"), WHOLE);
        assert.equal(await page.locator("#one [role=tab][aria-selected=true]").getAttribute("data-view"), "services");
        await page.goForward();
        await heard(page, "complete", "two", 2);
        assert.deepEqual(await seen(page, "two"), WHOLE);
        assert.equal(await page.evaluate(() => document.isSame), true, "the pages came without a load");
        assert.ok((await log(page)).every((line) => line.startsWith("ready ")));
      },
    ));
});
