import { text } from "./messages.js";
import { afterFrame, annex, whenPainted } from "./annex.js";
import { addressOf, css } from "./assets.js";
import { comparing } from "./compare.js";
import { Failure } from "./failure.js";
import { language } from "./lang.js";
import { address, fetchData } from "./load.js";
import { surface } from "./surface.js";
import { breakDown, isBroken, lively, program, whenBroken } from "./wasm.js";

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
 */

/**
 * Brings one element from its attributes to its figures, or to a notice, and back.
 * @param {HTMLElement & {report: object | null}} host
 * @param {ShadowRoot} root
 * @returns {() => void} to be called, outside of any wasm call, when something has changed
 */
export function session(host, root) {
  const face = surface(root);
  /** @type {(() => void) | null} set while connected */
  let release = null;
  /** What is shown or loading: an address, a report, or nothing. @type {string | object | null} */
  let source = null;
  /** Of the load under way. @type {AbortController | null} */
  let loading = null;
  /** @type {Promise<void> | null} */
  let styled = null;
  /** What has read the report and draws it. @type {import("gongkai-draw").First | null} */
  let first = null;
  /** What answers to the reader. @type {import("gongkai-app").Widget | null} */
  let widget = null;
  /** @type {Problem | null} */
  let problem = null;
  let known = "";
  /** What the figures show. */
  let shown = "";
  /** That report in the annex. @type {import("./annex.js").Reader | null} */
  let reader = null;
  /** Whether it is still to be told that the figures stand. */
  let due = false;
  /** The comparison, where `src` is a catalogue. @type {import("./compare/module.js").Shown | null} */
  let looking = null;
  /** Reports of the years beside the one that is shown. @type {string[]} */
  let besides = [];
  /** Tells a request for the annex from an older one. */
  let furnishing = null;

  function sync() {
    if (!host.isConnected) return stop();
    if (!release) {
      release = whenBroken(broke);
      addEventListener("hashchange", follow);
    }
    const next = host.report || host.getAttribute("src");
    const now = settings(host);
    const changed = JSON.stringify(now) !== known;
    // A notice has to be said again in a new language, and part of it is the wasm's to say.
    const restate = problem && problem.lang !== now.lang;
    known = JSON.stringify(now);
    if (next !== source || restate) {
      source = next;
      load(false);
    } else if (changed) {
      if (looking) guard(looking.update);
      if (widget) guard(() => widget.update(given()));
    }
  }

  function stop() {
    if (!release) return;
    release();
    release = null;
    removeEventListener("hashchange", follow);
    cancel();
    discard();
    face.fallback();
    source = problem = styled = null;
  }

  /** A link to another state of a widget on this very page was followed. */
  function follow() {
    if (!host.hasAttribute("permalink")) return;
    if (looking) guard(looking.follow);
    if (widget) guard(() => widget.update(given()));
  }

  function cancel() {
    if (loading) loading.abort();
    loading = null;
  }

  /**
   * Has the annex read the report that is shown.
   * @param {boolean} [again] even where it could not be had before
   * @returns {Promise<void>} when it has, or cannot
   */
  async function furnish(again) {
    const run = (furnishing = {});
    const program = await annex(again);
    if (program) await face.furtherStyle(program.css);
    if (run !== furnishing || !widget || isBroken()) return;
    const made = program && program.open(shown, () => language(host), face.paper);
    if (made) {
      reader = made;
      besides.forEach(made.beside);
      guard(() => widget.attach(made.ask, given()));
    } else {
      guard(() => widget.attach(undefined, given()));
    }
  }

  /** A file, a link or a print. */
  async function take({ kind, request }) {
    if (!reader) await furnish(true);
    const lang = language(host);
    const program = await annex();
    if (!reader || !program) return;
    if (kind === "open") return open(program);
    const said = await reader.take(kind, request).catch((error) => {
      console.warn("gongkai:", error);
      return "failed";
    });
    if (said && widget) guard(() => widget.say(program.said(said, lang), given()));
  }

  /** A report of the reader's own, in the place of the page's until it is closed. */
  async function open(further) {
    const opener = await further.opener().catch((error) => {
      console.warn("gongkai:", error);
      return null;
    });
    if (!widget) return;
    if (!opener) return guard(() => widget.say(further.said("failed", language(host)), given()));
    opener.open({
      place: face.beside(),
      lang: () => language(host),
      preview: (json, name) =>
        program().then((modules) => {
          cancel();
          show(modules, json, name);
        }, broke),
      restore: () => load(false),
    });
  }

  /** The settings of a report: below a comparison it has its own part of the page's fragment. */
  function given() {
    const own = settings(host);
    if (looking && own.permalink !== undefined) own.permalink = `${own.permalink && `${own.permalink}-`}report`;
    return own;
  }

  /** A catalogue's reports beside each other. */
  function compare(further, bytes, file, coming) {
    loading = null;
    discard();
    looking = further.open(bytes, address(source).href, {
      place: face.compared(),
      settings: () => settings(host),
      tell,
      preview(json, file, others) {
        const shows = (modules) => {
          if (!looking) return;
          besides = others;
          show(modules, json, file);
        };
        program().then(shows, (failure) => fail(told(failure)));
      },
      close: leave,
    }, coming);
    if (!looking) return refuse(further.explain(bytes, file, language(host)), file);
    face.figures();
    tell("ready");
  }

  /** @param {string[]} found what is wrong with a catalogue */
  function refuse([code, message, path, value, line], file) {
    if (code === "encoding") return fail(told(new Failure(code, { file })));
    fail({ code, message, path, file, value, line: Number(line) || undefined });
  }

  /** What the reader is told of the source. */
  function name(lang) {
    return typeof source === "string" ? source : text(lang, "given");
  }

  /** Takes the figures away. */
  function discard() {
    leave();
    const old = looking;
    looking = null;
    if (old) guard(old.free);
  }

  /** Takes a report's figures away. */
  function leave() {
    const [app, read] = [widget, first];
    forget();
    widget = first = null;
    shown = "";
    besides = [];
    if (!isBroken()) {
      guard(() => {
        if (app) app.destroy();
        if (read) read.free();
      });
    }
    face.outlet();
  }

  /** Lets go of what the annex has read. */
  function forget() {
    furnishing = null;
    if (reader) reader.free();
    reader = null;
  }

  /** @param {boolean} asked for by the reader, after an error */
  function load(asked) {
    cancel();
    problem = null;
    if (source === null) {
      discard();
      face.fallback();
      return;
    }
    const lang = language(host);
    const run = (loading = new AbortController());
    const file = name(lang);
    face.loading(lang, file, asked);
    /** A catalogue on its way, and what reads it. @type {import("./compare/module.js").Coming} */
    const coming = {};
    const whole = typeof source === "string" ? fetched(source, asked, run, coming) : written(source, file);
    // What is so named is likely one; a report under such a name only comes a little later.
    const isMany = typeof source === "string" && /catalog[^/]*$/.test(source);
    const [widgets, sheet] = [isMany ? comparison() : program(), style(asked)];
    // What is not waited for after all is not missed.
    widgets.catch(() => {});
    sheet.catch(() => {});
    const both = whole.then((data) => Promise.all([data, typeof data === "string" ? program() : comparison(), sheet]));
    both
      .then(([data, further]) => {
        if (run !== loading) return undefined;
        if (typeof data !== "string") return compare(further, data, file, coming);
        if (looking) discard();
        return show(further, data, file);
      })
      .catch((failure) => {
        const isKnown = failure instanceof Failure;
        if (!isKnown) console.error(failure);
        if (run === loading || !isKnown) fail(told(isKnown ? failure : new Failure("panic")));
      })
      .then(() => coming.further && coming.further.forget(coming));
  }

  /** What shows a catalogue, with its style. */
  function comparison() {
    return comparing().then((further) => face.furtherStyle(further.css).then(() => further));
  }

  /** @returns {Promise<string | Uint8Array>} */
  function fetched(src, fresh, run, coming) {
    if (!src.trim()) return Promise.reject(new Failure("no-source"));
    const progress = (received, total) => {
      if (run !== loading) return;
      face.progress(received, total);
      if (coming.further) coming.further.ahead(coming);
    };
    const many = (parts) => {
      coming.parts = parts;
      coming.href = address(src).href;
      // Fetched beside the rest of the catalogue, and at work on what has come of it.
      comparison()
        .then((further) => (coming.further = further))
        .catch(() => {});
    };
    return fetchData(src, { signal: run.signal, fresh, progress, many });
  }

  function style(fresh) {
    if (!styled) {
      const link = (fresh) => face.style(addressOf(css, fresh), css.integrity);
      styled = link(fresh)
        .catch(() => link(true))
        .catch(() => {
          styled = null;
          throw new Failure("css", { file: css.file }, "wasm-fetch");
        });
    }
    return styled;
  }

  function show({ First, refused }, json, file) {
    loading = null;
    let sketch;
    try {
      const next = First.open(json);
      if (!next) return unread(refused(json), json, file);
      forget();
      if (first) first.free();
      first = next;
      if (!widget && !face.isStatic()) {
        const { width } = host.getBoundingClientRect();
        sketch = first.sketch(given(), width || UNMEASURED, location.hash);
      }
      shown = json;
      due = true;
      if (widget) return widget.show(ask, given());
    } catch (error) {
      trapped(error);
      // Whoever has nothing to show yet is not told of it by that.
      return problem || fail(told(new Failure("panic")));
    }
    const [own, place] = [first, face.outlet()];
    const wakes = () =>
      lively().then(
        (Widget) => own === first && !isBroken() && wake(Widget, place),
        (failure) => own === first && fail(told(failure)),
      );
    if (!sketch) return wakes();
    face.sketch(sketch);
    afterFrame(wakes);
  }

  /** The figures are seen; now they learn to answer. */
  function wake(Widget, place) {
    face.waking();
    guard(() => {
      widget = new Widget(host, place, hear);
      widget.show(ask, given());
    });
  }

  /** Called from inside the wasm that answers, which has the other one draw. */
  function ask(kind, request, extras) {
    try {
      return first && !isBroken() ? first[kind](request, extras) : undefined;
    } catch (error) {
      // Not from here: it takes the figures away.
      Promise.resolve().then(() => trapped(error));
      return undefined;
    }
  }

  /** A file that is no report. @param {string[]} found */
  function unread([code, path, value, line], json, file) {
    const lang = language(host);
    const run = (loading = new AbortController());
    annex().then((program) => {
      if (run !== loading) return;
      const sentence = program && program.explain(json, file, lang);
      const message = sentence || text(lang, "invalid", { file });
      fail({ code, message, path, file, value: value || undefined, line: Number(line) || undefined });
    });
  }

  /** Called from inside the wasm: nothing here may call into it. */
  function hear(kind, detail) {
    if (!widget) return;
    if (kind === "take") return void take(detail);
    if (kind === "annex") return void furnish(true);
    if (kind === "ready") return stand();
    tell(kind, detail);
  }

  /** The figures of the report are drawn; of that it is told once. */
  function stand() {
    // Or they are about to be replaced, or to make way for a notice.
    if (!due || loading || !widget) return;
    due = false;
    const own = widget;
    const seen = () => {
      if (own !== widget) return;
      face.figures();
      // This may be inside a call of the wasm.
      Promise.resolve().then(face.awake);
      tell("ready");
    };
    if (face.isStatic()) {
      // Nothing is to move once it is seen: so whatever the annex adds comes before.
      Promise.resolve()
        .then(() => furnish())
        .then(() => afterFrame(seen));
    } else {
      seen();
      whenPainted(() => widget && !reader && furnish());
    }
  }

  /** @param {Problem} what */
  function fail(what) {
    const lang = language(host);
    cancel();
    discard();
    problem = Object.assign({ lang }, what);
    face.problem(lang, what, typeof source === "string" ? source : null, () => load(true));
    tell("error", what);
  }

  function broke() {
    if (first || loading) fail(told(new Failure("panic")));
  }

  /** @param {Failure} failure @returns {Problem} */
  function told({ code, facts, key }) {
    const lang = language(host);
    const { file, value: found } = facts;
    const value = found && found.over ? text(lang, "over", { size: found.over }) : found;
    const message = text(lang, key, Object.assign({}, facts, { value }));
    return { code, message, path: "", file, value, line: undefined };
  }

  function tell(kind, detail) {
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

/** The attributes as the wasm takes them. @param {HTMLElement} host */
function settings(host) {
  const of = (name) => (host.hasAttribute(name) ? host.getAttribute(name) : undefined);
  return {
    view: of("view"),
    lang: language(host),
    theme: of("theme"),
    textSize: of("text-size"),
    permalink: of("permalink"),
  };
}

function guard(call) {
  try {
    call();
  } catch (error) {
    trapped(error);
  }
}

/** What a wasm call throws by accident says that the instance is beyond use. */
function trapped(error) {
  console.error(error);
  breakDown();
}
