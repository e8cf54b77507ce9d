// Pages that are made for one test and must stay clean: an unexpected message on the console, an uncaught error
// or a request to another host fails any test.
//
//   const lab = await openLab();                     // one browser for the tests of a file
//   await lab.visit({ body: '<gongkai-report id="a" src="r.json">…', files: { "/r.json": { body } } },
//     async (page) => {
//       await heard(page, "ready", "a");             // waits for the event
//       const { fallback, notice } = await seen(page, "a");
//     });
//   await lab.close();
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { launchChromium } from "../../scripts/chromium.mjs";
import { startServer } from "../../scripts/serve.mjs";

const SITE = fileURLToPath(new URL("../../target/site", import.meta.url));

/** The report that the site shows. */
export const REPORT = "samples/longde-2020.json";

export const SCRIPT = '<script src="gongkai/gongkai.js" defer></script>';

/** Reads a file of the site. @param {string} path */
export function built(path) {
  return readFile(`${SITE}/${path}`);
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

/** Starts a browser in which each visit has a server, a context and a page of its own. */
export async function openLab() {
  const browser = await launchChromium();
  return {
    /**
     * @template T
     * @param {Visit} visit
     * @param {(page: import("playwright-core").Page, url: string) => Promise<T>} use
     * @returns {Promise<T>}
     */
    async visit({ body = "", head = SCRIPT, lang = "zh-CN", csp = true, files = {}, complaints = [], before, context }, use) {
      const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>试验</title><link rel="icon" href="portal/icon.svg">${head}</head><body>${body}</body></html>`;
      const own = { "/page.html": { body: html, type: "text/html; charset=utf-8" }, ...files };
      const rules = (request, path) => (typeof own[path] === "function" ? own[path](request) : own[path]);
      const server = await startServer({ root: SITE, csp, brotli: false, rules });
      const visitor = await browser.newContext({ baseURL: server.url, locale: "zh-CN", ...context });
      try {
        const page = await visitor.newPage();
        page.setDefaultTimeout(15_000);
        const wrong = watch(page, server.url, complaints);
        await page.addInitScript(listen);
        await before?.(page);
        await page.goto("page.html");
        const result = await use(page, server.url);
        assert.deepEqual(wrong, [], "the page must stay clean");
        return result;
      } finally {
        await visitor.close();
        await server.close();
      }
    },

    close: () => browser.close(),
  };
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
  for (const kind of ["ready", "complete", "select", "error"]) {
    document.addEventListener(`gongkai-${kind}`, ({ target, detail, bubbles, composed }) => {
      document.heard.push({ kind, id: target.id, detail, bubbles, composed });
    });
  }
}

/**
 * Waits until an element has fired an event `times` times.
 * @param {import("playwright-core").Page} page
 * @param {"ready" | "complete" | "select" | "error"} kind
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
  return page.evaluate(() => document.heard.filter(({ kind }) => kind !== "complete").map(({ kind, id }) => `${kind} ${id}`));
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
