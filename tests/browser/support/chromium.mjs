// Today's Chromium by Playwright, for tests that need more of a browser than the four engines have in common
// (engines.mjs). A page must stay clean: an unexpected message on the console, an uncaught error or a request to another
// host fails any test.
//
//   const harness = await openHarness();             // one browser for the tests of a file
//   await harness.visit({ body: '<gongkai-report id="a" src="r.json">…', files: { "/r.json": { body } } },
//     async (page) => {                              // a page made for one test, with files of its own
//       await heard(page, "ready", "a");             // waits for the event
//       const { fallback, notice } = await seen(page, "a");
//     });
//   await harness.quiet({}, async (page) => {        // a page with widgets, on the built site
//     await show(page, [{ view: "services" }]);
//     await choose(page, "as", "table");
//   });
//   await harness.close();
import assert from "node:assert/strict";
import { launchChromium } from "../../../scripts/chromium.mjs";
import { startServer } from "../../../scripts/serve.mjs";
import { SITE, pageOf, tagsOf } from "./pages.mjs";

export { REPORT, SCRIPT, built } from "./pages.mjs";

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

/** @typedef {Record<string, string>} Attributes of one element; `src` is the Longde report unless given */

/** @param {Attributes[]} widgets */
function stagePage(widgets) {
  return pageOf({ body: `<main><h1>stage</h1>${tagsOf(widgets)}<p><a href="#after">after</a></p></main>` });
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
    return { body: stagePage(JSON.parse(query.get("widgets") ?? "[{}]")), type: "text/html; charset=utf-8" };
  };
  return startServer({ root: SITE, rules, ...options });
}

/**
 * @typedef {object} Visit
 * @property {string} [body] of the page, as HTML
 * @property {string} [head] instead of the widget's script
 * @property {string} [lang] of the page; zh-CN by default
 * @property {string | false} [csp] the policy of every response; the strictest that the widget allows by default
 * @property {Record<string, object | ((request: object) => object)>} [files] overrides of the site's files by
 *   path; see `Override` in scripts/serve.mjs
 * @property {RegExp[]} [complaints] the console messages, uncaught errors and foreign requests ("a request to
 *   …") that are expected
 * @property {(page: import("playwright-core").Page) => unknown} [before] is called before the page is opened
 * @property {import("playwright-core").BrowserContextOptions} [context]
 */

/** The line of the console for the site's staff: what is wrong, and the page of the docs. */
export const STAFF_LINE = /^gongkai: .* docs\/serving\.md#[\w-]+$/;

/**
 * Starts a browser, and a server with the site and the stage.
 * @param {Parameters<typeof startServer>[0]} [options]
 * @param {import("playwright-core").LaunchOptions} [launch] options of the browser
 */
export async function openHarness(options, launch) {
  const [browser, site] = await Promise.all([launchChromium(launch), serveStage(options)]);

  /** @param {import("playwright-core").BrowserContextOptions} how */
  async function open(how) {
    const context = await browser.newContext({ locale: "zh-CN", ...how });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    return page;
  }

  return {
    browser,
    url: site.url,
    /** What the reader of the last visit saw at its end. @type {{saw: string, message?: string} | null} */
    glimpse: null,

    /** Opens a page in a context of its own. @param {import("playwright-core").BrowserContextOptions} [how] */
    page: (how = {}) => open({ baseURL: site.url, ...how }),

    /**
     * Opens such a page, which must stay clean.
     * @param {import("playwright-core").BrowserContextOptions} how
     * @param {(page: import("playwright-core").Page) => Promise<unknown>} use
     */
    async quiet(how, use) {
      const page = await this.page(how);
      const wrong = watch(page, site.url, []);
      try {
        await use(page);
        assert.deepEqual(wrong, [], "the page must stay clean");
      } finally {
        await page.context().close();
      }
    },

    /**
     * @template T
     * @param {Visit} visit
     * @param {(page: import("playwright-core").Page, url: string) => Promise<T>} use
     * @returns {Promise<T>}
     */
    async visit({ body = "", head, lang, csp = true, files = {}, complaints = [], before, context }, use) {
      const own = { "/page.html": { body: pageOf({ body, head, lang }), type: "text/html; charset=utf-8" }, ...files };
      const rules = (request, path) => (typeof own[path] === "function" ? own[path](request) : own[path]);
      const server = await startServer({ root: SITE, csp, brotli: false, rules });
      const page = await open({ baseURL: server.url, ...context });
      try {
        const wrong = watch(page, server.url, complaints);
        await page.addInitScript(listen);
        await before?.(page);
        await page.goto("page.html");
        const result = await use(page, server.url);
        this.glimpse = await glimpsed(page);
        // A widget that reports an error also writes a line for the site's staff.
        const hasFailed = await page.evaluate(() => document.heard.some(({ kind }) => kind === "error")).catch(() => true);
        const unexpected = wrong.filter((what) => !(hasFailed && STAFF_LINE.test(what)));
        assert.deepEqual(unexpected, [], "the page must stay clean");
        return result;
      } finally {
        await page.context().close();
        await server.close();
      }
    },

    async close() {
      await browser.close();
      await site.close();
    },
  };
}

/**
 * Returns what a reader sees of the page's widgets, also in frames, as the table of docs/reliability.md says it.
 * @param {import("playwright-core").Page} page
 */
async function glimpsed(page) {
  const look = () => {
    const shown = (node) => node.checkVisibility({ visibilityProperty: true }) && node.getBoundingClientRect().height > 0;
    const roots = (within) => [...within.querySelectorAll("*")].filter((one) => one.shadowRoot).flatMap(({ shadowRoot }) => [shadowRoot, ...roots(shadowRoot)]);
    const find = (selector) => roots(document).flatMap((root) => [...root.querySelectorAll(selector)]).filter(shown);
    const [notice] = find("[part=notice] p");
    const [reason] = find("#panel .reason");
    return { hasFigures: find(".finding").length > 0, sentence: (notice ?? reason)?.textContent ?? "" };
  };
  const all = await Promise.all(page.frames().map((frame) => frame.evaluate(look).catch(() => null)));
  const found = all.filter((one) => one && (one.hasFigures || one.sentence));
  if (!found.length) return null;
  const message = found.map(({ sentence }) => sentence).find(Boolean)?.replace(/https?:\/\/127\.0\.0\.1:\d+/g, "http://host");
  const hasFigures = found.some((one) => one.hasFigures);
  return { saw: [hasFigures && "figures", message && "a sentence"].filter(Boolean).join(", and "), message };
}

/** @returns {string[]} what should not have happened; grows */
function watch(page, url, complaints) {
  const wrong = [];
  const note = (what) => complaints.some((expected) => expected.test(what)) || wrong.push(what);
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && note(message.text()));
  page.on("pageerror", (error) => note(String(error)));
  page.on("request", (request) => {
    if (/^(https?|wss?):/.test(request.url()) && !request.url().startsWith(url)) note(`a request to ${request.url()}`);
  });
  return wrong;
}

/** Records the widget's events. Runs in the page; the record is on the document, so that the window stays untouched. */
function listen() {
  document.heard = [];
  for (const kind of ["ready", "complete", "context", "select", "error"]) {
    document.addEventListener(`gongkai-${kind}`, ({ target, detail, bubbles, composed }) => {
      document.heard.push({ kind, id: target.id, detail, bubbles, composed });
    });
  }
}

/**
 * Waits until an element has fired an event `times` times.
 * @param {import("playwright-core").Page} page
 * @param {"ready" | "complete" | "context" | "select" | "error"} kind
 * @param {string} [id] of the element; any by default
 * @returns {Promise<any>} the last one's detail
 */
export async function heard(page, kind, id, times = 1) {
  const found = await page.waitForFunction(
    ([kind, id, times]) => {
      const all = document.heard.filter((one) => one.kind === kind && (id === undefined || one.id === id));
      return all.length >= times && { detail: all[all.length - 1].detail };
    },
    [kind, id, times],
  );
  return (await found.jsonValue()).detail;
}

/**
 * Returns the events so far, such as `ready a`, except for `complete`, which is fired when the app has loaded.
 * @param {import("playwright-core").Page} page
 */
export function log(page) {
  return page.evaluate(() => document.heard.filter(({ kind }) => !["complete", "context"].includes(kind)).map(({ kind, id }) => `${kind} ${id}`));
}

/**
 * Returns what a reader sees of one element.
 * @param {import("playwright-core").Page} page
 * @param {string} id
 * @returns {Promise<{fallback: boolean, figures: boolean, loading: string, notice: null |
 *   {message: string, facts: Record<string, string>, ways: string[]}}>}
 */
export function seen(page, id) {
  return page.locator(`#${id}`).evaluate((host) => {
    const root = host.shadowRoot;
    const shown = (node) => Boolean(node) && node.checkVisibility({ visibilityProperty: true }) && node.getBoundingClientRect().height > 0;
    const notice = root.querySelector("[part=notice]");
    return {
      fallback: host.childElementCount > 0 && [...host.children].every(shown),
      figures: shown(root.querySelector("[part=root] .finding")),
      loading: root.querySelector("[part=progress]").textContent,
      notice: shown(notice)
        ? {
            message: notice.querySelector("p").textContent,
            facts: Object.fromEntries([...notice.querySelectorAll("dt")].map((term) => [term.textContent, term.nextElementSibling.textContent])),
            ways: [...notice.querySelectorAll("button, a")].map((way) => way.textContent),
          }
        : null,
    };
  });
}

/** Returns a promise and the function that settles it, to hold back responses. */
export function gate() {
  let open;
  const opened = new Promise((done) => (open = done));
  return { open, opened };
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

/** Opens the choices that a button is among, as a reader does. @param {import("playwright-core").Locator} button */
export async function unfold(button) {
  const options = button.locator("xpath=ancestor::details");
  if ((await options.count()) && (await options.getAttribute("open")) === null) await options.locator("summary").click();
}

/** @param {import("playwright-core").Page} page @param {string} choice @param {string} value */
export async function choose(page, choice, value) {
  const button = page.locator(`button[data-choice=${choice}][data-value=${value}]`);
  await unfold(button);
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
