import { session } from "./session.js";
import { version } from "./assets.js";

export const NAME = "gongkai-report";

/** Properties and the attributes they stand for. */
const ATTRIBUTES = {
  src: "src",
  view: "view",
  theme: "theme",
  textSize: "text-size",
  permalink: "permalink",
};

/** What `mount` takes. */
const OPTIONS = Object.keys(ATTRIBUTES).concat("lang", "report");

/**
 * @typedef {object} Options
 * @property {string | null} [src] the report's address, on this site
 * @property {object | null} [report] the report itself, in place of `src`
 * @property {string | null} [view]
 * @property {string | null} [lang] `zh-CN` or `en`; else the page's
 * @property {string | null} [theme] `auto`, `light`, `dark` or `contrast`
 * @property {string | null} [textSize] `standard`, `large` or `larger`
 * @property {string | boolean | null} [permalink]
 */

/** `<gongkai-report>`: a disclosure report as charts, with what stands inside as its fallback. */
export class GongkaiReport extends HTMLElement {
  static get observedAttributes() {
    return Object.keys(ATTRIBUTES).map((name) => ATTRIBUTES[name]).concat("lang");
  }

  static get version() {
    return version;
  }

  /**
   * Puts a widget at the end of `element`.
   * @param {Element} element
   * @param {Options} [options]
   * @returns {{element: GongkaiReport, update(options: Options): void, destroy(): void}}
   * @throws {TypeError} for an option that does not exist
   */
  static mount(element, options = {}) {
    const report = document.createElement(NAME);
    assign(report, options);
    element.appendChild(report);
    return {
      element: report,
      update: (changes) => assign(report, changes),
      destroy: () => report.remove(),
    };
  }

  constructor() {
    super();
    internals.set(this, { report: null, due: false, sync: session(this, this.attachShadow({ mode: "open" })) });
  }

  connectedCallback() {
    // Set before this script came, these hide the accessors below.
    for (const name of Object.keys(ATTRIBUTES).concat("report")) {
      if (Object.prototype.hasOwnProperty.call(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    due(this);
  }

  disconnectedCallback() {
    due(this);
  }

  attributeChangedCallback() {
    due(this);
  }

  /** The report itself, in place of `src`. @returns {object | null} */
  get report() {
    return internals.get(this).report;
  }

  set report(report) {
    internals.get(this).report = report || null;
    due(this);
  }
}

for (const name of Object.keys(ATTRIBUTES)) {
  const attribute = ATTRIBUTES[name];
  Object.defineProperty(GongkaiReport.prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(attribute);
    },
    set(value) {
      write(this, attribute, value);
    },
  });
}

/** @type {WeakMap<GongkaiReport, {report: object | null, due: boolean, sync: () => void}>} */
const internals = new WeakMap();

/**
 * Once for everything that changes in one task, so that an element that is moved, or given
 * three attributes, does not start three times. It also leaves any wasm call under way.
 * @param {GongkaiReport} element
 */
function due(element) {
  const own = internals.get(element);
  if (own.due) return;
  own.due = true;
  Promise.resolve().then(() => {
    own.due = false;
    own.sync();
  });
}

/** @param {Element} element @param {string} attribute @param {unknown} value */
function write(element, attribute, value) {
  if (value === null || value === undefined || value === false) element.removeAttribute(attribute);
  else element.setAttribute(attribute, value === true ? "" : String(value));
}

/** @param {GongkaiReport} report @param {Options} options */
function assign(report, options) {
  for (const name of Object.keys(options)) {
    if (OPTIONS.indexOf(name) < 0) throw new TypeError(`gongkai: no such option: ${name}; there are ${OPTIONS.join(", ")}`);
  }
  for (const name of Object.keys(options)) {
    if (name === "lang") write(report, name, options[name]);
    else report[name] = options[name];
  }
}

/** Whoever comes first defines the element; a second copy of the script leaves it alone. */
export function define() {
  // Browsers without custom elements keep the fallback.
  if (window.customElements && !customElements.get(NAME)) customElements.define(NAME, GongkaiReport);
}
