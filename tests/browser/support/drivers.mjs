// The four engines behind one small interface. What each can do beyond it, only the tests of that engine use.
import { transformSync } from "esbuild";
import { findChromium, launchChromium } from "../../../scripts/chromium.mjs";
import { findFirefox, launchFirefox } from "../../../scripts/firefox.mjs";
import { launchOldChromium, oldChromiumUnavailable } from "../../../scripts/old-chromium.mjs";
import { findWebKit, launchWebKit } from "../../../scripts/webkit.mjs";

/**
 * @typedef {object} Tab one page in one engine
 * @property {(url: string) => Promise<void>} goto
 * @property {(expression: string) => Promise<any>} run evaluates an expression, whose value is JSON or a promise of it
 * @property {(x: number, y: number) => Promise<void>} move
 * @property {(x: number, y: number) => Promise<void>} click
 * @property {(x: number, y: number) => Promise<void>} [tap]
 * @property {(name: string) => Promise<void>} key a key's name, such as `ArrowDown`, `a` or `Control+v`
 * @property {(text: string) => Promise<void>} type
 * @property {() => Promise<Buffer>} picture of the window as PNG
 * @property {() => Promise<unknown>} [print]
 * @property {() => Promise<void>} close
 *
 * @typedef {"default" | "smallest" | "zoom"} Reader a setting of text: a default size of 32, a smallest size of 24, or a
 *   zoom of 200 % of the text only
 *
 * @typedef {object} Engine
 * @property {string} title for people
 * @property {() => string | undefined} unavailable why it cannot run here
 * @property {RegExp[]} [complaints] what this engine reports though nothing is wrong
 * @property {Partial<Record<"touch" | "print" | "downloads" | "paste", string>>} cannot the reason for each thing that the engine cannot do
 * @property {Record<Reader, object | string>} readers what each setting needs, or the reason why it cannot be made
 * @property {(downloads: string, reader?: any) => Promise<{open: (how: {width: number, height: number}, server: string) => Promise<Tab>, close: () => Promise<void>}>} launch
 */

/** @type {Record<string, Engine>} */
export const ENGINES = {
  chromium: {
    title: "Chromium",
    unavailable: () => (findChromium() ? undefined : "there is no Chromium"),
    cannot: {},
    readers: {
      default: { args: ["--blink-settings=defaultFontSize=32"] },
      smallest: { args: ["--blink-settings=minimumFontSize=24"] },
      zoom: "Chromium on a desktop zooms all of the page or nothing",
    },
    async launch(downloads, { args } = {}) {
      const browser = await launchChromium({ downloadsPath: downloads, args });
      return {
        async open({ width, height }) {
          const context = await browser.newContext({ viewport: { width, height }, locale: "zh-CN", hasTouch: true, permissions: ["clipboard-read", "clipboard-write"] });
          const page = await context.newPage();
          page.on("download", async (download) => download.saveAs(`${downloads}/${download.suggestedFilename()}`));
          return {
            goto: async (url) => void (await page.goto(url)),
            run: (expression) => page.evaluate(expression),
            move: (x, y) => page.mouse.move(x, y),
            click: (x, y) => page.mouse.click(x, y),
            tap: (x, y) => page.touchscreen.tap(x, y),
            key: (name) => page.keyboard.press(name),
            type: (text) => page.keyboard.type(text),
            picture: () => page.screenshot(),
            print: () => page.pdf(),
            close: () => context.close(),
          };
        },
        close: () => browser.close(),
      };
    },
  },

  firefox: {
    title: "Firefox",
    unavailable: () => (findFirefox() ? undefined : "there is no Firefox (Debian's package firefox-esr)"),
    cannot: {},
    readers: {
      default: { preferences: { "font.size.variable.zh-CN": 32, "font.size.variable.x-western": 32 } },
      smallest: { preferences: { "font.minimum-size.zh-CN": 24, "font.minimum-size.x-western": 24 } },
      // Only the browser's own window can zoom.
      zoom: { textZoom: 2, args: ["-remote-allow-system-access"], preferences: { "browser.zoom.full": false, "browser.zoom.siteSpecific": false } },
    },
    async launch(downloads, { textZoom, ...options } = {}) {
      const browser = await launchFirefox({ downloads, ...options });
      return {
        async open({ width, height }) {
          const context = await browser.createBrowserContext();
          const page = await context.newPage();
          await page.setViewport({ width, height });
          const tab = puppeteerTab(page);
          // A page on another site begins without it.
          const zoomed = async (url) => {
            await tab.goto(url);
            await zoomText(browser, textZoom);
          };
          return { ...tab, ...(textZoom && { goto: zoomed }), close: () => context.close() };
        },
        close: () => browser.close(),
      };
    },
  },

  webkit: {
    title: "WebKit",
    unavailable: () => (findWebKit() ? undefined : "there is no WebKit with a driver (Debian's packages webkit2gtk-driver, xvfb, xauth)"),
    cannot: {
      touch: "WebKitGTK's driver takes a finger for a mouse",
      print: "WebKitGTK's driver has no command to print",
      downloads: "WebKitGTK's browser saves no file while it is driven",
    },
    readers: {
      default: "WebKitGTK's browser takes no text size from its command line, and its driver has no command for it",
      smallest: "WebKitGTK's browser takes no text size from its command line, and its driver has no command for it",
      zoom: "WebKitGTK's driver has no command to zoom, and its keys do not reach the browser's window",
    },
    async launch(downloads) {
      const { call, close } = await launchWebKit({ downloads });
      return { open: (how, server) => webkitTab(call, how, server), close };
    },
  },

  chromium69: {
    title: "Chromium 69",
    unavailable: () => oldChromiumUnavailable,
    cannot: { paste: "without a window Chromium 69 has no clipboard" },
    // It does not know 'wasm-unsafe-eval', so it refuses WebAssembly and the widget takes the plain script.
    complaints: [/refused by the policy: script-src eval/],
    readers: {
      default: { args: ["--blink-settings=defaultFontSize=32"] },
      smallest: { args: ["--blink-settings=minimumFontSize=24"] },
      zoom: "Chromium on a desktop zooms all of the page or nothing",
    },
    async launch(downloads, options) {
      const browser = await launchOldChromium(options);
      return {
        async open({ width, height }) {
          const page = await browser.newPage();
          await page.setViewport({ width, height, hasTouch: true });
          const session = await page.target().createCDPSession();
          await session.send("Page.setDownloadBehavior", { behavior: "allow", downloadPath: downloads });
          const tab = puppeteerTab(page);
          return { ...tab, run: (expression) => tab.run(lowered(expression)), close: () => page.close() };
        },
        close: () => browser.close(),
      };
    },
  },
};

/** Zooms the text of every page in Firefox. */
async function zoomText({ connection }, factor) {
  const { result } = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
  for (const { context } of result.contexts) {
    await connection.send("script.evaluate", { expression: `gBrowser.browsers.forEach((browser) => (browser.textZoom = ${factor}))`, target: { context }, awaitPromise: true });
  }
}

/** What both versions of puppeteer have. */
function puppeteerTab(page) {
  return {
    goto: async (url) => void (await page.goto(url)),
    run: (expression) => page.evaluate(expression),
    move: (x, y) => page.mouse.move(x, y),
    click: (x, y) => page.mouse.click(x, y),
    tap: (x, y) => page.touchscreen.tap(x, y),
    async key(name) {
      const keys = name.split("+");
      for (const held of keys.slice(0, -1)) await page.keyboard.down(held);
      await page.keyboard.press(keys.at(-1));
      for (const held of keys.slice(0, -1)) await page.keyboard.up(held);
    },
    type: (text) => page.keyboard.type(text),
    picture: async () => Buffer.from(await page.screenshot()),
    print: () => page.pdf(),
  };
}

/** WebDriver's codes of the keys that have no character. */
const CODES = {
  ArrowDown: "\uE015",
  ArrowLeft: "\uE012",
  ArrowRight: "\uE014",
  ArrowUp: "\uE013",
  Control: "\uE009",
  End: "\uE010",
  Enter: "\uE007",
  Escape: "\uE00C",
  Home: "\uE011",
  Shift: "\uE008",
  Tab: "\uE004",
};

/** Its window cannot be resized: that command does not end. So the page is in a frame of the wanted size. */
async function webkitTab(call, { width, height }, server) {
  const run = async (expression) => {
    const script = `const done = arguments[0]; Promise.resolve(${expression}).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await call("POST", "/execute/async", { script, args: [] });
    if (error) throw new Error(error);
    return value ?? undefined;
  };
  const pointer = (actions) => call("POST", "/actions", { actions: [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }] });
  const keys = (actions) => call("POST", "/actions", { actions: [{ type: "key", id: "keys", actions }] });
  await call("POST", "/frame", { id: null });
  await call("POST", "/url", { url: `${server}frame.html?${new URLSearchParams({ width, height })}` });
  return {
    async goto(url) {
      await call("POST", "/frame", { id: null });
      await run(`new Promise((done) => {
        const frame = document.querySelector("iframe");
        frame.onload = () => done();
        frame.src = ${JSON.stringify(url)};
      })`);
      await call("POST", "/frame", { id: 0 });
    },
    run,
    move: (x, y) => pointer([{ type: "pointerMove", x, y, duration: 0 }]),
    click: (x, y) => pointer([{ type: "pointerMove", x, y, duration: 0 }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }]),
    async key(name) {
      const pressed = name.split("+").map((one) => CODES[one] ?? one);
      await keys([...pressed.map((value) => ({ type: "keyDown", value })), ...pressed.reverse().map((value) => ({ type: "keyUp", value }))]);
    },
    type: (text) => keys([...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }])),
    picture: async () => Buffer.from(await call("GET", "/screenshot"), "base64"),
    async close() {
      await call("POST", "/frame", { id: null });
      await call("POST", "/url", { url: "about:blank" });
    },
  };
}

const kept = new Map();

/** Writes a script for Chromium 69. @param {string} expression */
function lowered(expression) {
  if (!kept.has(expression)) kept.set(expression, transformSync(`(${expression})`, { target: "chrome69" }).code.trim().replace(/;$/, ""));
  return kept.get(expression);
}
