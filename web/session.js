import { keepFragment } from "./address.js";
import { loadApp } from "./app.js";
import { addressOf, css } from "./assets.js";
import { loadCompare } from "./compare.js";
import { loadDraw, onDrawBroken, withDraw } from "./draw.js";
import { Failure } from "./failure.js";
import { afterFrame } from "./frames.js";
import { language } from "./language.js";
import { address, fetchData } from "./load.js";
import { text } from "./messages.js";
import { answerFor } from "./prerendered.js";
import { createUi } from "./ui.js";

/**
 * One widget from its attributes to its figures, or to a notice, and back: a machine of six states.
 *
 *   idle ──► loading ──► drawn ──► interactive
 *               │  └───► comparing (with a report of its own, drawn or interactive)
 *               └──────► failed
 *
 * Each state owns what has to be freed when it is left. While another report loads, `loading` owns the
 * state before it, whose figures stay until the new ones are there.
 */
const NEXT = {
  // A comparison has loaded the report that it draws.
  idle: ["loading", "drawn"],
  loading: ["idle", "loading", "drawn", "interactive", "comparing", "failed"],
  drawn: ["idle", "loading", "drawn", "interactive", "failed"],
  // Without its app a report is drawn again.
  interactive: ["idle", "loading", "drawn", "interactive", "failed"],
  comparing: ["idle", "loading", "comparing", "failed"],
  failed: ["idle", "loading", "drawn"],
};

/** A hidden widget's width in CSS pixels, until it is seen. */
const UNMEASURED = 640;

/**
 * @typedef {object} Problem what `gongkai-error` carries
 * @property {string} code stable, for scripts
 * @property {string} message one sentence in the reader's language
 * @property {string} path the field, as `applications.received[3]`; empty if it is none
 * @property {string} [file]
 * @property {string} [value] as the file writes it
 * @property {number} [line] from 1
 *
 * @typedef {object} State
 * @property {keyof typeof NEXT} name
 * @property {() => void} free
 * @property {() => void} [update] the settings are others
 * @property {() => void} [follow] the page's fragment is another
 * @property {() => string | undefined} [link] to what is shown of a report
 *
 * @typedef {object} Report what is shown
 * @property {string} json
 * @property {string} file its name
 * @property {string[]} others reports of the years before and after it
 */

/**
 * Holds one state, and lets only those follow that may.
 * @param {State} first
 */
function machine(first) {
  let state = first;
  return {
    get state() {
      return state;
    },
    /** @param {State} next @param {boolean} [isOwned] whether the next state owns the present one from now on */
    go(next, isOwned) {
      if (NEXT[state.name].indexOf(next.name) < 0) throw new Error(`gongkai: ${state.name} cannot become ${next.name}`);
      const before = state;
      state = next;
      if (!isOwned) before.free();
    },
  };
}

/** @type {() => State} */
const idle = () => ({ name: "idle", free() {} });

/**
 * @param {HTMLElement & {report: object | null}} host
 * @param {ShadowRoot} root
 * @returns {() => void} to be called, outside of any call of a module, when something has changed
 */
export function session(host, root) {
  const ui = createUi(root);
  const shown = machine(idle());
  /** While connected: ends what listens for the page. @type {(() => void) | null} */
  let disconnect = null;
  /** What is shown or loading: an address, a report, or nothing. @type {string | object | null} */
  let source = null;
  /** The settings that are shown. */
  let known = "";
  /** Of the widget's style sheet. @type {Promise<void> | null} */
  let styled = null;

  const lang = () => language(host);
  /** The name of the source in messages. */
  const sourceName = () => (typeof source === "string" ? source : text(lang(), "given"));

  function sync() {
    if (!host.isConnected) return stop();
    if (!disconnect) {
      const ends = [onDrawBroken(drawBroke)];
      addEventListener("hashchange", follow);
      ends.push(() => removeEventListener("hashchange", follow));
      disconnect = () => ends.forEach((end) => end());
    }
    const next = host.report || host.getAttribute("src");
    const settings = JSON.stringify(settingsOf(host));
    const isChanged = settings !== known;
    known = settings;
    const { state } = shown;
    if (isChanged && state.update) state.update();
    // A notice has to be said again in a new language, and part of it is the app's to say.
    if (next !== source || (state.name === "failed" && state.lang !== lang())) {
      source = next;
      load(false);
    }
  }

  function stop() {
    if (!disconnect) return;
    disconnect();
    disconnect = null;
    source = styled = null;
    if (shown.state.name !== "idle") shown.go(idle());
    ui.newOutlet();
    ui.fallback();
  }

  /** A link to another state of a widget on this very page was followed. */
  function follow() {
    const { state } = shown;
    if (host.hasAttribute("permalink") && state.follow) state.follow();
  }

  /** The state that is on the screen: that of the old figures while others load. */
  function current() {
    const { state } = shown;
    return state.name === "loading" ? state.before : state;
  }

  /** The draw module has stopped: what depends on it has nothing left to show. */
  function drawBroke() {
    const { state } = shown;
    const isDrawn = (state) => state.name === "drawn" || Boolean(state.report && isDrawn(state.report()));
    if (state.name === "loading" || isDrawn(state)) fail(new Failure("panic"));
  }

  /** @param {boolean} isAsked by the reader, after an error */
  function load(isAsked) {
    if (source === null) {
      if (shown.state.name !== "idle") shown.go(idle());
      ui.newOutlet();
      return ui.fallback();
    }
    const file = sourceName();
    const state = loading(current());
    if (shown.state.name === "loading") shown.state.before = null;
    shown.go(state, shown.state.name !== "loading" && shown.state.name !== "failed");
    ui.loading(lang(), file, isAsked);

    /** A catalogue on its way, and what reads it. @type {import("./compare/module.js").Coming} */
    const stream = {};
    const whole = typeof source === "string" ? fetched(source, isAsked, state, stream) : written(source, file);
    // What is so named is likely a catalogue; a report under such a name only comes a little later.
    const isLikelyCatalog = typeof source === "string" && /catalog[^/]*$/.test(source);
    const [early, sheet] = [isLikelyCatalog ? comparison() : loadDraw(), style(isAsked)];
    // A failure of what is not needed after all does not matter.
    early.catch(() => {});
    sheet.catch(() => {});
    whole
      .then((data) => Promise.all([data, typeof data === "string" ? loadDraw() : comparison(), sheet]))
      .then(([data, module]) => {
        if (shown.state !== state) return undefined;
        return typeof data === "string" ? show(module, { json: data, file, others: [] }) : compare(module, data, file, stream);
      })
      .catch((failure) => {
        const isKnown = failure instanceof Failure;
        if (!isKnown) console.error(failure);
        if (shown.state === state || !isKnown) fail(isKnown ? failure : new Failure("panic"));
      })
      .then(() => stream.further && stream.further.forget(stream));
  }

  /**
   * Something is on its way, and the figures from before stay.
   * @param {State | null} before
   * @returns {State & {signal: AbortSignal, before: State | null}}
   */
  function loading(before) {
    const controller = new AbortController();
    return {
      name: "loading",
      signal: controller.signal,
      before: before && before.name !== "failed" && before.name !== "idle" ? before : null,
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

  /** @returns {Promise<string | Uint8Array>} */
  function fetched(src, isFresh, state, stream) {
    if (!src.trim()) return Promise.reject(new Failure("no-source"));
    const progress = (received, total) => {
      if (shown.state !== state) return;
      ui.progress(received, total);
      if (stream.further) stream.further.ahead(stream);
    };
    const many = (parts) => {
      stream.parts = parts;
      stream.href = address(src).href;
      // Fetched beside the rest of the catalogue, and at work on what has come of it.
      comparison()
        .then((module) => (stream.further = module))
        .catch(() => {});
    };
    return fetchData(src, { signal: state.signal, fresh: isFresh, progress, many });
  }

  function style(isFresh) {
    if (!styled) {
      const link = (isFresh) => ui.style(addressOf(css, isFresh), css.integrity);
      styled = link(isFresh)
        .catch(() => link(true))
        .catch(() => {
          styled = null;
          throw new Failure("css", { file: css.file }, "wasm-fetch");
        });
    }
    return styled;
  }

  /** The module that shows a catalogue, with its style. */
  function comparison() {
    return loadCompare().then((module) => ui.furtherStyle(module.css).then(() => module));
  }

  /** Shows a report in the place of what is shown. @param {import("./draw.js").Draw} draw @param {Report} report */
  function show(draw, report) {
    const before = current();
    if (before && before.name === "interactive") {
      const refusal = withDraw(() => draw.refusal(report.json));
      if (refusal) return refuse(refusal, report);
      // The app goes on with another report.
      if (shown.state.name === "loading") shown.state.before = null;
      before.replace(report);
      return shown.state === before || shown.go(before);
    }
    drawReport(draw, report, shown, () => settingsOf(host), before && before.link && before.link());
  }

  /**
   * Shows a report as HTML of the `draw` module, then has the app take over.
   * @param {import("./draw.js").Draw} draw
   * @param {Report} report
   * @param {ReturnType<typeof machine>} slot what becomes `drawn`
   * @param {() => object} settings
   * @param {string} [link] to what was shown of another report
   */
  function drawReport(draw, report, slot, settings, link) {
    const width = host.getBoundingClientRect().width || UNMEASURED;
    const prerender = withDraw(() => draw.Prerender.open(report.json, settings(), width, location.hash, link));
    if (!prerender) {
      const refusal = withDraw(() => draw.refusal(report.json));
      return refusal ? refuse(refusal, report) : undefined;
    }
    const html = withDraw(() => prerender.widget());
    if (html === undefined) return undefined;
    const state = drawn(prerender, report, slot, settings);
    slot.go(state);
    state.start(html);
    return undefined;
  }

  /**
   * A report as HTML that answers by the `draw` module.
   * @param {import("./draw.js").Prerender} prerender
   * @param {Report} report
   * @param {ReturnType<typeof machine>} slot
   * @param {() => object} settings
   */
  function drawn(prerender, report, slot, settings) {
    const outlet = ui.newOutlet();
    /** Whether the draw module still has the report. */
    let isOpen = true;
    /** @type {ReturnType<typeof answerFor> | null} */
    let answers = null;
    /** The app, until it has taken over. @type {import("./app/module.js").Running | undefined | null} */
    let running = null;
    /** @type {ResizeObserver | null} */
    let observer = null;
    let width = 0;
    const call = (use) => (isOpen ? withDraw(() => use(prerender)) : undefined);
    const keep = () => {
      const fragment = call((draw) => draw.fragment(location.hash));
      if (fragment) keepFragment(fragment);
    };
    const state = {
      name: "drawn",
      start(html) {
        outlet.innerHTML = html;
        outlet.setAttribute("data-state", "drawn");
        answers = answerFor(outlet, {
          draw: call,
          onChange: keep,
          onSelect: (detail) => dispatch("select", detail),
          onRetry: () => wake(true),
        });
        observer = new ResizeObserver(resize);
        observer.observe(outlet);
        ui.figures(() => {
          dispatch("ready");
          afterFrame(() => wake(false));
        });
      },
      link: () => call((draw) => draw.link()),
      update() {
        renew((draw) => draw.update(settings()));
      },
      follow() {
        renew((draw) => draw.follow_fragment(location.hash));
      },
      free() {
        if (answers) answers.stop();
        if (observer) observer.disconnect();
        if (running) running.free();
        if (isOpen) call((draw) => draw.free());
        isOpen = false;
      },
    };

    function renew(change) {
      const html = call((draw) => {
        change(draw);
        return draw.widget();
      });
      if (html !== undefined) outlet.innerHTML = html;
    }

    /** Says of the other views whether they are still to come. */
    function setUnavailable(hasFailed) {
      call((draw) => draw.set_unavailable(hasFailed));
      if (answers) answers.renew();
    }

    function resize() {
      const next = outlet.getBoundingClientRect().width;
      if (!next || Math.abs(next - width) < 1) return;
      const isFirst = !width;
      width = next;
      if (isFirst) return;
      call((draw) => draw.resize(next));
      if (answers) answers.renew();
    }

    /** Has the app take over. @param {boolean} isAsked by the reader, after it could not be loaded */
    async function wake(isAsked) {
      if (isAsked) setUnavailable(false);
      const app = await loadApp(isAsked);
      if (app) await ui.furtherStyle(app.css);
      if (slot.state !== state && slot.state.before !== state) return;
      const given = {
        json: report.json,
        others: report.others,
        shown: () => ({ link: state.link(), current: answers ? answers.current() : undefined }),
      };
      const host = appHost(settings, slot, () => setUnavailable(true));
      running = app && app.run(given, outlet, host, (fresh) => takeOver(fresh, host));
      if (running) return;
      // An app that has stopped comes back only with the page.
      if (app && isAsked) location.reload();
      setUnavailable(true);
    }

    /** What the app has drawn is in the page. */
    function takeOver(fresh, host) {
      const own = running;
      running = null;
      ui.setOutlet(fresh);
      fresh.setAttribute("data-state", "interactive");
      const next = interactive(own, report, slot, settings);
      host.onBroken = next.onBroken;
      if (slot.state === state) {
        slot.go(next);
      } else if (slot.state.before === state) {
        // Another report is on its way: the app is what it replaces.
        slot.state.before = next;
        state.free();
      }
      dispatch("complete");
    }

    return state;
  }

  /**
   * What the app needs of this widget.
   * @param {() => object} settings
   * @param {ReturnType<typeof machine>} slot
   * @param {() => void} onBroken until the app has taken over
   * @returns {import("./app/module.js").Host}
   */
  function appHost(settings, slot, onBroken) {
    /** The report's state, which the app has taken over. */
    const running = () => (slot.state.name === "loading" ? slot.state.before : slot.state);
    return {
      element: host,
      settings,
      lang,
      dispatch,
      keep: keepFragment,
      paper: ui.paper,
      aside: ui.aside,
      preview: (json, file) => running().preview({ json, file, others: [] }),
      restore: () => running().restore(),
      onBroken,
    };
  }

  /**
   * A report in the app.
   * @param {import("./app/module.js").Running} running
   * @param {Report} first
   */
  function interactive(running, first, slot, settings) {
    let report = first;
    /** @param {Report} next */
    const show = ({ json, others }) => {
      running.show({ json, others, shown: () => ({ link: undefined, current: undefined }) });
      ui.figures();
    };
    return {
      name: "interactive",
      /** @param {Report} next */
      replace(next) {
        report = next;
        show(next);
      },
      /** A report of the reader's own, in the place of the page's until that is shown again. */
      preview: show,
      restore: () => show(report),
      update: () => running.update(),
      follow: () => running.update(),
      free: () => running.free(),
      /** The app has stopped: the report is drawn as it was first. */
      onBroken() {
        dispatch("error", toProblem(new Failure("panic")));
        loadDraw().then(
          (draw) => disconnect && drawReport(draw, report, slot, settings),
          (failure) => fail(failure),
        );
      },
    };
  }

  /** Compares the reports of a catalogue. */
  function compare(module, bytes, file, stream) {
    /** @type {ReturnType<typeof machine>} */
    const slot = machine(idle());
    // Below a comparison a report has its own part of the page's fragment.
    const settings = () => {
      const own = settingsOf(host);
      if (own.permalink !== undefined) own.permalink = `${own.permalink && `${own.permalink}-`}report`;
      return own;
    };
    const leave = () => {
      if (slot.state.name === "idle") return;
      slot.go(idle());
      ui.newOutlet();
    };
    ui.newOutlet();
    const page = {
      place: ui.comparison(),
      settings: () => settingsOf(host),
      tell: dispatch,
      preview(json, file, others) {
        const report = { json, file, others };
        loadDraw().then(
          (draw) => {
            if (shown.state !== state) return;
            if (slot.state.name === "interactive") slot.state.replace(report);
            else drawReport(draw, report, slot, settings);
          },
          (failure) => fail(failure),
        );
      },
      close: leave,
    };
    const view = module.open(bytes, address(source).href, page, stream);
    if (!view) return refuseCatalog(module.explain(bytes, file, lang()), file);
    const state = {
      name: "comparing",
      report: () => slot.state,
      update() {
        view.update();
        if (slot.state.update) slot.state.update();
      },
      follow() {
        view.follow();
        if (slot.state.follow) slot.state.follow();
      },
      free() {
        leave();
        view.free();
      },
    };
    shown.go(state);
    ui.figures();
    return dispatch("ready");
  }

  /** @param {string[]} found what is wrong with a catalogue */
  function refuseCatalog([code, message, path, value, line], file) {
    if (code === "encoding") return fail(new Failure(code, { file }));
    return failWith({ code, message, path, file, value, line: Number(line) || undefined });
  }

  /** A file that is not a valid report: the app has the sentence. */
  function refuse({ code, path, value, line }, { json, file }) {
    const { state } = shown;
    const spoken = lang();
    loadApp().then((app) => {
      if (shown.state !== state) return;
      const sentence = app && app.explain(json, file, spoken);
      const message = sentence || text(spoken, "invalid", { file });
      failWith({ code, message, path, file, value: value || undefined, line });
    });
  }

  /** @param {Failure} failure */
  function fail(failure) {
    failWith(toProblem(failure));
  }

  /** @param {Problem} problem */
  function failWith(problem) {
    if (!disconnect) return;
    const state = { name: "failed", lang: lang(), free() {} };
    if (shown.state.name !== "failed") shown.go(state);
    ui.newOutlet();
    ui.problem(state.lang, problem, typeof source === "string" ? source : null, () => load(true));
    dispatch("error", problem);
  }

  /** @param {Failure} failure @returns {Problem} */
  function toProblem({ code, facts, key }) {
    const { file, value: found } = facts;
    const value = found && found.over ? text(lang(), "over", { size: found.over }) : found;
    const message = text(lang(), key, Object.assign({}, facts, { value }));
    return { code, message, path: "", file, value, line: undefined };
  }

  function dispatch(kind, detail) {
    host.dispatchEvent(new CustomEvent(`gongkai-${kind}`, { bubbles: true, composed: true, detail }));
  }

  return sync;
}

/** @returns {Promise<string>} the report that a page's own script handed over */
async function written(report, file) {
  let json;
  try {
    json = JSON.stringify(report);
  } catch (error) {
    // A cycle or a BigInt; the sentence below says the same of a function.
  }
  if (typeof json !== "string") throw new Failure("not-json", { file });
  return json;
}

/** The attributes as the modules take them. @param {HTMLElement} host */
function settingsOf(host) {
  const of = (name) => (host.hasAttribute(name) ? host.getAttribute(name) : undefined);
  return {
    view: of("view"),
    lang: language(host),
    theme: of("theme"),
    textSize: of("text-size"),
    permalink: of("permalink"),
  };
}
