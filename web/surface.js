import { addressOf } from "./assets.js";
import { address } from "./load.js";
import { text } from "./messages.js";
import { takeover } from "./takeover.js";

/** Milliseconds; sooner than this a line that says "loading" is only a flicker. */
const PATIENCE = 300;

/** Errors after which loading again in the same page cannot help. */
const FINAL = ["no-source", "cross-origin", "local-page", "wasm-unsupported", "wasm-blocked", "panic"];

/** Errors that say that the report's file itself cannot be had. */
const UNREACHABLE = ["no-source", "cross-origin", "local-page", "not-found", "http", "network"];

/**
 * What stands in the shadow root: progress, notice, fallback, and the outlet for the figures.
 * Text from outside goes in as text only.
 * @param {ShadowRoot} root
 */
export function surface(root) {
  // Both regions stand from the start: screen readers announce only what changes in a region.
  const status = make("div", { className: "progress", tabIndex: -1 });
  status.setAttribute("role", "status");
  status.setAttribute("aria-live", "polite");
  status.setAttribute("part", "progress");
  const bar = make("progress", { className: "progress-bar", hidden: true });
  const alert = make("div", {});
  alert.setAttribute("role", "alert");
  const slot = make("slot", {});
  let outlet = place();
  /** @type {HTMLLinkElement | null} */
  let link = null;
  /** Places among the buttons: the one that had the focus, and the one that was clicked too early. */
  let focused = -1;
  let missed = -1;
  let timer = 0;
  /** @type {HTMLElement | null} */
  let sheet = null;
  /** @type {HTMLElement | null} */
  let aside = null;
  /** By address. @type {Record<string, Promise<void>>} */
  const further = {};
  /** Whether it is known how long the report is. */
  let known = false;

  const stage = takeover(root, slot);

  root.append(status, bar, alert, slot, outlet);

  /** @param {URL} url @param {string} integrity @returns {HTMLLinkElement} */
  function linked(url, integrity) {
    const link = make("link", { rel: "stylesheet", integrity });
    // Integrity of what another host serves is checked only so.
    if (url.origin !== location.origin) link.crossOrigin = "anonymous";
    link.href = url.href;
    root.insertBefore(link, status);
    return link;
  }

  /** Of a click on what does not answer yet. */
  function miss(event) {
    missed = buttons().indexOf(event.target.closest("button"));
  }

  function buttons() {
    return Array.prototype.slice.call(outlet.querySelectorAll("button"));
  }

  /** What stands beside the figures goes with them. */
  function alone() {
    if (aside) aside.remove();
  }

  /** Ends the progress; the focus of a reader who asked for it goes on to `next`. */
  function settle(next) {
    clearTimeout(timer);
    const held = root.activeElement === status;
    status.textContent = "";
    bar.hidden = true;
    if (held && next) next.focus({ preventScroll: true });
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
      return arrival(link);
    },

    /** Links one more, once; resolves whether it loads or not. @param {{file: string, integrity: string}} asset */
    furtherStyle(asset) {
      const { file, integrity } = asset;
      if (!further[file]) further[file] = arrival(linked(addressOf(asset, false), integrity)).catch(() => {});
      return further[file];
    },

    /** A new place for the figures, hidden until they stand; nothing of the old one lives on. */
    outlet() {
      alone();
      const fresh = place();
      stage.undo();
      root.replaceChild(fresh, outlet);
      outlet = fresh;
      return outlet;
    },

    /**
     * @param {import("./messages.js").Lang} lang
     * @param {string} file
     * @param {boolean} asked for by the reader, who then sees at once that something happens
     */
    loading(lang, file, asked) {
      alone();
      settle();
      known = false;
      const show = () => {
        status.lang = lang;
        status.textContent = text(lang, "loading", { file });
        bar.setAttribute("aria-label", text(lang, "progress"));
        bar.hidden = !known;
      };
      if (stage.isStatic()) {
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
      known = true;
      bar.max = total;
      bar.value = received;
      bar.hidden = !status.textContent;
    },

    /** The figures stand, as HTML that does not answer yet; the fallback has served. @param {string} html */
    sketch(html) {
      outlet.innerHTML = html;
      outlet.addEventListener("click", miss);
      this.figures();
    },

    /** What answers is about to come into the place of the sketch. */
    waking() {
      focused = buttons().indexOf(root.activeElement);
    },

    /** It has come: the reader's focus is where it was, and a click too early is made now. */
    awake() {
      outlet.removeEventListener("click", miss);
      const [next, clicked] = [buttons()[focused], buttons()[missed]];
      focused = missed = -1;
      if (next && !root.activeElement) next.focus({ preventScroll: true });
      if (clicked) clicked.click();
    },

    isStatic: stage.isStatic,

    /** The figures stand; the fallback has served. */
    figures() {
      stage.show(outlet, (left) => {
        const view = left && left.getAttribute("data-view");
        const tab = view && outlet.querySelector(`[data-view="${view}"]`);
        if (left) (tab || outlet).focus({ preventScroll: true });
      });
      settle(outlet);
    },

    /** What stands on paper in the place of the figures; null when the paper is done. @param {string | null} html */
    paper(html) {
      if (sheet) sheet.remove();
      sheet = null;
      outlet.classList.toggle("on-paper", Boolean(html));
      if (!html) return;
      sheet = make("div", { className: "gongkai paper", innerHTML: html });
      root.append(sheet);
    },

    /** An empty place above the figures, in the place of an earlier one. @returns {HTMLElement} */
    beside() {
      alone();
      aside = make("div", { className: "gongkai aside" });
      root.insertBefore(aside, outlet);
      return aside;
    },

    /** An empty place for a comparison, above the figures; whoever has it removes it. @returns {HTMLElement} */
    compared() {
      const own = make("div", { className: "gongkai" });
      own.setAttribute("part", "root");
      root.insertBefore(own, outlet);
      return own;
    },

    /** Nothing to show, and nothing wrong. */
    fallback() {
      stage.undo();
      alert.textContent = "";
      settle();
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
      stage.undo();
      alert.textContent = "";
      alert.append(notice);
      settle(ways.querySelector("button"));
    },
  };
}

/** @param {HTMLLinkElement} link */
function arrival(link) {
  return new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = reject;
  });
}

function place() {
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
