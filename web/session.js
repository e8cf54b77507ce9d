import { link as linkToPage, readEntries, readPermalink, writeEntry } from "./address.js";
import { appFailure, loadApp } from "./app.js";
import { addressOf, appCss, compareCss, css, setFolder } from "./assets.js";
import { loadCompare } from "./compare.js";
import { loadDraw, onDrawBroken, withDraw } from "./draw.js";
import { Failure } from "./failure.js";
import { afterFrame, sizeObserver } from "./frames.js";
import { html, prepareHtml } from "./html.js";
import { language } from "./language.js";
import { address, fetchData } from "./load.js";
import { isKnown, text } from "./messages.js";
import { within } from "./modules.js";
import { describe, loadNotice } from "./notice.js";
import { handleEvents } from "./prerendered.js";
import { createUi } from "./ui.js";

/**
 * Takes one widget from its attributes to its figures or to a notice, and back: a machine of six states.
 *
 *   idle ──► loading ──► drawn ──► interactive
 *               │  └───► comparing (with a report of its own, drawn or interactive)
 *               └──────► failed
 *
 * Each state owns what must be freed when it is left. While another report loads, `loading` owns the
 * previous state, whose figures stay until the new ones are ready.
 *
 * @type {Record<State["name"], State["name"][]>}
 */
const NEXT = {
  // A comparison has loaded the report that it draws.
  idle: ["loading", "drawn"],
  loading: ["idle", "loading", "drawn", "interactive", "comparing", "failed"],
  drawn: ["idle", "loading", "drawn", "interactive", "failed"],
  // If the app stops, the report is drawn again.
  interactive: ["idle", "loading", "drawn", "interactive", "failed"],
  comparing: ["idle", "loading", "comparing", "failed"],
  failed: ["idle", "loading", "drawn"],
};

/** Stands for the source if the page has written an object as text, as frameworks do that do not know the element. */
const OBJECT_AS_TEXT = {};

/**
 * @typedef {object} Problem the detail of `gongkai-error`
 * @property {string} code stable, for scripts
 * @property {string} message one sentence in the reader's language
 * @property {string} path the field, such as `applications.received[3]`; empty if no field is concerned
 * @property {string} [file]
 * @property {string} [value] as written in the file
 * @property {number} [line] from 1
 *
 * @typedef {object} Report
 * @property {string} json
 * @property {string} file its name
 * @property {string[]} others reports of the years before and after it
 * @property {boolean} [isPreview] whether it is of the reader's own
 *
 * @typedef {object} Settings the attributes in the form that the modules take, and what is measured
 * @property {string} [view]
 * @property {string} lang
 * @property {string} [permalink] the name of the entry in the page's address; undefined leaves that alone
 * @property {string} fragment the entries in the page's address
 * @property {number} em the text size in CSS pixels
 * @property {number} width
 *
 * @typedef {object} StateBase
 * @property {() => void} free
 * @property {() => void} [update] is called when the settings have changed
 * @property {() => void} [follow] is called when the page's fragment has changed
 *
 * @typedef {StateBase & {name: "idle"}} Idle
 * @typedef {StateBase & {name: "loading", signal: AbortSignal, before: Drawn | Interactive | Comparing | null}} Loading
 * @typedef {StateBase & {name: "drawn", start: (html: string) => void, link: () => string | undefined}} Drawn
 *   `link` is a link to what is shown
 * @typedef {StateBase & {name: "comparing", report: () => State}} Comparing
 *   `report` is the state of the report below the comparison
 * @typedef {StateBase & {name: "failed", lang: string}} Failed
 *
 * @typedef {object} InteractiveMembers
 * @property {"interactive"} name
 * @property {(report: Report) => void} replace
 * @property {(report: Report) => void} preview shows a report of the reader's own until `restore`
 * @property {() => void} restore
 * @property {() => void} onBroken
 * @typedef {StateBase & InteractiveMembers} Interactive
 *
 * @typedef {import("./draw.js").Draw} Draw
 * @typedef {import("./compare/module.js").CompareModule} CompareModule
 * @typedef {import("./compare/module.js").CatalogDownload} CatalogDownload
 * @typedef {Idle | Loading | Drawn | Interactive | Comparing | Failed} State
 * @typedef {ReturnType<typeof createMachine>} Machine
 */

/**
 * Holds one state and refuses transitions that are not in `NEXT`.
 * @param {State} first
 */
function createMachine(first) {
  let state = first;
  return {
    get state() {
      return state;
    },
    /** @param {State} next @param {boolean} [isOwned] whether `next` owns the current state, which is then not freed */
    go(next, isOwned) {
      if (NEXT[state.name].indexOf(next.name) < 0) throw new Error(`gongkai: ${state.name} cannot become ${next.name}`);
      const before = state;
      state = next;
      if (!isOwned) before.free();
    },
  };
}

/** @returns {Idle} */
const idle = () => ({ name: "idle", free() {} });

/**
 * @param {HTMLElement & {report: object | null}} host
 * @param {ShadowRoot} root
 * @returns {() => void} applies changed attributes; must not be called from inside a call of a module
 */
export function createSession(host, root) {
  const ui = createUi(root);
  const shown = createMachine(idle());
  /** Removes the listeners on the page; null while disconnected. @type {(() => void) | null} */
  let disconnect = null;
  /** The address or the report that is shown or loading. @type {string | object | null} */
  let source = null;
  /** The settings that are shown, as JSON. */
  let shownSettings = "";
  let hasHeadingLevel = false;
  /** Loads the widget's style sheet. @type {Promise<void> | null} */
  let stylesheet = null;

  const lang = () => language(host);
  /** Names the source in messages. */
  const sourceName = () => (typeof source === "string" ? source : text(lang(), "page-data"));

  function sync() {
    if (!host.isConnected) return stop();
    if (!disconnect) {
      const stopListening = onDrawBroken(drawBroke);
      const stopMeasuring = ui.onTextSize(update);
      const kinds = ["hashchange", "popstate"];
      kinds.forEach((kind) => addEventListener(kind, follow));
      disconnect = () => {
        stopListening();
        stopMeasuring();
        kinds.forEach((kind) => removeEventListener(kind, follow));
      };
    }
    const src = host.getAttribute("src");
    const isText = !host.report && (host.hasAttribute("report") || /^\[object \w+\]$/.test(src || ""));
    const next = isText ? OBJECT_AS_TEXT : host.report || src;
    const written = JSON.stringify([/** @type {string} */ (lang())].concat(host.getAttributeNames().map((name) => `${name}=${host.getAttribute(name)}`)));
    const isChanged = written !== shownSettings;
    shownSettings = written;
    const { state } = shown;
    if (isChanged) {
      const level = Number(host.getAttribute("heading-level"));
      if (level || hasHeadingLevel) loadNotice().then((notice) => notice.setHeadingLevel(root, level)).catch(() => {});
      hasHeadingLevel = level > 0;
      update();
    }
    // A notice is made again in a new language; the app makes part of it.
    if (next !== source || (state.name === "failed" && state.lang !== lang())) {
      source = next;
      load(false);
    }
  }

  function stop() {
    if (!disconnect) return;
    disconnect();
    disconnect = null;
    source = stylesheet = null;
    if (shown.state.name !== "idle") shown.go(idle());
    ui.newOutlet();
    ui.fallback();
  }

  /** Shows what has changed of the settings. */
  function update() {
    const { state } = shown;
    if (state.update) state.update();
  }

  /** Applies a link to another state of the widget that was followed on this page. @param {Event} event */
  function follow({ type }) {
    const { state } = shown;
    const permalink = readPermalink(host.getAttribute("permalink"));
    if (permalink && permalink.isQuery === (type === "popstate") && state.follow) state.follow();
  }

  /** @returns {Settings} */
  function settings() {
    const attribute = (/** @type {string} */ name) => {
      const value = host.getAttribute(name);
      return value === null ? undefined : value;
    };
    const permalink = readPermalink(host.getAttribute("permalink"));
    return Object.assign(ui.size(), {
      view: attribute("view"),
      lang: lang(),
      permalink: permalink ? permalink.name : undefined,
      fragment: readEntries(Boolean(permalink && permalink.isQuery)),
    });
  }

  /** Puts an entry into the page's address. @param {string} key @param {string | null} entry null removes it */
  function saveEntry(key, entry) {
    const permalink = readPermalink(host.getAttribute("permalink"));
    if (permalink) writeEntry(permalink.isQuery, key, entry);
  }

  /** @param {string} entry such as `#gongkai=view:fees` */
  function saveLink(entry) {
    saveEntry(entry.slice(1).split("=")[0], entry.slice(1));
  }

  /** The state on the screen: that of the previous figures while others load. */
  function current() {
    const { state } = shown;
    return state.name === "loading" ? state.before : state;
  }

  /** Fails if what is shown or loading depends on the `draw` module, which has stopped. */
  function drawBroke() {
    const { state } = shown;
    /** @type {(state: State) => boolean} */
    const isDrawn = (state) => state.name === "drawn" || (state.name === "comparing" && isDrawn(state.report()));
    if (state.name === "loading" || isDrawn(state)) fail(new Failure("panic"));
  }

  /** @param {boolean} isRetry whether the reader asked for it, after an error */
  function load(isRetry) {
    if (source === null) {
      if (shown.state.name !== "idle") shown.go(idle());
      ui.newOutlet();
      return ui.fallback();
    }
    const file = sourceName();
    const state = loading(current());
    // The new state owns it.
    if (shown.state.name === "loading") shown.state.before = null;
    shown.go(state, shown.state.name !== "loading" && shown.state.name !== "failed");
    ui.loading(lang(), file, isRetry);
    setFolder(host.getAttribute("base"));

    /** @type {CatalogDownload} */
    const download = {};
    const whole = typeof source === "string" ? fetchSource(source, isRetry, state, download) : serialize(source, file);
    // A guess from the name, so that the module loads along with the data. A wrong one only costs time.
    const isLikelyCatalog = typeof source === "string" && /catalog[^/]*$/.test(source);
    const [early, sheet] = [isLikelyCatalog ? loadCompareStyled() : loadDraw(), loadStylesheet(isRetry)];
    const ready = Promise.all([sheet, prepareHtml(), ui.prepare()]);
    ready.catch(() => {});
    // What turns out not to be needed may fail.
    early.catch(() => {});
    sheet.catch(() => {});
    whole
      .then(async (data) => {
        const loaded = await Promise.all([typeof data === "string" ? loadDraw() : loadCompareStyled(), ready]);
        if (shown.state !== state) return;
        if (typeof data === "string") show(/** @type {Draw} */ (loaded[0]), { json: data, file, others: [] });
        else /** @type {CompareModule} */ (loaded[0]).show(data, file, download, comparisonSession);
      })
      .catch((failure) => {
        if (shown.state === state || !(failure instanceof Failure)) fail(failure);
      })
      .then(() => download.program && download.program.discardStream(download));
  }

  /**
   * Creates the state in which data is loading and the previous figures stay.
   * @param {State | null} before
   * @returns {Loading}
   */
  function loading(before) {
    const controller = new AbortController();
    return {
      name: "loading",
      signal: controller.signal,
      before: before && before.name !== "failed" && before.name !== "idle" ? /** @type {Loading["before"]} */ (before) : null,
      update() {
        if (this.before && this.before.update) this.before.update();
      },
      follow() {
        if (this.before && this.before.follow) this.before.follow();
      },
      free() {
        controller.abort();
        if (this.before) this.before.free();
      },
    };
  }

  /**
   * @param {string} src
   * @param {boolean} isFresh
   * @param {Loading} state
   * @param {CatalogDownload} download is filled in if `src` turns out to be a catalogue
   * @returns {Promise<string | Uint8Array>}
   */
  function fetchSource(src, isFresh, state, download) {
    if (!src.trim()) return Promise.reject(new Failure("no-source"));
    /** @type {import("./load.js").FetchOptions["progress"]} */
    const progress = (received, total) => {
      if (shown.state !== state) return;
      ui.progress(received, total);
      if (download.program) download.program.readAhead(download);
    };
    /** @type {import("./load.js").FetchOptions["onCatalog"]} */
    const onCatalog = (parts, url) => {
      download.parts = parts;
      download.href = url.href;
      // Loads while the rest of the catalogue arrives, and reads what has arrived.
      loadCompareStyled()
        .then((module) => (download.program = module))
        .catch(() => {});
    };
    return fetchData(src, { signal: state.signal, fresh: isFresh, progress, onCatalog });
  }

  /** @param {boolean} isFresh */
  function loadStylesheet(isFresh) {
    if (!stylesheet) {
      const link = async (/** @type {boolean} */ isFresh) => within(ui.style(addressOf(css, isFresh), css.integrity));
      stylesheet = link(isFresh)
        .catch(() => link(true))
        .catch((error) => {
          stylesheet = null;
          if (error instanceof Failure && error.code !== "timeout") throw error;
          throw new Failure("css", { file: css.file, asset: css, error }, "wasm-fetch");
        });
    }
    return stylesheet;
  }

  /** Loads the module that shows a catalogue, and its style sheet. */
  async function loadCompareStyled() {
    const style = ui.addStyle(compareCss);
    const module = await loadCompare();
    await style;
    return module;
  }

  /** Replaces what is shown by a report. @param {Draw} draw @param {Report} report */
  function show(draw, report) {
    const before = current();
    if (before && before.name === "interactive") {
      const refusal = withDraw(() => draw.refusal(report.json));
      if (refusal) return refuse(refusal, report);
      // The app stays and shows another report.
      if (shown.state.name === "loading") shown.state.before = null;
      before.replace(report);
      if (shown.state !== before) shown.go(before);
      return;
    }
    drawReport(draw, report, shown, settings, before && before.name === "drawn" ? before.link() : undefined);
  }

  /**
   * Shows a report as HTML that the `draw` module makes, then lets the app take over.
   * @param {Draw} draw
   * @param {Report} report
   * @param {Machine} slot enters the state `drawn`
   * @param {() => Settings} settings
   * @param {string} [link] what was shown of the previous report
   */
  function drawReport(draw, report, slot, settings, link) {
    const first = settings();
    const prerender = withDraw(() => draw.Prerender.open(report.json, first, first.width, first.fragment, link));
    if (!prerender) {
      const refusal = withDraw(() => draw.refusal(report.json));
      if (refusal) refuse(refusal, report);
      return;
    }
    const html = withDraw(() => prerender.widget());
    if (html === undefined) return;
    const state = drawn(prerender, report, slot, settings);
    slot.go(state);
    state.start(html);
  }

  /**
   * Creates the state in which a report is HTML, and the `draw` module answers events.
   * @param {import("gongkai-draw").Prerender} prerender
   * @param {Report} report
   * @param {Machine} slot
   * @param {() => Settings} settings
   * @returns {Drawn}
   */
  function drawn(prerender, report, slot, settings) {
    const outlet = ui.newOutlet();
    /** Whether the `draw` module still has the report. */
    let isOpen = true;
    /** @type {ReturnType<typeof handleEvents> | null} */
    let handlers = null;
    /** The app's widget, until it has taken over. @type {import("./app/module.js").Running | undefined | null} */
    let running = null;
    /** @type {ResizeObserver | null} */
    let observer = null;
    /** @type {import("./prerendered.js").Host["draw"]} */
    const call = (use) => (isOpen ? withDraw(() => use(prerender)) : undefined);
    const onChange = () => {
      const entry = call((draw) => draw.fragment(""));
      if (entry) saveLink(entry);
    };
    let { width } = settings();
    /** @type {Drawn} */
    const state = {
      name: "drawn",
      start(text) {
        html.set(outlet, text);
        outlet.setAttribute("data-state", "drawn");
        handlers = handleEvents(outlet, {
          draw: call,
          onChange,
          onSelect: (detail) => dispatch("select", detail),
          onRetry: () => activate(true),
        });
        observer = sizeObserver(resize);
        observer.observe(outlet);
        ui.figures(() => {
          dispatch("ready");
          afterFrame(() => activate(false));
        });
      },
      link: () => call((draw) => draw.link()),
      update() {
        render((draw) => draw.update(settings()));
      },
      follow() {
        render((draw) => draw.follow_fragment(settings().fragment));
      },
      free() {
        if (handlers) handlers.remove();
        if (observer) observer.disconnect();
        if (running) running.free();
        if (isOpen) call((draw) => draw.free());
        isOpen = false;
      },
    };

    /** @param {(draw: import("gongkai-draw").Prerender) => void} change */
    function render(change) {
      const text = call((draw) => {
        change(draw);
        return draw.widget();
      });
      if (text !== undefined) html.set(outlet, text);
    }

    /** Shows in the views of the app whether they are loading or could not be loaded. @param {boolean} hasFailed */
    function setUnavailable(hasFailed) {
      call((draw) => draw.set_unavailable(hasFailed));
      if (handlers) handlers.renderPanel();
    }

    function resize() {
      // A hidden element has no size.
      const next = isOpen && outlet.clientWidth ? settings().width : 0;
      if (!next || Math.abs(next - width) < 1) return;
      width = next;
      call((draw) => draw.resize(next));
      if (handlers) handlers.renderPanel();
    }

    /** Loads the app, which then takes over. @param {boolean} isRetry whether the reader asked for it, after it could not be loaded */
    async function activate(isRetry) {
      if (isRetry) setUnavailable(false);
      const style = ui.addStyle(appCss);
      const app = await loadApp(isRetry);
      if (app) await style;
      if (slot.state !== state && /** @type {Loading} */ (slot.state).before !== state) return;
      const input = {
        json: report.json,
        others: report.others,
        shown: () => ({ link: state.link(), current: handlers ? handlers.current() : undefined }),
      };
      const host = appHost(settings, slot, () => setUnavailable(true));
      running = app && app.run(input, outlet, host, (fresh) => takeOver(fresh, host));
      if (running) return;
      // An app that has stopped works again only after a reload.
      if (app && isRetry) location.reload();
      setUnavailable(true);
      if (app) return;
      const { message } = await describe(appFailure(), lang());
      loadNotice().then((notice) => notice.keepReason(outlet, message)).catch(() => {});
    }

    /**
     * Replaces this state once the app's own elements are in the page.
     * @param {HTMLElement} fresh
     * @param {import("./app/module.js").Host} host
     */
    function takeOver(fresh, host) {
      const own = running;
      if (!own) return;
      running = null;
      ui.setOutlet(fresh);
      fresh.setAttribute("data-state", "interactive");
      const next = interactive(own, report, slot, settings);
      host.onBroken = next.onBroken;
      if (slot.state === state) {
        slot.go(next);
      } else if (/** @type {Loading} */ (slot.state).before === state) {
        // Another report is loading: it will replace the app's.
        /** @type {Loading} */ (slot.state).before = next;
        state.free();
      }
      dispatch("complete");
    }

    return state;
  }

  /**
   * Creates the app's interface to this widget.
   * @param {() => Settings} settings
   * @param {Machine} slot
   * @param {() => void} onBroken is called until the app has taken over
   * @returns {import("./app/module.js").Host}
   */
  function appHost(settings, slot, onBroken) {
    /** The state that the app has taken over, from which alone the functions below are called. */
    const running = () => /** @type {Interactive} */ (slot.state.name === "loading" ? slot.state.before : slot.state);
    return {
      settings,
      lang,
      catalog: () => host.getAttribute("catalog"),
      addStyle: ui.addStyle,
      desk: () => host.getAttribute("desk"),
      dispatch,
      saveLink,
      link: linkToPage,
      loadNotice,
      overlay: ui.overlay,
      aside: ui.aside,
      preview: (json, file) => running().preview({ json, file, others: [], isPreview: true }),
      restore: () => running().restore(),
      onBroken,
    };
  }

  /**
   * Creates the state in which the app shows a report.
   * @param {import("./app/module.js").Running} running
   * @param {Report} first
   * @param {Machine} slot
   * @param {() => Settings} settings
   * @returns {Interactive}
   */
  function interactive(running, first, slot, settings) {
    let report = first;
    /** @param {Report} next */
    const show = ({ json, others, isPreview }) => {
      running.show({ json, others, isPreview, shown: () => ({ link: undefined, current: undefined }) });
      ui.figures();
    };
    return {
      name: "interactive",
      replace(next) {
        report = next;
        show(next);
      },
      preview: show,
      restore: () => show(report),
      update: () => running.update(),
      follow: () => running.update(),
      free: () => running.free(),
      onBroken() {
        describe(new Failure("panic"), lang()).then((problem) => dispatch("error", problem));
        // The `draw` module draws it as at first.
        loadDraw().then(
          (draw) => disconnect && drawReport(draw, report, slot, settings),
          (failure) => fail(failure),
        );
      },
    };
  }

  /** What the comparison may use of this session. @type {import("./compare/session.js").Session} */
  const comparisonSession = {
    ui,
    html,
    settings,
    saveEntry,
    dispatch,
    link: linkToPage,
    loadNotice,
    createSlot: () => createMachine(idle()),
    close: (slot) => slot.go(idle()),
    draw(report, slot, settings, state) {
      loadDraw().then((draw) => {
        if (shown.state !== state) return;
        if (slot.state.name === "interactive") slot.state.replace(report);
        else drawReport(draw, report, slot, settings);
      }, fail);
    },
    enter(state) {
      shown.go(state);
      ui.figures();
      dispatch("ready");
    },
    refuse: (problem) => (problem.code === "encoding" ? fail(new Failure("encoding", problem)) : failWith(problem)),
  };

  /**
   * Says why a report is not valid, in the app's words.
   * @param {import("gongkai-draw").Refusal} refusal
   * @param {Report} report
   */
  function refuse({ code, path, value, line }, { json, file }) {
    if (/^\s*</.test(json)) return fail(new Failure("web-page", { file, text: json }));
    const { state } = shown;
    const messageLang = lang();
    loadApp().then((app) => {
      if (shown.state !== state) return;
      const explained = app && app.explain(json, file, messageLang);
      const facts = { code, path, file, value: value || undefined, line };
      if (explained) return failWith(Object.assign({ message: explained }, facts));
      describe(new Failure("invalid", { file }), messageLang).then(({ message }) => {
        if (shown.state === state) failWith(Object.assign({ message }, facts));
      });
    });
  }

  /** @param {unknown} failure */
  function fail(failure) {
    const { state } = shown;
    describe(failure, lang()).then((problem) => {
      if (shown.state === state) failWith(problem);
    });
  }

  /** @param {Problem} problem */
  async function failWith(problem) {
    const before = shown.state;
    const noticeLang = lang();
    const retry = () => load(true);
    // Some errors are those for which it cannot be loaded.
    const isLocal = isKnown(problem.code);
    const notice = isLocal ? null : await loadNotice().catch(() => null);
    if (!disconnect || shown.state !== before) return;
    if (before.name !== "failed") shown.go({ name: "failed", lang: noticeLang, free() {} });
    ui.newOutlet();
    const url = typeof source === "string" ? address(source) : null;
    ui.problem(notice && (() => notice.problemNotice(noticeLang, problem, url, retry)), noticeLang, problem.message, isLocal ? null : retry);
    dispatch("error", problem);
  }

  /** @param {string} kind @param {object} [detail] */
  function dispatch(kind, detail) {
    host.dispatchEvent(new CustomEvent(`gongkai-${kind}`, { bubbles: true, composed: true, detail }));
  }

  return sync;
}

/**
 * Writes the report that a script of the page has set as JSON.
 * @param {unknown} report
 * @param {string} file its name in messages
 * @returns {Promise<string>}
 */
async function serialize(report, file) {
  if (report === OBJECT_AS_TEXT) throw new Failure("report-attribute");
  let json;
  try {
    json = JSON.stringify(report);
  } catch (error) {
    // A cycle or a BigInt. A function gives undefined; the failure below is for both.
  }
  if (typeof json !== "string") throw new Failure("not-json", { file });
  return json;
}

