import { arrangeOnEvents } from "./arrange.js";
import { addressOf } from "./assets.js";
import { sizeObserver } from "./frames.js";
import { text } from "./messages.js";
import { loadNotice } from "./notice.js";
import { answerTextSize } from "./text-size.js";

/** The delay in milliseconds before "loading" is shown, which would otherwise only flicker. */
const LOADING_DELAY = 300;

/** The width in CSS pixels of a widget that is hidden and cannot be measured. */
const DEFAULT_WIDTH = 640;

/** The text size in CSS pixels where it cannot be measured. */
const DEFAULT_EM = 16;
/** The lines of text that are measured. */
const LINES = 10;
/** The smallest text of a figure, in relation to the widget's; as in style/element.css. */
const SMALL = 0.82;

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
  const [textRuler, smallRuler] = ["i", "b"].map((tag) => createElement(/** @type {"b"} */ (tag), {}, "\n".repeat(LINES)));
  const ruler = createElement("div", { className: "gongkai measure" }, textRuler, createElement("i", {}, smallRuler));
  /** The text size that was measured last. */
  let em = 0;
  /** @type {HTMLElement} */
  let outlet = createOutlet();
  /** @type {HTMLLinkElement | null} */
  let link = null;
  let timer = 0;
  /** @type {HTMLElement | null} */
  let aside = null;
  /** The further style sheets that are linked, by file. @type {Record<string, Promise<void>>} */
  const addedStyles = {};
  /** Whether the length of the data is known. */
  let isSizeKnown = false;

  /** Replaces static figures; null where there are none. @type {ReturnType<import("./notice.js").Notice["staticFigures"]> | null} */
  let figures = null;
  /** Whether the fallback has static figures (`gongkai render`), which the widget's replace without a movement. */
  const isStatic = () => !slot.hidden && Boolean(root.host.querySelector("[data-gongkai=first]"));
  const arrange = arrangeOnEvents(root);
  answerTextSize(root);

  /** Shows the fallback. */
  function undo() {
    if (figures) figures.undo();
    slot.hidden = false;
  }

  root.append(ruler, status, bar, alert, slot, outlet);
  // A click may move things, so the space that was reserved below the figures is given up.
  root.addEventListener("click", () => (outlet.style.minHeight = ""));

  /** @param {URL} url @param {string} integrity @param {Element} [before] @returns {HTMLLinkElement} */
  function insertLink(url, integrity, before = ruler) {
    const link = createElement("link", { rel: "stylesheet", integrity });
    // Without it, the integrity of another host's file is not verified.
    if (url.origin !== location.origin) link.crossOrigin = "anonymous";
    link.href = url.href;
    root.insertBefore(link, before);
    return link;
  }

  function measuredEm() {
    // Figures have text of both sizes, and must have room for the larger need.
    const em = Math.max(textRuler.offsetHeight, smallRuler.offsetHeight / SMALL) / LINES;
    return em > 1 ? em : DEFAULT_EM;
  }

  /** Creates an empty element above the figures. The caller removes it. @param {string} name its class */
  function addAbove(name) {
    const fresh = createElement("div", { className: `gongkai ${name}` });
    root.insertBefore(fresh, outlet);
    return fresh;
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
      // Further sheets, which may have come before it, refine this one.
      link = insertLink(url, integrity, root.querySelector("link") || ruler);
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

    /** Loads what is needed to replace static figures. Without it they are replaced with a jump. */
    prepare: async () => {
      if (!figures && isStatic()) figures = await loadNotice().then((notice) => notice.staticFigures(root, slot), () => null);
    },

    /**
     * Replaces the outlet by an empty one, which is hidden until `figures` is called.
     * @param {boolean} [isBelow] whether other figures stay, so that the fallback is not shown
     */
    newOutlet(isBelow) {
      removeAside();
      const fresh = createOutlet();
      if (!isBelow) undo();
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
      if (isStatic()) {
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
      /** @param {Element | null} focused the replaced element that had the focus */
      const shown = (focused) => {
        const view = focused && focused.getAttribute("data-view");
        /** @type {HTMLElement | null} */
        const tab = view ? outlet.querySelector(`[data-view="${view}"]`) : null;
        if (focused) (tab || outlet).focus({ preventScroll: true });
        arrange();
        if (done) done();
      };
      if (figures) figures.show(outlet, shown);
      else if (outlet.classList.contains("pending")) {
        outlet.classList.remove("pending");
        slot.hidden = true;
        shown(null);
      }
      endProgress(outlet);
    },

    /** Creates an empty element at the end. The caller removes it. @returns {HTMLElement} */
    overlay: () => root.appendChild(createElement("div", { className: "gongkai" })),

    /**
     * Measures the widget: the width that layout gives it, which is not that on the screen where the page zooms or
     * rotates it, and the size that its text really has.
     * @returns {{width: number, em: number}} in CSS pixels
     */
    size() {
      em = measuredEm();
      // "auto" where it is hidden.
      return { width: parseFloat(getComputedStyle(outlet).width) || DEFAULT_WIDTH, em };
    },

    /** Calls back when the reader's text size has changed. @param {() => void} call @returns {() => void} ends that */
    onTextSize(call) {
      const observer = sizeObserver(() => {
        const next = measuredEm();
        if (em && next !== em) call();
      });
      observer.observe(textRuler);
      observer.observe(smallRuler);
      return () => observer.disconnect();
    },

    /** Creates an empty element above the figures, which replaces an earlier one. @returns {HTMLElement} */
    aside() {
      removeAside();
      return (aside = addAbove("aside"));
    },

    addAbove,

    /** Shows the fallback alone. */
    fallback() {
      undo();
      alert.textContent = "";
      endProgress();
    },

    /**
     * Shows above the fallback what is wrong.
     * @param {(() => HTMLElement) | null} make makes the notice; null if what makes it did not load
     * @param {import("./messages.js").Lang} lang
     * @param {string} message
     * @param {(() => void) | null} retry null if that cannot help
     */
    problem(make, lang, message, retry) {
      const notice = make ? make() : createElement("div", { className: "notice", lang }, createElement("p", { className: "notice-message" }, message));
      if (!make && retry) notice.append(" ", createElement("button", { type: "button", onclick: retry }, text(lang, "retry")));
      notice.setAttribute("part", "notice");
      undo();
      alert.textContent = "";
      alert.append(notice);
      endProgress(notice.querySelector("button"));
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
