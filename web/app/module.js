/** The script of the app. */

import { Widget, adopt, explain, instantiate, on_panic } from "gongkai-app";
import { css, importModule, script, wasm } from "./assets.js";
import { copy, png, save } from "./export.js";
import { handOver } from "./hand-over.js";

/**
 * @typedef {object} Host what the app needs of the widget's session
 * @property {HTMLElement} element
 * @property {() => object} settings
 * @property {() => string} lang
 * @property {(kind: string, detail?: object) => void} dispatch
 * @property {(fragment: string) => void} keep the link to what is shown
 * @property {(html: string | null) => void} paper shows HTML on paper in the place of the figures, until null
 * @property {() => HTMLElement} aside an empty place above the figures
 * @property {(json: string, name: string) => void} preview shows a report in the place of the page's
 * @property {() => void} restore shows the page's report again
 * @property {() => void} onBroken the app has stopped; nothing of it is called from then on
 *
 * @typedef {object} Given a report, and what was shown of it before
 * @property {string} json
 * @property {string[]} others reports of the years before and after it
 * @property {() => {link: string | undefined, current: string | undefined}} shown
 *
 * @typedef {object} Running
 * @property {(given: Given) => void} show another report
 * @property {() => void} update the settings or the page's fragment are others
 * @property {() => void} free
 *
 * @typedef {object} App
 * @property {{file: string, integrity: string}} css the style sheet that its views need
 * @property {(json: string, file: string, lang: string) => string | undefined} explain
 * @property {(given: Given, outlet: HTMLElement, host: Host, onTakeover: (outlet: HTMLElement) => void) => Running | undefined} run
 *   draws the report apart from the page, and takes over from `outlet` once that shows just what is drawn
 */

/**
 * @param {typeof import("../modules.js").startModule} startModule
 * @param {typeof import("../modules.js").importScript} importScript
 * @returns {Promise<App>}
 */
export async function start(startModule, importScript) {
  await startModule(wasm, script, instantiate, adopt);
  let isBroken = false;
  /** @type {Set<() => void>} */
  const running = new Set();
  const stop = (error) => {
    if (isBroken) return;
    isBroken = true;
    console.error("gongkai: the app has stopped:", error);
    // Not from inside a call of the module.
    Promise.resolve().then(() => running.forEach((broken) => broken()));
  };
  /** An instance that has thrown is in an unknown state, and is left alone from then on. */
  const guarded = (call) => {
    if (isBroken) return undefined;
    try {
      return call();
    } catch (error) {
      stop(error);
      return undefined;
    }
  };
  guarded(() => on_panic(stop));
  // What traps without a panic (the stack or the memory used up) inside a listener or a timer.
  addEventListener("error", ({ error }) => {
    if (error instanceof WebAssembly.RuntimeError && /gongkai-app/.test(error.stack)) stop(error);
  });
  /** @type {Promise<import("../import/module.js").Program> | null} */
  let importing = null;
  const loadImport = () => {
    if (!importing) {
      importing = importScript(importModule).then(({ start }) => start(startModule));
      // The reader may ask again.
      importing.catch(() => (importing = null));
    }
    return importing;
  };

  function run(given, outlet, host, onTakeover) {
    const fresh = document.createElement("div");
    /** @type {Widget | undefined} */
    let widget;
    let handed = given.shown();
    let isShown = false;
    const announce = (outcome) => guarded(() => widget && widget.announce(outcome, host.settings()));
    const attempt = (outcome, action) =>
      action().then(
        () => announce(outcome),
        (error) => {
          console.warn("gongkai:", error);
          announce("failed");
        },
      );

    /** Called from inside the module: nothing here may call into it at once. */
    const requests = {
      ready() {
        Promise.resolve().then(ready);
      },
      select: (detail) => host.dispatch("select", detail),
      link: ({ fragment }) => host.keep(fragment),
      save: (file) => attempt("saved", async () => save(file.name, file.media === "image/png" ? await png(file.text) : new Blob([file.text], { type: file.media }))),
      "copy-link": () => attempt("copied", () => copy(location.href)),
      print: () => setTimeout(() => print()),
      "open-file": () => attempt("", () => openFile()),
    };

    function ready() {
      if (!widget || isBroken) return;
      if (isShown) return host.dispatch("ready");
      const shown = given.shown();
      if (shown.link !== handed.link || shown.current !== handed.current) {
        // The reader has done something since: the app draws that first.
        handed = shown;
        guarded(() => widget.hand_over(host.settings(), shown.link, shown.current));
        return;
      }
      isShown = true;
      handOver(outlet, fresh);
      onTakeover(fresh);
    }

    async function openFile() {
      const { open } = await loadImport();
      if (!widget) return;
      open({ place: host.aside(), lang: host.lang, preview: host.preview, restore: host.restore });
    }

    const paper = () => host.paper((isShown && guarded(() => widget.paper(host.lang()))) || null);
    const screen = () => host.paper(null);
    const broken = () => {
      widget = undefined;
      free();
      host.onBroken();
    };

    function free() {
      running.delete(broken);
      removeEventListener("beforeprint", paper);
      removeEventListener("afterprint", screen);
      screen();
      const old = widget;
      widget = undefined;
      if (old) guarded(() => old.destroy());
    }

    const show = ({ json, others }, { link, current }) =>
      guarded(() => widget.show(json, others, host.settings(), link, current));

    widget = guarded(() => new Widget(host.element, fresh, (kind, detail) => widget && requests[kind](detail)));
    if (!widget || !show(given, handed)) return undefined;
    running.add(broken);
    addEventListener("beforeprint", paper);
    addEventListener("afterprint", screen);
    return {
      show: (next) => void show(next, next.shown()),
      update: () => void guarded(() => widget.update(host.settings())),
      free,
    };
  }

  return {
    css,
    explain: (json, file, lang) => guarded(() => explain(json, file, lang)),
    run: (...given) => (isBroken ? undefined : run(...given)),
  };
}
