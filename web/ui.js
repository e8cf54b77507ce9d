import { arrangeOnEvents } from "./arrange.js";
import { addressOf } from "./assets.js";
import { address } from "./load.js";
import { text } from "./messages.js";
import { staticFigures } from "./static-page.js";
import { answerTextSize } from "./text-size.js";

/** The delay in milliseconds before "loading" is shown, which would otherwise only flicker. */
const LOADING_DELAY = 300;

/** Errors after which loading again on the same page cannot help. */
const FINAL = ["no-source", "cross-origin", "local-page", "wasm-unsupported", "wasm-blocked", "panic"];

/** Errors after which there is no data file to open. */
const UNREACHABLE = ["no-source", "cross-origin", "local-page", "not-found", "http", "network"];

/** @typedef {"file" | "path" | "value" | "line"} Fact */

/**
 * Manages the elements in the shadow root: progress, notice, fallback, and the outlet for the figures. Text
 * from outside is inserted as text only.
 * @param {ShadowRoot} root
 */
export function createUi(root) {
  // Both regions exist from the start: screen readers announce only what changes in a region.
  const status = createElement("div", { className: "progress", tabIndex: -1 });
  status.setAttribute("role", "status");
  status.setAttribute("aria-live", "polite");
  status.setAttribute("part", "progress");
  const bar = createElement("progress", { className: "progress-bar", hidden: true });
  const alert = createElement("div", {});
  alert.setAttribute("role", "alert");
  const slot = createElement("slot", {});
  /** @type {HTMLElement} */
  let outlet = createOutlet();
  /** @type {HTMLLinkElement | null} */
  let link = null;
  let timer = 0;
  /** @type {HTMLElement | null} */
  let paper = null;
  /** @type {HTMLElement | null} */
  let aside = null;
  /** The further style sheets that are linked, by file. @type {Record<string, Promise<void>>} */
  const addedStyles = {};
  /** Whether the length of the data is known. */
  let isSizeKnown = false;

  const figures = staticFigures(root, slot);
  const arrange = arrangeOnEvents(root);
  answerTextSize(root);

  root.append(status, bar, alert, slot, outlet);
  // A click may move things, so the space that was reserved below the figures is given up.
  root.addEventListener("click", () => (outlet.style.minHeight = ""));

  /** @param {URL} url @param {string} integrity @returns {HTMLLinkElement} */
  function insertLink(url, integrity) {
    const link = createElement("link", { rel: "stylesheet", integrity });
    // Without it, the integrity of another host's file is not verified.
    if (url.origin !== location.origin) link.crossOrigin = "anonymous";
    link.href = url.href;
    root.insertBefore(link, status);
    return link;
  }

  function removeAside() {
    if (aside) aside.remove();
  }

  /** Hides the progress; moves the focus from it to `next`. @param {HTMLElement | null} [next] */
  function endProgress(next) {
    clearTimeout(timer);
    const isFocused = root.activeElement === status;
    status.textContent = "";
    bar.hidden = true;
    if (isFocused && next) next.focus({ preventScroll: true });
  }

  return {
    /**
     * Links the style sheet, or replaces its link.
     * @param {URL} url
     * @param {string} integrity
     * @returns {Promise<void>} rejects if it does not load
     */
    style(url, integrity) {
      if (link) link.remove();
      link = insertLink(url, integrity);
      return loaded(link);
    },

    /** Links a further style sheet, once. Resolves whether it loads or not. @param {{file: string, integrity: string}} asset */
    addStyle(asset) {
      const { file, integrity } = asset;
      if (!addedStyles[file]) {
        addedStyles[file] = loaded(insertLink(addressOf(asset, false), integrity)).catch(() => {});
      }
      return addedStyles[file];
    },

    /** Replaces the outlet by an empty one, which is hidden until `figures` is called. */
    newOutlet() {
      removeAside();
      const fresh = createOutlet();
      figures.undo();
      root.replaceChild(fresh, outlet);
      outlet = fresh;
      return outlet;
    },

    /** Registers the element that has replaced the outlet. @param {HTMLElement} fresh */
    setOutlet(fresh) {
      outlet = fresh;
      arrange();
    },

    /**
     * @param {import("./messages.js").Lang} lang
     * @param {string} file
     * @param {boolean} isRetry whether the reader asked for it and so sees it at once
     */
    loading(lang, file, isRetry) {
      removeAside();
      endProgress();
      isSizeKnown = false;
      const show = () => {
        status.lang = lang;
        status.textContent = text(lang, "loading", { file });
        bar.setAttribute("aria-label", text(lang, "progress"));
        bar.hidden = !isSizeKnown;
      };
      if (figures.isStatic()) {
        // The static figures are to be seen, and must not move.
      } else if (isRetry) {
        show();
        // The button that had the focus is removed with the notice.
        status.focus({ preventScroll: true });
      } else {
        timer = setTimeout(show, LOADING_DELAY);
      }
      alert.textContent = "";
    },

    /** @param {number} received in bytes @param {number} total 0 if unknown */
    progress(received, total) {
      if (!total) return;
      isSizeKnown = true;
      bar.max = total;
      bar.value = received;
      bar.hidden = !status.textContent;
    },

    /**
     * Shows the outlet instead of the fallback, as soon as that does not move what is in sight.
     * @param {() => void} [done]
     */
    figures(done) {
      figures.show(outlet, (focused) => {
        const view = focused && focused.getAttribute("data-view");
        /** @type {HTMLElement | null} */
        const tab = view ? outlet.querySelector(`[data-view="${view}"]`) : null;
        if (focused) (tab || outlet).focus({ preventScroll: true });
        arrange();
        if (done) done();
      });
      endProgress(outlet);
    },

    /** Prints HTML instead of the figures; null ends that. @param {string | null} html */
    paper(html) {
      if (paper) paper.remove();
      paper = null;
      outlet.classList.toggle("on-paper", Boolean(html));
      if (!html) return;
      paper = createElement("div", { className: "gongkai paper", innerHTML: html });
      root.append(paper);
    },

    /** Creates an empty element above the figures, which replaces an earlier one. @returns {HTMLElement} */
    aside() {
      removeAside();
      const fresh = createElement("div", { className: "gongkai aside" });
      root.insertBefore(fresh, outlet);
      aside = fresh;
      return fresh;
    },

    /** Creates an empty element for a comparison, above the figures. The caller removes it. @returns {HTMLElement} */
    comparison() {
      const container = createElement("div", { className: "gongkai" });
      container.setAttribute("part", "root");
      root.insertBefore(container, outlet);
      return container;
    },

    /** Shows the fallback alone. */
    fallback() {
      figures.undo();
      alert.textContent = "";
      endProgress();
    },

    /**
     * Shows above the fallback what is wrong.
     * @param {import("./messages.js").Lang} lang
     * @param {import("./session.js").Problem} problem
     * @param {string | null} src the report's address, if it has one
     * @param {() => void} retry
     */
    problem(lang, problem, src, retry) {
      const facts = createElement("dl", { className: "notice-facts" });
      for (const name of /** @type {Fact[]} */ (["file", "path", "value", "line"])) {
        if (!problem[name]) continue;
        // The file's text may be written in either direction.
        const value = createElement("dd", { dir: "auto" }, String(problem[name]));
        facts.append(createElement("div", {}, createElement("dt", {}, text(lang, name)), value));
      }

      const actions = createElement("p", { className: "notice-ways" });
      const isPanic = problem.code === "panic";
      if (isPanic || FINAL.indexOf(problem.code) < 0) {
        const label = text(lang, isPanic ? "reload" : "retry");
        const onclick = isPanic ? () => location.reload() : retry;
        actions.append(createElement("button", { type: "button", onclick }, label));
      }
      const url = src && UNREACHABLE.indexOf(problem.code) < 0 && address(src);
      // A link with another protocol could run code.
      if (url && /^https?:$/.test(url.protocol)) {
        actions.append(createElement("a", { href: url.href }, text(lang, "open")));
      }

      const message = createElement("p", { className: "notice-message" }, problem.message);
      const notice = createElement("div", { className: "notice", lang }, message, facts, actions);
      notice.setAttribute("part", "notice");
      figures.undo();
      alert.textContent = "";
      alert.append(notice);
      endProgress(actions.querySelector("button"));
    },
  };
}

/** @param {HTMLLinkElement} link @returns {Promise<void>} */
function loaded(link) {
  return new Promise((resolve, reject) => {
    link.onload = () => resolve();
    link.onerror = reject;
  });
}

function createOutlet() {
  const outlet = createElement("div", { className: "gongkai pending", tabIndex: -1 });
  outlet.setAttribute("part", "root");
  return outlet;
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {object} properties
 * @param {...(Node | string)} content
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function createElement(tag, properties, ...content) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...content);
  return node;
}
