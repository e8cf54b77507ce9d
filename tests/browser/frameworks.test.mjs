// The widget in pages made with React 18 and 19 in StrictMode, Vue 3, Turbo and jQuery, in all engines: the libraries
// themselves, not what they are thought to do.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import test, { after, before, describe } from "node:test";
import { build, transformSync } from "esbuild";
import { STAFF_LINE as LINE } from "./support/chromium.mjs";
import { ENGINES } from "./support/drivers.mjs";
import { openEngine } from "./support/engines.mjs";
import { REPORT, SCRIPT, pageOf } from "./support/pages.mjs";
import { keep } from "./support/record.mjs";

const WHOLE = { fallback: false, figures: true, notice: null };
const html = (body) => ({ body, type: "text/html; charset=utf-8" });
const script = (body) => ({ body, type: "text/javascript" });
after(keep);

/** As its name does not say, it has syntax of 2022. */
const TURBO = transformSync(await readFile("node_modules/@hotwired/turbo/dist/turbo.es2017-umd.js", "utf8"), { target: "chrome69" }).code;

/** Waits until the widget shows the report that it was given, and checks that a press on a tab leaves the address alone. */
async function works(page) {
  await page.heard("complete", "one");
  assert.deepEqual(await page.seen("one"), WHOLE);
  assert.match(await page.text("#one >> h2"), /隆德县/);
  const address = await page.evaluate(() => location.href);
  await page.press("#one >> [role=tab][data-view=services]");
  await page.has("#one >> [role=tab][data-view=services][aria-selected=true]");
  assert.equal(await page.evaluate(() => location.href), address, "permalink={false} is off");
}

/** Waits for the sentence that says what is wrong with an attribute. */
async function refused(page) {
  const { code, message } = await page.heard("error", "one");
  assert.equal(code, "report-attribute");
  const { fallback, notice } = await page.seen("one");
  assert.deepEqual([fallback, notice.message], [true, message]);
}

/** Removes the widget by the library and brings it back. */
async function toggled(page) {
  await page.press("#toggle");
  await page.lacks("#one");
  await page.press("#toggle");
  await page.heard("complete", "one", 2);
  assert.deepEqual(await page.seen("one"), WHOLE);
}

/** Adds the widget's script to a page on which the library has already made the element. */
async function addScript(page) {
  await page.has("#one");
  await page.evaluate(() => document.head.append(Object.assign(document.createElement("script"), { src: "gongkai/gongkai.js" })));
}

/** The events so far without `complete`. */
const log = (page) => page.evaluate(() => document.heard.filter(({ kind }) => kind !== "complete").map(({ kind, id }) => `${kind} ${id}`));

const JQUERY = { "1.12": "node_modules/jquery-1/dist/jquery.js", "3.7": "node_modules/jquery/dist/jquery.js" };

/** Pages whose library creates the element before the widget's script has run, and after. */
const ORDERS = { before: `<script src="library.js" defer></script>${SCRIPT}`, after: `${SCRIPT}<script src="library.js" defer></script>` };
const ONLY_LIBRARY = '<script src="library.js" defer></script>';

/**
 * Writes the script of a page with a component `Widget`, which is given the report.
 * @param {number} version of React
 * @param {string} component
 * @param {string} engine
 */
async function reactPage(version, component, engine) {
  // Only there StrictMode runs every effect twice. React 19's measures times in a way that Chromium 69 does not know.
  const mode = version === 19 && engine === "chromium69" ? "production" : "development";
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
    target: "chrome69",
    define: { "process.env.NODE_ENV": JSON.stringify(mode) },
    logLevel: "error",
  });
  return script(Buffer.from(outputFiles[0].contents));
}

const BY_REFERENCE = `
function Widget({ report }) {
  const element = useRef(null);
  useEffect(() => {
    element.current.report = report;
    return () => { if (element.current) element.current.report = null; };
  }, [report]);
  return <gongkai-report id="one" ref={element} permalink={false}><p>替代内容</p></gongkai-report>;
}`;
const BY_PROPERTY = 'const Widget = ({ report }) => <gongkai-report id="one" report={report} permalink={false}><p>替代内容</p></gongkai-report>;';

/** Writes a page's script. @param {string} name of the property by which the report is given */
async function vuePage(name) {
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

for (const name of process.env.GONGKAI_ENGINES?.split(",") ?? Object.keys(ENGINES)) {
  const { title, unavailable } = ENGINES[name];
  const reason = unavailable();
  describe(title, { skip: reason && `${title} is left out: ${reason}` }, () => {
    let browser;
    before(async () => (browser = await openEngine(name)));
    after(() => browser.close());
    /** A test that is a row of the table of faults. @param {string} did @param {object} how @param {(page: import("./support/engines.mjs").Page, url: string) => unknown} use */
    const row = (did, how, use) =>
      test(did, async () => {
        const files = how.library && { "/library.js": await how.library() };
        await browser.visit({ body: '<div id="root"></div>', ...how, did, files: { ...files, ...how.files } }, use);
      });

    for (const version of [18, 19]) {
      const react = `React ${version} in StrictMode`;
      const byReference = () => reactPage(version, BY_REFERENCE, name);
      const byProperty = () => reactPage(version, BY_PROPERTY, name);
      for (const [order, head] of Object.entries(ORDERS)) {
        row(`${react}: a report given through a ref, React running ${order} the widget's script`, { head, library: byReference }, async (page) => {
          await works(page);
          assert.ok((await log(page)).every((line) => line === "ready one"), "no error in between");
          await toggled(page);
        });
      }

      // React 18 writes every property of a custom element as an attribute, React 19 does if the element is not defined yet.
      if (version === 18) {
        row(`${react}: report={report}, React running after the widget's script: a sentence`, { head: ORDERS.after, library: byProperty, complaints: [LINE] }, refused);
      } else {
        row(`${react}: report={report}, React running after the widget's script`, { head: ORDERS.after, library: byProperty }, works);
      }
      row(`${react}: report={report}, React running before the widget's script: a sentence`, { head: ONLY_LIBRARY, library: byProperty, complaints: [LINE] }, async (page) => {
        await addScript(page);
        await refused(page);
      });
    }

    row("Vue 3: :report, Vue running after the widget's script", { head: ORDERS.after, library: () => vuePage("report") }, async (page) => {
      await works(page);
      await toggled(page);
    });
    row("Vue 3: :.report, Vue running before the widget's script", { head: ONLY_LIBRARY, library: () => vuePage(".report") }, async (page) => {
      await addScript(page);
      await works(page);
    });
    row("Vue 3: :report, Vue running before the widget's script: a sentence", { head: ONLY_LIBRARY, library: () => vuePage("report"), complaints: [LINE] }, async (page) => {
      await addScript(page);
      await refused(page);
    });

    for (const [version, file] of Object.entries(JQUERY)) {
      const tag = `<gongkai-report id="one" src="${REPORT}"><p>替代内容</p></gongkai-report>`;
      const ways = {
        "html() with the script before the tag": `$("#root").html('<script src="gongkai/gongkai.js"><\\/script>${tag}')`,
        "html() with the script after the tag": `$("#root").html('${tag}<script src="gongkai/gongkai.js"><\\/script>')`,
        getScript: `$("#root").html('${tag}'), $.getScript("gongkai/gongkai.js")`,
      };
      for (const [way, use] of Object.entries(ways)) {
        // jQuery inserts inline script, which the strict policy refuses.
        row(`jQuery ${version}: ${way}`, { csp: false, head: '<script src="library.js"></script>', library: async () => script(await readFile(file)) }, async (page) => {
          await page.evaluate(`() => void (${use})`);
          await page.heard("complete", "one");
          assert.deepEqual(await page.seen("one"), WHOLE);
        });
      }
    }

    const turbo = `<script src="turbo.js"></script>${SCRIPT}`;
    const turboPage = (id, other) =>
      html(pageOf({ first: '<script src="harness.js"></script>', head: turbo, body: `<main><h1>${id}</h1><a id="to-${other}" href="${other}.html">${other}</a><gongkai-report id="${id}" src="${REPORT}" permalink="${id}"><p>替代内容</p></gongkai-report></main>` }));
    row(
      "Turbo: a page that is left, entered by a link and restored from its snapshot has its figures",
      {
        // Turbo's own progress bar is a style element.
        csp: false,
        files: { "/one.html": turboPage("one", "two"), "/two.html": turboPage("two", "one"), "/turbo.js": script(TURBO) },
      },
      async (page, url) => {
        await page.goto("one.html");
        await page.heard("complete", "one");
        await page.evaluate(() => {
          document.isSame = true;
        });
        await page.press("#one >> [role=tab][data-view=services]");
        await page.until((address) => location.href === address, `${url}one.html#gongkai-one=view:services,lang:zh-CN`);
        await page.press("#to-two");
        await page.heard("complete", "two");
        assert.deepEqual(await page.seen("two"), WHOLE);
        await page.evaluate(() => history.back());
        await page.heard("complete", "one", 2);
        assert.deepEqual(await page.seen("one"), WHOLE);
        assert.equal(await page.attribute("#one >> [role=tab][aria-selected=true]", "data-view"), "services");
        await page.evaluate(() => history.forward());
        await page.heard("complete", "two", 2);
        assert.deepEqual(await page.seen("two"), WHOLE);
        assert.equal(await page.evaluate(() => document.isSame), true, "the pages came without a load");
        assert.ok((await log(page)).every((line) => line.startsWith("ready ")));
      },
    );
  });
}
