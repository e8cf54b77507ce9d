import { createSession } from "./session.js";
import { version } from "./assets.js";

export const NAME = "gongkai-report";

/** The properties that reflect an attribute, with its name. @type {Record<string, string>} */
const ATTRIBUTES = {
  src: "src",
  catalog: "catalog",
  view: "view",
  theme: "theme",
  textSize: "text-size",
  permalink: "permalink",
  base: "base",
  headingLevel: "heading-level",
  desk: "desk",
};

/** The options of `mount`. */
const OPTIONS = Object.keys(ATTRIBUTES).concat("lang", "report");

/**
 * @typedef {object} Options
 * @property {string | null} [src] the report's address, on this site
 * @property {string | null} [catalog] the address of a catalogue, beside which are the agency's other years and its peers
 * @property {object | null} [report] the report itself, instead of `src`
 * @property {string | null} [view]
 * @property {string | null} [lang] `zh-CN` or `en`; the page's by default
 * @property {string | null} [theme] `auto`, `light`, `dark` or `contrast`
 * @property {string | null} [textSize] `standard`, `large` or `larger`
 * @property {string | boolean | null} [permalink]
 * @property {string | null} [base] the folder of the widget's files, if the script does not know it
 * @property {string | number | null} [headingLevel] of the widget's title, from 1 to 6; 2 by default
 * @property {string | null} [desk] the address of the desk, to which the preview of a file leads
 */

/** `<gongkai-report>`: a disclosure report as charts, with its content as the fallback. */
export class GongkaiReport extends HTMLElement {
  static get observedAttributes() {
    return Object.keys(ATTRIBUTES).map((name) => ATTRIBUTES[name]).concat("lang", "report");
  }

  static get version() {
    return version;
  }

  /**
   * Appends a widget to `element`.
   * @param {Element} element
   * @param {Options} [options]
   * @returns {{element: GongkaiReport, update(options: Options): void, destroy(): void}}
   * @throws {TypeError} for an option that does not exist
   */
  static mount(element, options = {}) {
    const report = /** @type {GongkaiReport} */ (document.createElement(/** @type {string} */ (NAME)));
    applyOptions(report, options);
    element.appendChild(report);
    return {
      element: report,
      update: (changes) => applyOptions(report, changes),
      destroy: () => report.remove(),
    };
  }

  constructor() {
    super();
    this.addEventListener("click", keepOnPage);
    internals.set(this, { report: null, isScheduled: false, sync: createSession(this, this.attachShadow({ mode: "open" })) });
  }

  connectedCallback() {
    // Properties that were set before the element was defined hide the accessors below.
    const properties = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (this));
    for (const name of Object.keys(ATTRIBUTES).concat("report")) {
      if (Object.prototype.hasOwnProperty.call(this, name)) {
        const value = properties[name];
        delete properties[name];
        properties[name] = value;
      }
    }
    scheduleSync(this);
  }

  disconnectedCallback() {
    scheduleSync(this);
  }

  attributeChangedCallback() {
    scheduleSync(this);
  }

  /** The report itself, instead of `src`. @returns {object | null} */
  get report() {
    return internalsOf(this).report;
  }

  set report(report) {
    internalsOf(this).report = report || null;
    scheduleSync(this);
  }
}

for (const name of Object.keys(ATTRIBUTES)) {
  const attribute = ATTRIBUTES[name];
  Object.defineProperty(GongkaiReport.prototype, name, {
    configurable: true,
    enumerable: true,
    /** @this {GongkaiReport} */
    get() {
      return this.getAttribute(attribute);
    },
    /** @this {GongkaiReport} @param {unknown} value */
    set(value) {
      reflect(this, attribute, value);
    },
  });
}

/** @typedef {{report: object | null, isScheduled: boolean, sync: () => void}} Internals */

/** @type {WeakMap<GongkaiReport, Internals>} */
const internals = new WeakMap();

/** @param {GongkaiReport} element */
const internalsOf = (element) => /** @type {Internals} */ (internals.get(element));

/**
 * Applies all changes of one task at once, so that an element that is moved, or given three attributes, does
 * not start three times. No call of a WebAssembly module is in progress then.
 * @param {GongkaiReport} element
 */
function scheduleSync(element) {
  const own = internalsOf(element);
  if (own.isScheduled) return;
  own.isScheduled = true;
  Promise.resolve().then(() => {
    own.isScheduled = false;
    own.sync();
  });
}

/**
 * Follows a link of the fallback to another part of this page. Where the page has another base the browser would
 * leave the page.
 * @param {MouseEvent} event
 */
function keepOnPage(event) {
  const link = /** @type {Element} */ (event.target).closest('a[href^="#"]');
  const isHere = document.baseURI.split("#")[0] === location.href.split("#")[0];
  if (!link || isHere || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  location.hash = /** @type {string} */ (link.getAttribute("href"));
}

/** Writes a property's value to its attribute. @param {Element} element @param {string} attribute @param {unknown} value */
function reflect(element, attribute, value) {
  if (value === null || value === undefined || value === false) element.removeAttribute(attribute);
  else element.setAttribute(attribute, value === true ? "" : String(value));
}

/** @param {GongkaiReport} report @param {Options} options */
function applyOptions(report, options) {
  const values = /** @type {Record<string, unknown>} */ (options);
  const properties = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (report));
  for (const name of Object.keys(options)) {
    if (OPTIONS.indexOf(name) < 0) throw new TypeError(`gongkai: no such option: ${name}; there are ${OPTIONS.join(", ")}`);
  }
  for (const name of Object.keys(options)) {
    if (name === "lang") reflect(report, name, values[name]);
    else properties[name] = values[name];
  }
}

/** Defines the element, unless another copy of the script has done so. */
export function define() {
  // Browsers without custom elements keep the fallback.
  if (!window.customElements) return;
  const defined = /** @type {any} */ (customElements.get(NAME));
  if (!defined) customElements.define(NAME, GongkaiReport);
  else if (defined.version !== version) console.warn(`gongkai: version ${defined.version} is on this page already; ${version} is not used: docs/serving.md#versions`);
}
