// One page API for the four engines: open a page, press, point, type, evaluate, wait, print, take a picture.
//
//   const browser = await openEngine("firefox");
//   await browser.visit({ widgets: [{ view: "services" }] }, async (page) => {
//     await page.ready();
//     await page.press("[role=tab][data-view=fees]");
//   });
//   await browser.close();
//
// A selector finds in the page and in every widget; `#b >> .mark` only in the widget `#b`. A visit fails if the
// page complains: an uncaught error, a message on the console, a request that the policy refuses.
import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { startServer } from "../../../scripts/serve.mjs";
import { ENGINES } from "./drivers.mjs";
import { SITE, pageOf, tagsOf } from "./pages.mjs";
import { record } from "./record.mjs";

/** Long, since other tests and compilers may take the processors. */
const TIMEOUT = 30_000;
const IN_PAGE = fileURLToPath(new URL("in-page.js", import.meta.url));
const HARNESS = '<script src="harness.js"></script>';

/**
 * @typedef {object} Visit
 * @property {Record<string, string>[]} [widgets] the attributes of each; `src` is the Longde report by default
 * @property {string} [did] what is done, if what the reader sees at the end is a row of docs/reliability.md
 * @property {string} [body] of the page, in place of `widgets`
 * @property {string} [head] of the page, in place of the widget's script
 * @property {string} [lang] of the page; zh-CN by default
 * @property {string} [fragment] of the page's address
 * @property {string | false} [csp] the policy; the strictest that the widget allows by default
 * @property {Record<string, object | ((request: object) => object)>} [files] overrides of the site's files by path; see `Override` in scripts/serve.mjs
 * @property {RegExp[]} [complaints] those that are expected
 * @property {number} [width] of the window, up to 1024
 * @property {number} [height] up to 730: WebKit's window has this size
 */

/** Starts an engine. @param {string} name a key of `ENGINES` @param {import("./drivers.mjs").Reader} [reader] a setting that it can make */
export async function openEngine(name, reader) {
  const engine = ENGINES[name];
  const downloads = await mkdtemp(join(tmpdir(), `gongkai-${name}-`));
  const browser = await engine.launch(downloads, reader && engine.readers[reader]);
  return {
    name,
    cannot: engine.cannot,

    /**
     * @template T
     * @param {Visit} visit
     * @param {(page: Page, url: string) => Promise<T>} use
     * @returns {Promise<T>}
     */
    async visit({ did, widgets, body = tagsOf(widgets ?? [{}]), head, lang, fragment = "", csp = true, files = {}, complaints = [], width = 900, height = 720 }, use) {
      const html = pageOf({ body, head, lang, first: HARNESS });
      const own = {
        "/page.html": { body: html, type: "text/html; charset=utf-8" },
        "/harness.js": { body: await readFile(IN_PAGE), type: "text/javascript" },
        ...files,
      };
      const requests = [];
      const rules = (request, path) => {
        requests.push(path);
        if (path === "/frame.html") return { body: frame(request), type: "text/html; charset=utf-8", csp: false };
        return typeof own[path] === "function" ? own[path](request) : own[path];
      };
      const server = await startServer({ root: SITE, csp, brotli: false, rules });
      const tab = await browser.open({ width, height }, server.url);
      const page = new Page(tab, { url: server.url, requests, downloads, expected: [...complaints, ...(engine.complaints ?? [])], cannot: engine.cannot });
      try {
        await page.goto(`page.html${fragment}`);
        const result = await use(page, server.url);
        if (did) record({ did, engine: name, ...(await page.evaluate(() => document.harness.glimpse())) });
        await page.assertClean();
        return result;
      } finally {
        await tab.close();
        await server.close();
      }
    },

    async close() {
      await browser.close();
      await rm(downloads, { recursive: true, force: true });
    },
  };
}

/** The page around the frame in which WebKit shows the page under test. */
function frame(request) {
  const query = new URL(request.url, "http://host").searchParams;
  const [width, height] = ["width", "height"].map((name) => Number(query.get(name)));
  return `<!doctype html><title>frame</title><style>body { margin: 0 } iframe { border: 0; display: block }</style><iframe width="${width}" height="${height}"></iframe>`;
}

export class Page {
  #tab;
  #of;

  /** @param {import("./drivers.mjs").Tab} tab */
  constructor(tab, of) {
    this.#tab = tab;
    this.#of = of;
  }

  /** The paths that the server was asked for so far. */
  get requests() {
    return this.#of.requests;
  }

  /** Opens an address, relative to the server's. The same page with another fragment is loaded anew too. */
  async goto(address) {
    if (this.isOpen) await this.assertClean();
    await this.#tab.goto("about:blank");
    await this.#tab.goto(new URL(address, this.#of.url).href);
    this.isOpen = true;
  }

  /** Runs a function in the page. It sees nothing from outside; its arguments and result are JSON. */
  evaluate(use, ...args) {
    return this.#tab.run(`(${use})(${args.map((one) => JSON.stringify(one) ?? "undefined").join(", ")})`);
  }

  /** Waits until a function in the page returns something, and returns that. */
  async until(use, ...args) {
    const end = Date.now() + TIMEOUT;
    for (;;) {
      const found = await this.evaluate(use, ...args);
      if (found) return found;
      if (Date.now() > end) assert.fail(`waited ${TIMEOUT / 1000} s for ${use} (${JSON.stringify(args)})`);
      await pause(20);
    }
  }

  /** Waits until an element is there, with this text if one is given. @param {string} selector @param {string} [words] */
  has(selector, words = "") {
    return this.until((selector, words) => document.harness.all(selector).some((one) => one.textContent.includes(words)), selector, words);
  }

  /** Waits until no such element is there. */
  lacks(selector) {
    return this.until((selector) => document.harness.all(selector).length === 0, selector);
  }

  count(selector) {
    return this.evaluate((selector) => document.harness.all(selector).length, selector);
  }

  /** The text of the first such element. */
  text(selector) {
    return this.until((selector) => document.harness.find(selector) && ` ${document.harness.text(document.harness.find(selector))}`, selector).then((text) => text.slice(1));
  }

  attribute(selector, name) {
    return this.evaluate((selector, name) => document.harness.find(selector).getAttribute(name), selector, name);
  }

  /** Presses an element with the pointer, once it can be seen and stands still. */
  async press(selector) {
    await this.#tab.click(...(await this.#spot(selector)));
  }

  /** Points at an element. */
  async point(selector) {
    await this.#tab.move(...(await this.#spot(selector)));
  }

  /** Touches an element. */
  async touch(selector) {
    assert.equal(this.#of.cannot.touch, undefined);
    await this.#tab.tap(...(await this.#spot(selector)));
  }

  #spot(selector) {
    return this.until((selector) => document.harness.spot(selector), selector);
  }

  focus(selector) {
    return this.evaluate((selector) => document.harness.find(selector).focus(), selector);
  }

  /** Presses keys, one after another. */
  async key(...names) {
    for (const name of names) await this.#tab.key(name);
  }

  type(text) {
    return this.#tab.type(text);
  }

  /** Waits until every widget answers by its app or comparison, and nothing moves. */
  async ready() {
    await this.until(() => {
      const all = document.harness.widgets();
      return all.length > 0 && all.every((one) => one.shadowRoot && one.shadowRoot.querySelector(".gongkai[data-state=interactive], .compare .finding"));
    });
    await this.still();
  }

  /** Waits until nothing has changed for a moment. */
  still() {
    return this.until(() => document.harness.isStill());
  }

  /** Waits for an event of a widget, and returns its detail. */
  async heard(kind, id, times = 1) {
    const one = await this.until(
      (kind, id, times) => {
        const all = document.heard.filter((one) => one.kind === kind && (!id || one.id === id));
        return all.length >= times && { detail: all[all.length - 1].detail };
      },
      kind,
      id ?? "",
      times,
    );
    return one.detail;
  }

  /** Returns what a reader sees of the element with this id: fallback, figures, notice. */
  seen(id) {
    return this.evaluate((id) => document.harness.seen(id), id);
  }

  /** Returns the finding, marks, table, checks and text of a widget. */
  read(host = "") {
    return this.evaluate((host) => document.harness.read(host), host);
  }

  async enter(view) {
    await this.press(`[role=tab][data-view=${view}]`);
    await this.has(`[role=tab][data-view=${view}][aria-selected=true]`);
    await this.still();
  }

  /** Opens folded parts, such as the choices or what can be downloaded. */
  unfold(selector) {
    return this.evaluate((selector) => document.harness.all(selector).forEach((one) => (one.open = true)), selector);
  }

  async choose(choice, value) {
    await this.unfold(".options");
    await this.press(`button[data-choice=${choice}][data-value=${value}]`);
    await this.has(`button[data-choice=${choice}][data-value=${value}][aria-pressed=true]`);
    await this.still();
  }

  /** Gives a file to an input. */
  give(selector, name, bytes, type) {
    return this.evaluate((selector, name, data, type) => document.harness.give(selector, name, data, type), selector, name, bytes.toString("base64"), type);
  }

  /** Presses what saves a file, and returns the file that the browser saved; where it saves none, the file that it was given. */
  async saved(selector) {
    const { downloads, cannot } = this.#of;
    if (cannot.downloads) {
      await this.evaluate(() => document.harness.catchSaves());
      await this.press(selector);
      const { name, base64 } = await this.until(() => document.harness.saves.pop());
      return { name, body: Buffer.from(base64, "base64") };
    }
    await this.press(selector);
    const end = Date.now() + TIMEOUT;
    for (let before = ""; ; await pause(50)) {
      const names = (await readdir(downloads)).filter((name) => !name.startsWith(".") && !/\.(part|crdownload|wkdownload)$/.test(name));
      // Playwright keeps the file under a name of its own too.
      const name = names.find((name) => name.includes("."));
      if (name) {
        const body = await readFile(join(downloads, name));
        // Complete once it has stopped growing.
        if (body.length > 0 && before === `${name} ${body.length}`) {
          for (const one of names) await rm(join(downloads, one));
          return { name, body };
        }
        before = `${name} ${body.length}`;
      }
      if (Date.now() > end) assert.fail(`nothing was saved; there is ${names.join()}`);
    }
  }

  /** Prints the page where the engine can, else only tells the page that it is printed; returns what was on paper. */
  async print() {
    const before = await this.evaluate(() => document.harness.printed.length);
    if (this.#of.cannot.print) {
      await this.evaluate(() => {
        dispatchEvent(new Event("beforeprint"));
        dispatchEvent(new Event("afterprint"));
      });
    } else {
      await this.#tab.print();
    }
    return this.until((before) => document.harness.printed.length > before && document.harness.printed[before], before);
  }

  /** Takes a picture of the window. */
  picture() {
    return this.#tab.picture();
  }

  /** Fails if the page has complained, but for what was expected. */
  async assertClean() {
    const complaints = await this.evaluate(() => document.harness.complaints);
    assert.deepEqual(complaints.filter((one) => !this.#of.expected.some((expected) => expected.test(one))), [], "the page must stay clean");
  }
}
