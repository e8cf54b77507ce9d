/** The script of the app. It starts the WebAssembly and does for it what needs the browser. */

import { Widget, adopt, explain, instantiate, on_panic } from "gongkai-app";
import { onDemand, pictureLoader } from "../picture/load.js";
import { contextModule, importModule, script } from "./assets.js";
import { copy, isAllowed, save } from "./export.js";
import { handOver } from "./hand-over.js";
import { replaceContent, showText } from "./share.js";
import { unclip } from "./unclip.js";

/**
 * @typedef {object} Host the app's interface to the widget's session
 * @property {() => object} settings
 * @property {() => import("../messages.js").Lang} lang
 * @property {() => string | null} catalog the address of the catalogue as the page states it
 * @property {(css: {file: string, integrity: string}) => Promise<void>} addStyle
 * @property {() => string | null} desk the address of the desk as the page states it
 * @property {(kind: string, detail?: object) => void} dispatch dispatches an event to the page
 * @property {(entry: string) => void} saveLink puts an entry, such as `#gongkai=view:fees`, into the page's address
 * @property {() => string} link the page's address with that entry
 * @property {() => Promise<import("../notice.js").Notice>} loadNotice
 * @property {() => HTMLElement} overlay creates an empty element above the page
 * @property {() => HTMLElement} aside creates an empty element above the figures
 * @property {(json: string, name: string) => void} preview shows a report instead of the page's
 * @property {() => void} restore shows the page's report again
 * @property {() => void} onBroken is called when the app has stopped; nothing may call it from then on
 *
 * @typedef {object} Input a report, and what is shown of it
 * @property {string} json
 * @property {string[]} others reports of the years before and after it
 * @property {boolean} [isPreview] whether it is a report of the reader's own
 * @property {() => Shown} shown
 *
 * @typedef {object} Shown
 * @property {string | undefined} link to the view, choices and selection
 * @property {string | undefined} current the key of the mark that the reader points at
 *
 * @typedef {{catalog: string | null, json: string, context: import("gongkai-context").ReportContext | undefined}} Known
 *
 * @typedef {object} Running a widget of the app
 * @property {(input: Input) => void} show shows another report
 * @property {() => void} update is called when the settings or the page's fragment have changed
 * @property {() => void} free
 *
 * @typedef {object} App
 * @property {(json: string, file: string, lang: string) => string | undefined} explain says why a report is invalid
 * @property {(input: Input, outlet: HTMLElement, host: Host, onTakeover: (outlet: HTMLElement) => void) => Running | undefined} run
 *   draws the report outside the page, and replaces `outlet` once that shows the same
 */

/** What became of an action, if that is more to say than that it succeeded or failed. */
class Outcome {
  /** @param {string} message */
  constructor(message) {
    this.message = message;
  }
}

/**
 * @param {import("../modules.js").Program} program
 * @param {import("../modules.js").Loader} loader
 * @param {import("../html.js").Html} html
 * @returns {Promise<App>}
 */
export async function start(program, loader, html) {
  await loader.startModule(program, script, instantiate, adopt);
  let isBroken = false;
  /** Called when the app stops. @type {Set<() => void>} */
  const listeners = new Set();
  const stop = (/** @type {unknown} */ error) => {
    if (isBroken) return;
    isBroken = true;
    console.error("gongkai: the app has stopped:", error);
    // Later, since this may be called from inside the module.
    Promise.resolve().then(() => listeners.forEach((listener) => listener()));
  };
  /**
   * Calls the module, unless it has thrown before: it is in an unknown state from then on.
   * @template T
   * @param {() => T} call
   * @returns {T | undefined}
   */
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
  // Traps without a panic (when the stack or the memory is used up) inside a listener or a timer.
  addEventListener("error", ({ error }) => {
    if (error instanceof WebAssembly.RuntimeError && /gongkai-app/.test(String(error.stack))) stop(error);
  });
  const loadImport = onDemand(async () => {
    /** @type {import("../import/module.js")} */
    const script = await loader.importScript(importModule);
    return script.start(loader);
  });
  const loadPicture = pictureLoader(loader.importScript);
  const loadContext = onDemand(async () => {
    /** @type {import("../context/module.js")} */
    const script = await loader.importScript(contextModule);
    return script.start(loader);
  });

  /** @type {App["run"]} */
  function run(input, outlet, host, onTakeover) {
    const fresh = document.createElement("div");
    /** @type {Widget | undefined} */
    let widget;
    /** What the app draws. */
    let drawn = input.shown();
    /** Whether the app's elements are in the page. */
    let isShown = false;
    /** The report's context, and what it was made from. @type {Known} */
    let known = { catalog: null, json: input.json, context: undefined };
    /** @param {string} outcome */
    const announce = (outcome) => guarded(() => widget && widget.announce(outcome, host.settings()));
    /** Announces the outcome of an action. @param {string} outcome @param {() => Promise<string | void>} action gives another outcome, if there was one */
    const attempt = (outcome, action) =>
      action().then(
        (instead) => announce(instead || outcome),
        (error) => {
          if (error instanceof Outcome) return announce(error.message);
          console.warn("gongkai:", error);
          announce("failed");
        },
      );

    /**
     * The app's requests. They are called from inside the module, so none may call it at once.
     * @type {Record<string, (detail: any) => void>}
     */
    const requests = {
      ready() {
        Promise.resolve().then(ready);
      },
      select: (detail) => host.dispatch("select", detail),
      link: ({ entry }) => host.saveLink(entry),
      /** @param {{name: string, media: string, text: string}} file */
      save: (file) => attempt("saved", () => saveFile(file)),
      "copy-link": () => attempt("copied", () => share(host.link(), false)),
      cite: ({ text }) => attempt("cited", () => share(text, true)),
      picture: (file) => attempt("shown", () => sharePicture(file)),
      print({ text }) {
        sheet = text || null;
        setTimeout(() => attempt("", printPage));
      },
      "open-file": () => attempt("", () => openFile()),
    };

    function ready() {
      const current = widget;
      if (!current || isBroken) return;
      if (isShown) return host.dispatch("ready");
      const shown = input.shown();
      if (shown.link !== drawn.link || shown.current !== drawn.current) {
        // The reader has changed what is shown, so the app draws that first.
        drawn = shown;
        guarded(() => current.hand_over(host.settings(), shown.link, shown.current));
        return;
      }
      isShown = true;
      handOver(outlet, fresh);
      onTakeover(fresh);
      updateContext();
    }

    /** Takes the report's other years from the catalogue that the page names, once the report is shown. */
    async function updateContext() {
      const catalog = input.isPreview ? null : host.catalog();
      if (!isShown || (known.catalog === catalog && known.json === input.json)) return;
      const { json } = input;
      dropContext();
      /** @type {Known} */
      const wanted = { catalog, json, context: undefined };
      known = wanted;
      const isCurrent = () => widget && known === wanted;
      if (!catalog) {
        guarded(() => widget && widget.set_context(undefined, host.settings()));
        return;
      }
      try {
        const { css, load } = await loadContext();
        const [context] = await Promise.all([load(json, catalog), host.addStyle(css)]);
        if (!context) return;
        if (!isCurrent()) return context.free();
        wanted.context = context;
        guarded(() => widget && widget.set_context((link, width, em) => context.context(link, width, em), host.settings()));
        host.dispatch("context", { problem: context.problem() || null });
      } catch (error) {
        // The report is shown as it is without.
        console.warn("gongkai:", error);
        if (isCurrent()) host.dispatch("context", { problem: "unreachable" });
      }
    }

    /** The app must have forgotten it. */
    function dropContext() {
      const { context } = known;
      known = { catalog: null, json: "", context: undefined };
      if (context) context.free();
    }

    /**
     * Copies a text, or shows it selected where that is not allowed.
     * @param {string} text
     * @param {boolean} isShown whether to show it anyway
     */
    async function share(text, isShown) {
      const place = fresh.querySelector(".shared");
      const isCopied = await copy(text).then(
        () => true,
        () => false,
      );
      if (place && (isShown || !isCopied)) showText(place, text);
      else if (!isCopied) throw new Error("the browser did not copy");
      return isCopied ? undefined : "select";
    }

    /** @param {{name: string, text: string, alt: string, label: string}} file */
    async function sharePicture({ name, text, alt, label }) {
      const { showPicture } = await loadPicture();
      const place = fresh.querySelector(".shared");
      if (!place) return;
      await showPicture({
        svg: text,
        parse: html.parseSvg,
        alt,
        label,
        save: (blob) => save(name, blob),
        show: (...content) => replaceContent(place, ...content),
      });
    }

    async function openFile() {
      const { open } = await loadImport();
      if (!widget) return;
      open({ html, container: host.aside(), lang: host.lang, desk: host.desk, preview: host.preview, restore: host.restore, save });
    }

    /** @param {{name: string, media: string, text: string}} file */
    async function saveFile({ name, media, text }) {
      const pictures = media === "image/png" ? await loadPicture() : undefined;
      const picture = pictures && (await pictures.canvas(text, html.parseSvg));
      const allowed = isAllowed("allow-downloads");
      if (allowed !== false) save(name, pictures && picture ? await pictures.png(picture) : new Blob([text], { type: media }));
      if (!allowed) await offer(allowed === false ? "frame-save" : "maybe-saved", text, picture);
    }

    async function printPage() {
      if (typeof print !== "function") return say("no-print");
      if (isAllowed("allow-modals") === false) return say("frame-print");
      print();
    }

    /**
     * Gives the reader a content to copy or to save, and announces that instead of a success.
     * @param {"frame-save" | "maybe-saved"} reason
     * @param {string} text
     * @param {HTMLCanvasElement} [picture]
     */
    async function offer(reason, text, picture) {
      const notice = await host.loadNotice();
      notice.offer(host.overlay(), { lang: host.lang(), reason, text, picture, copy });
      await say(reason);
    }

    /** Announces a sentence instead of a success. @param {import("../notice/messages.js").Key} key */
    async function say(key) {
      const { message } = await host.loadNotice();
      throw new Outcome(message(host.lang(), key));
    }

    /** The view to print, as HTML; null for the whole report. @type {string | null} */
    let sheet = null;
    let reclip = () => {};
    /** What is printed instead of the figures. @type {HTMLElement | null} */
    let paper = null;
    const onBeforePrint = () => {
      if (paper) return;
      reclip();
      reclip = unclip(fresh);
      const text = isShown && (sheet || guarded(() => widget && widget.paper(host.lang())));
      if (!text) return;
      fresh.classList.add("on-paper");
      paper = host.overlay();
      paper.classList.add("paper");
      html.set(paper, text);
    };
    const onAfterPrint = () => {
      fresh.classList.remove("on-paper");
      if (paper) paper.remove();
      paper = null;
      reclip();
      reclip = () => {};
      sheet = null;
    };
    const onStopped = () => {
      widget = undefined;
      free();
      host.onBroken();
    };

    function free() {
      listeners.delete(onStopped);
      removeEventListener("beforeprint", onBeforePrint);
      removeEventListener("afterprint", onAfterPrint);
      onAfterPrint();
      const old = widget;
      widget = undefined;
      if (old) guarded(() => old.destroy());
      dropContext();
    }

    /** @param {Input} input @param {Shown} shown */
    const show = ({ json, others }, { link, current }) =>
      guarded(() => widget && widget.show(json, others, host.settings(), link, current));

    widget = guarded(() => new Widget(fresh, (kind, detail) => widget && requests[kind](detail)));
    if (!widget || !show(input, drawn)) return undefined;
    listeners.add(onStopped);
    addEventListener("beforeprint", onBeforePrint);
    addEventListener("afterprint", onAfterPrint);
    return {
      show(next) {
        input = next;
        // The app forgets the context with the report.
        show(next, next.shown());
        dropContext();
        updateContext();
      },
      update() {
        guarded(() => widget && widget.update(host.settings()));
        updateContext();
      },
      free,
    };
  }

  return {
    explain: (json, file, lang) => guarded(() => explain(json, file, lang)),
    run: (...args) => (isBroken ? undefined : run(...args)),
  };
}
