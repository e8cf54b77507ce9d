// A page with nothing but widgets on it, under the strict policy, in today's Chromium; and what many tests ask
// of a widget.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { launchChromium } from "../../scripts/chromium.mjs";
import { startServer } from "../../scripts/serve.mjs";

/** The views that the `draw` module draws; the others need the app. */
export const PRERENDERED = ["overview", "disclosure", "services", "procurement"];
export const VIEWS = [
  "overview",
  "disclosure",
  "activities",
  "documents",
  "services",
  "fees",
  "procurement",
  "applications",
  "reviews",
  "checks",
  "text",
];
export const COUNTY_2019 = "samples/fictional/county-2020.json";
export const COUNTY_2021 = "samples/fictional/county-2022.json";
export const CONTRADICTIONS = "samples/fictional/contradictions-2021.json";

/** Returns the attributes of a widget with a view, and with a report that has something to show there. @param {string} view */
export function telling(view) {
  const src = { applications: COUNTY_2019, reviews: COUNTY_2019, checks: CONTRADICTIONS }[view];
  return src ? { view, src } : { view };
}

export const LANGS = ["zh-CN", "en"];

const SITE = fileURLToPath(new URL("../../target/site", import.meta.url));
const REPORT = "samples/longde-2020.json";

/**
 * @typedef {Record<string, string>} Attributes of one element; `src` is the Longde report unless given
 * @param {Attributes[]} widgets
 */
function page(widgets) {
  const escape = (value) => String(value).replace(/[&"<]/g, (c) => `&#${c.charCodeAt(0)};`);
  const tags = widgets.map((attributes) => {
    const written = Object.entries({ src: REPORT, ...attributes }).map(([name, value]) => ` ${name}="${escape(value)}"`);
    return `<gongkai-report${written.join("")}><p>fallback</p></gongkai-report>`;
  });
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>stage</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="portal/icon.svg"><script src="gongkai/gongkai.js" defer></script></head>
<body><main><h1>stage</h1>${tags.join("\n")}<p><a href="#after">after</a></p></main></body></html>`;
}

/** Returns the address of a page with these widgets. @param {Attributes[]} widgets @param {string} [fragment] */
export function stageOf(widgets, fragment = "") {
  return `stage.html?${new URLSearchParams({ widgets: JSON.stringify(widgets) })}${fragment}`;
}

/** Serves the demo site, with the stage as another page. @param {Parameters<typeof startServer>[0]} [options] */
export function serveStage(options = {}) {
  const rules = (request, path) => {
    if (path !== "/stage.html") return undefined;
    const query = new URL(request.url, "http://host").searchParams;
    return { body: page(JSON.parse(query.get("widgets") ?? "[{}]")), type: "text/html; charset=utf-8" };
  };
  return startServer({ root: SITE, rules, ...options });
}

/**
 * Starts a browser and a server for the tests of one file.
 * @param {Parameters<typeof startServer>[0]} [options]
 */
export async function openStage(options) {
  const [browser, server] = await Promise.all([launchChromium(), serveStage(options)]);
  return {
    browser,
    url: server.url,

    /** Opens a page in a context of its own. @param {import("playwright-core").BrowserContextOptions} [how] */
    async page(how = {}) {
      const context = await browser.newContext({ baseURL: server.url, locale: "zh-CN", ...how });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      return page;
    },

    /**
     * Opens such a page. Its console messages, errors, and requests to other hosts fail the test.
     * @param {import("playwright-core").BrowserContextOptions} how
     * @param {(page: import("playwright-core").Page) => Promise<unknown>} use
     */
    async quiet(how, use) {
      const page = await this.page(how);
      const complaints = [];
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
      page.on("request", (request) => {
        const own = ["blob:", "about:"].some((scheme) => request.url().startsWith(scheme));
        if (!own && !request.url().startsWith(server.url)) complaints.push(`a request to ${request.url()}`);
      });
      try {
        await use(page);
        assert.deepEqual(complaints, []);
      } finally {
        await page.context().close();
      }
    },

    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/**
 * Opens a page with these widgets and waits until the app shows all of them, without motion.
 * @param {import("playwright-core").Page} page
 * @param {Attributes[]} widgets
 * @param {string} [fragment]
 */
export async function show(page, widgets = [{}], fragment) {
  const address = stageOf(widgets, fragment);
  // The same page with another fragment would not load again.
  await page.goto("about:blank");
  await page.goto(address);
  await ready(page);
}

/**
 * Waits until the app of every widget of the page has taken over.
 * @param {import("playwright-core").Page} page
 */
export async function ready(page) {
  await page.waitForFunction(() => {
    const all = [...document.querySelectorAll("gongkai-report")];
    return all.length > 0 && all.every((one) => one.shadowRoot?.querySelector(".gongkai[data-state=interactive], .compare .finding"));
  });
  await still(page);
}

/**
 * Waits until two frames in a row are the same and no transition is running.
 * @param {import("playwright-core").Page} page
 */
export function still(page) {
  return page.evaluate(
    () =>
      new Promise((done) => {
        const roots = [...document.querySelectorAll("gongkai-report")].map((one) => one.shadowRoot).filter(Boolean);
        let before;
        const look = () => {
          const now = roots.map((root) => root.innerHTML).join();
          const glides = roots.some((root) => root.getAnimations().some((one) => one.playState === "running"));
          if (now === before && !glides) return done();
          before = now;
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );
}

/** @param {import("playwright-core").Page} page @param {string} view */
export async function enter(page, view) {
  await page.locator(`[role=tab][data-view=${view}]`).click();
  await page.locator(`[role=tab][data-view=${view}][aria-selected=true]`).waitFor();
  await still(page);
}

/** @param {import("playwright-core").Page} page @param {string} choice @param {string} value */
export async function choose(page, choice, value) {
  const button = page.locator(`button[data-choice=${choice}][data-value=${value}]`);
  await button.click();
  await page.locator(`button[data-choice=${choice}][data-value=${value}][aria-pressed=true]`).waitFor();
  await still(page);
}

/**
 * Returns the marks in the reader's order, as shown.
 * @param {import("playwright-core").Page} page
 * @returns {Promise<{key: string, label: string, place: number, texts: string[], top: number, selected: boolean}[]>}
 */
export function marks(page) {
  return page.locator(".mark").evaluateAll((all) =>
    all
      .map((mark) => ({
        key: mark.dataset.key,
        label: mark.getAttribute("aria-label"),
        place: Number(mark.getAttribute("aria-posinset")),
        size: Number(mark.getAttribute("aria-setsize")),
        name: [...mark.querySelectorAll('[part=name]')].map((one) => one.textContent.trim()).join(" ").trim(),
        values: [...mark.querySelectorAll('[part=value]')].map((one) => one.textContent.trim()),
        top: mark.getBoundingClientRect().top,
        selected: mark.getAttribute("aria-selected") === "true",
      }))
      .sort((one, other) => one.place - other.place),
  );
}

/**
 * Returns the table as rows of texts, by key, without text that is for screen readers only.
 * @param {import("playwright-core").Page} page
 * @returns {Promise<{columns: string[], rows: {key: string, cells: string[]}[]}>}
 */
export function table(page) {
  return page.locator(".figure-table").evaluate((all) => ({
    columns: [...all.querySelectorAll("thead th")].map((one) => one.textContent.trim()),
    rows: [...all.querySelectorAll("tbody tr")].map((row) => ({
      key: row.dataset.key,
      cells: [...row.children].map((cell) => (cell.querySelector("[aria-hidden]") ?? cell).textContent.trim()),
    })),
  }));
}
