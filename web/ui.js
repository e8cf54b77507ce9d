import { addressOf } from "./assets.js";
import { address } from "./load.js";
import { text } from "./messages.js";
import { staticPage } from "./static-page.js";

/** Milliseconds; sooner than this a line that says "loading" is only a flicker. */
const PATIENCE = 300;

/** Errors after which loading again in the same page cannot help. */
const FINAL = ["no-source", "cross-origin", "local-page", "wasm-unsupported", "wasm-blocked", "panic"];

/** Errors that say that the report's file itself cannot be had. */
const UNREACHABLE = ["no-source", "cross-origin", "local-page", "not-found", "http", "network"];

/**
 * What is in the shadow root: progress, notice, fallback, and the outlet for the figures.
 * Text from outside goes in as text only.
 * @param {ShadowRoot} root
 */
export function createUi(root) {
  // Both regions are there from the start: screen readers announce only what changes in a region.
  const status = make("div", { className: "progress", tabIndex: -1 });
  status.setAttribute("role", "status");
  status.setAttribute("aria-live", "polite");
  status.setAttribute("part", "progress");
  const bar = make("progress", { className: "progress-bar", hidden: true });
  const alert = make("div", {});
  alert.setAttribute("role", "alert");
  const slot = make("slot", {});
  let outlet = createOutlet();
  /** @type {HTMLLinkElement | null} */
  let link = null;
  let timer = 0;
  /** @type {HTMLElement | null} */
  let paper = null;
  /** @type {HTMLElement | null} */
  let aside = null;
  /** By address. @type {Record<string, Promise<void>>} */
  const furtherStyles = {};
  /** Whether it is known how long the report is. */
  let isSizeKnown = false;

  const page = staticPage(root, slot);

  root.append(status, bar, alert, slot, outlet);
  // The room that is kept free below the figures is given up when the reader has them move.
  root.addEventListener("click", () => (outlet.style.minHeight = ""));

  /** @param {URL} url @param {string} integrity @returns {HTMLLinkElement} */
  function linked(url, integrity) {
    const link = make("link", { rel: "stylesheet", integrity });
    // Integrity of what another host serves is checked only so.
    if (url.origin !== location.origin) link.crossOrigin = "anonymous";
    link.href = url.href;
    root.insertBefore(link, status);
    return link;
  }

  /** What is shown above the figures goes with them. */
  function removeAside() {
    if (aside) aside.remove();
  }

  /** Ends the progress; the focus of a reader who asked for it goes on to `next`. */
  function endProgress(next) {
    clearTimeout(timer);
    const isFocused = root.activeElement === status;
    status.textContent = "";
    bar.hidden = true;
    if (isFocused && next) next.focus({ preventScroll: true });
  }

  return {
    /**
     * Links the style sheet, in the place of an earlier link.
     * @param {URL} url
     * @param {string} integrity
     * @returns {Promise<void>} rejects where it does not load
     */
    style(url, integrity) {
      if (link) link.remove();
      link = linked(url, integrity);
      return loaded(link);
    },

    /** Links one more, once; resolves whether it loads or not. @param {{file: string, integrity: string}} asset */
    furtherStyle(asset) {
      const { file, integrity } = asset;
      if (!furtherStyles[file]) {
        furtherStyles[file] = loaded(linked(addressOf(asset, false), integrity)).catch(() => {});
      }
      return furtherStyles[file];
    },

    /** Replaces the place for the figures by an empty one, hidden until it is shown. */
    newOutlet() {
      removeAside();
      const fresh = createOutlet();
      page.undo();
      root.replaceChild(fresh, outlet);
      outlet = fresh;
      return outlet;
    },

    /** Takes note that another element is now in the outlet's place. @param {HTMLElement} fresh */
    setOutlet(fresh) {
      outlet = fresh;
    },

    /**
     * @param {import("./messages.js").Lang} lang
     * @param {string} file
     * @param {boolean} asked for by the reader, who then sees at once that something happens
     */
    loading(lang, file, asked) {
      removeAside();
      endProgress();
      isSizeKnown = false;
      const show = () => {
        status.lang = lang;
        status.textContent = text(lang, "loading", { file });
        bar.setAttribute("aria-label", text(lang, "progress"));
        bar.hidden = !isSizeKnown;
      };
      if (page.isStatic()) {
        // There is something to see already, and nothing of it is to move.
      } else if (asked) {
        show();
        // The button that was pressed goes away with the notice.
        status.focus({ preventScroll: true });
      } else {
        timer = setTimeout(show, PATIENCE);
      }
      alert.textContent = "";
    },

    /** @param {number} received bytes @param {number} total 0 if not known */
    progress(received, total) {
      if (!total) return;
      isSizeKnown = true;
      bar.max = total;
      bar.value = received;
      bar.hidden = !status.textContent;
    },

    /**
     * Shows the outlet in the place of the fallback, at once or, where that would move what a reader looks
     * at, as soon as it does not.
     * @param {() => void} [done]
     */
    figures(done) {
      page.show(outlet, (left) => {
        const view = left && left.getAttribute("data-view");
        const tab = view && outlet.querySelector(`[data-view="${view}"]`);
        if (left) (tab || outlet).focus({ preventScroll: true });
        if (done) done();
      });
      endProgress(outlet);
    },

    /** Shows HTML on paper in the place of the figures; null ends that. @param {string | null} html */
    paper(html) {
      if (paper) paper.remove();
      paper = null;
      outlet.classList.toggle("on-paper", Boolean(html));
      if (!html) return;
      paper = make("div", { className: "gongkai paper", innerHTML: html });
      root.append(paper);
    },

    /** An empty place above the figures, in the place of an earlier one. @returns {HTMLElement} */
    aside() {
      removeAside();
      aside = make("div", { className: "gongkai aside" });
      root.insertBefore(aside, outlet);
      return aside;
    },

    /** An empty place for a comparison, above the figures; whoever has it removes it. @returns {HTMLElement} */
    comparison() {
      const own = make("div", { className: "gongkai" });
      own.setAttribute("part", "root");
      root.insertBefore(own, outlet);
      return own;
    },

    /** Nothing to show, and nothing wrong. */
    fallback() {
      page.undo();
      alert.textContent = "";
      endProgress();
    },

    /**
     * Says above the fallback what is wrong.
     * @param {import("./messages.js").Lang} lang
     * @param {import("./session.js").Problem} problem
     * @param {string | null} src the report's address, if it has one
     * @param {() => void} retry
     */
    problem(lang, problem, src, retry) {
      const facts = make("dl", { className: "notice-facts" });
      for (const name of ["file", "path", "value", "line"]) {
        if (!problem[name]) continue;
        // What a file says may run in either direction.
        const said = make("dd", { dir: "auto" }, String(problem[name]));
        facts.append(make("div", {}, make("dt", {}, text(lang, name)), said));
      }

      const ways = make("p", { className: "notice-ways" });
      const panic = problem.code === "panic";
      if (panic || FINAL.indexOf(problem.code) < 0) {
        const label = text(lang, panic ? "reload" : "retry");
        const onclick = panic ? () => location.reload() : retry;
        ways.append(make("button", { type: "button", onclick }, label));
      }
      const url = src && UNREACHABLE.indexOf(problem.code) < 0 && address(src);
      // A link to anything but the web could run code.
      if (url && /^https?:$/.test(url.protocol)) {
        ways.append(make("a", { href: url.href }, text(lang, "open")));
      }

      const message = make("p", { className: "notice-message" }, problem.message);
      const notice = make("div", { className: "notice", lang }, message, facts, ways);
      notice.setAttribute("part", "notice");
      page.undo();
      alert.textContent = "";
      alert.append(notice);
      endProgress(ways.querySelector("button"));
    },
  };
}

/** @param {HTMLLinkElement} link */
function loaded(link) {
  return new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = reject;
  });
}

function createOutlet() {
  const outlet = make("div", { className: "gongkai pending", tabIndex: -1 });
  outlet.setAttribute("part", "root");
  return outlet;
}

/**
 * @param {string} tag
 * @param {object} properties
 * @param {...(Node | string)} content
 * @returns {any}
 */
function make(tag, properties, ...content) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...content);
  return node;
}
