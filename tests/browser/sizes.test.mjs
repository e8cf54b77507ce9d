// The room that the widget really has: pages that zoom, scale, rotate or hide it. Sizes of text are in
// text-sizes.test.mjs.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { REPORT, SCRIPT, heard, openHarness, seen } from "./support/chromium.mjs";

const CATALOG = "samples/places/catalog.json";
const WHOLE = { fallback: false, figures: true, loading: "", notice: null };

const element = (id, attributes = `src="${REPORT}"`) =>
  `<gongkai-report id="${id}" ${attributes}><p>${id} 的替代内容</p></gongkai-report>`;

/** Styles by script, which every policy allows. */
const styled = (styles) => ({
  files: { "/style.css": { body: styles, type: "text/css" } },
  head: `<link rel="stylesheet" href="style.css">${SCRIPT}`,
});

/** Waits until no figure has been drawn anew for two frames, and returns what is measured of it. */
const figure = (page, id = "one") =>
  page.waitForFunction((id) => {
    const root = document.getElementById(id).shadowRoot;
    const svg = root.querySelector("svg.figure");
    if (!svg) return false;
    const room = svg.closest("#panel").clientWidth;
    const width = svg.viewBox.baseVal.width;
    return { room, width };
  }, id).then((handle) => handle.jsonValue());

test.describe("a page that changes the rectangle on the screen", () => {
  let lab;
  before(async () => (lab = await openHarness()));
  after(() => lab.close());

  const cases = {
    "zoom: 1.5 around it": "main { zoom: 1.5 }",
    "zoom: 0.7 around it": "main { zoom: 0.7 }",
    "zoom on the page": "html { zoom: 1.5 }",
    "scale(1.5)": "main { transform: scale(1.5); transform-origin: 0 0; width: 600px }",
    "scale(0.5)": "main { transform: scale(0.5); transform-origin: 0 0 }",
    "rotate(20deg)": "main { transform: rotate(20deg) }",
    "rotate(90deg)": "main { height: 900px; transform: rotate(90deg); width: 900px }",
  };
  for (const [name, styles] of Object.entries(cases)) {
    for (const moment of ["ready", "complete"]) {
      test(`${name}: figures fill the room that layout gives (${moment})`, () =>
        lab.visit({ ...styled(styles), body: `<main>${element("one", `src="${REPORT}" view="services"`)}</main>` }, async (page) => {
          await heard(page, moment, "one");
          const { room, width } = await figure(page);
          assert.ok(Math.abs(room - width) < 2, `${width} of ${room}`);
        }));
    }

    test(`${name}: a dot that is pointed at is the one that is described`, () =>
      lab.visit({ ...styled(`${styles} body { padding: 200px }`), body: `<main>${element("one", `src="${CATALOG}"`)}</main>` }, async (page) => {
        await heard(page, "ready", "one");
        await page.locator("#one [role=tab][data-value=distribution]").click();
        await page.locator("#one svg[data-open=strip]").focus();
        await page.keyboard.press("Home");
        for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowRight");
        const found = await page.evaluate(() => {
          const svg = document.querySelector("#one").shadowRoot.querySelector("svg[data-open=strip]");
          const marker = svg.querySelector("[data-open=current]");
          const spoken = () => svg.getAttribute("aria-valuetext");
          const { left, top, width, height } = marker.getBoundingClientRect();
          const described = spoken();
          svg.dispatchEvent(new KeyboardEvent("keydown", { key: "End", bubbles: true }));
          const last = spoken();
          svg.dispatchEvent(new PointerEvent("pointermove", { clientX: left + width / 2, clientY: top + height / 2, bubbles: true }));
          return { described, last, pointed: spoken() };
        });
        assert.notEqual(found.last, found.described);
        assert.equal(found.pointed, found.described);
      }));
  }

  test("hidden, in details or in a dialog, and revealed later", () =>
    lab.visit(
      {
        body: `<details>${element("one")}</details><dialog>${element("two")}</dialog><div hidden>${element("three")}</div>`,
      },
      async (page) => {
        for (const id of ["one", "two", "three"]) await heard(page, "complete", id);
        await page.evaluate(() => {
          document.querySelector("details").open = true;
          document.querySelector("dialog").show();
          document.querySelector("[hidden]").hidden = false;
          for (const one of document.querySelectorAll("gongkai-report")) one.view = "services";
        });
        for (const id of ["one", "two", "three"]) {
          await page.waitForFunction((id) => {
            const svg = document.getElementById(id).shadowRoot.querySelector("svg.figure");
            return svg && Math.abs(svg.viewBox.baseVal.width - svg.closest("#panel").clientWidth) < 2;
          }, id);
          assert.deepEqual(await seen(page, id), WHOLE);
        }
      },
    ));

  test("revealed before the app is there, it is drawn for its width", () =>
    lab.visit(
      { files: { "/gongkai/gongkai-app.js": { status: 404, body: "" } }, complaints: [/404|digest|integrity/, /^gongkai: /], body: `<div hidden>${element("one", `src="${REPORT}" view="services"`)}</div>` },
      async (page) => {
        await heard(page, "ready", "one");
        await page.evaluate(() => (document.querySelector("[hidden]").hidden = false));
        await page.waitForFunction(() => {
          const svg = document.querySelector("#one").shadowRoot.querySelector("svg.figure");
          return Math.abs(svg.viewBox.baseVal.width - svg.closest("#panel").clientWidth) < 2;
        });
      },
    ));

  test("in a shadow root of the host", () =>
    lab.visit({ body: '<div id="host"></div>' }, async (page) => {
      await page.evaluate((html) => (document.querySelector("#host").attachShadow({ mode: "open" }).innerHTML = html), element("one"));
      await page.waitForFunction(() => document.querySelector("#host").shadowRoot.querySelector("#one").shadowRoot.querySelector("[data-state=interactive] .finding"));
    }));
});

test("a page's own font size has no effect", async () => {
  const lab = await openHarness();
  try {
    await lab.visit({ ...styled("html { font-size: 100px } body { font-size: 40px }"), body: element("one") }, async (page) => {
      await heard(page, "complete", "one");
      assert.equal(await page.locator("#one .widget").evaluate((widget) => getComputedStyle(widget).fontSize), "16px");
    });
  } finally {
    await lab.close();
  }
});
