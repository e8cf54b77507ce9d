/**
 * The widgets' entries in the page's address. All else stays as it is: path, query, the host's own fragment and
 * the entries of other widgets.
 */

/** The time in milliseconds after which an entry is written again that the browser has refused. */
const RETRY_DELAY = 2000;
/** Safari refuses after 100 changes within 30 seconds. */
const MAX_RETRIES = 60;

/**
 * @typedef {object} Permalink
 * @property {string} name as written in the attribute
 * @property {boolean} isQuery whether the entry is in the query instead of the fragment
 */

/** The entries that could not be written yet, by key; null removes one. @type {Map<string, {isQuery: boolean, entry: string | null}>} */
const pending = new Map();
let timer = 0;
let retries = 0;
let hasWarned = false;

/**
 * Reads the attribute: `permalink`, `permalink="name"`, `permalink="query"` or `permalink="query name"`.
 * @param {string | null} attribute
 * @returns {Permalink | null} null if the address is left alone
 */
export function readPermalink(attribute) {
  // Some frameworks write a property that is false in this way.
  if (attribute === null || attribute === "false") return null;
  const [first, ...rest] = attribute.trim().split(/\s+/);
  if (first === "query") return { name: rest.join("-"), isQuery: true };
  return isRouted() ? null : { name: attribute, isQuery: false };
}

/** Whether the page takes its fragment for a path, as in `#/list/7`, which another entry would make unknown to it. */
function isRouted() {
  const routed = entries(location.hash).some((entry) => /^(?!gongkai)(!|[^=]*\/)/.test(entry));
  if (routed && !hasWarned) {
    hasWarned = true;
    console.warn('gongkai: this page routes by its fragment, so permalink is off; permalink="query" keeps it: docs/serving.md#permalink');
  }
  return routed;
}

/** @param {string} text a query or a fragment @returns {string[]} */
const entries = (text) => text.slice(1).split("&");

/** Returns the entries in the form of a fragment. @param {boolean} isQuery */
export function readEntries(isQuery) {
  return `#${(isQuery ? location.search : location.hash).slice(1)}`;
}

/**
 * Puts an entry into the page's address. It replaces the entry in the history, so that the browser's back
 * button leaves the page instead of undoing a choice.
 * @param {boolean} isQuery
 * @param {string} key
 * @param {string | null} entry with the key; null removes it
 */
export function writeEntry(isQuery, key, entry) {
  pending.set(key, { isQuery, entry });
  retries = 0;
  write();
}

/** Returns the page's address with all entries, also those that the browser has not taken yet. */
export function link() {
  const [, page, query, fragment] = /** @type {string[]} */ (/** @type {unknown} */ (/^([^?#]*)(\??[^#]*)(#?[^]*)$/.exec(location.href)));
  const parts = [query, fragment];
  pending.forEach(({ isQuery, entry }, key) => {
    const part = isQuery ? 0 : 1;
    const others = entries(parts[part]).filter((other) => !other.startsWith(`${key}=`));
    const all = (others.join("") ? others : []).concat(entry || []);
    parts[part] = all.length ? "?#"[part] + all.join("&") : "";
  });
  // Not relative: the page's base may be another one.
  return new URL(page + parts.join("")).href;
}

function write() {
  clearTimeout(timer);
  const next = link();
  try {
    if (next !== location.href) history.replaceState(history.state, "", next);
    // Browsers refuse by an error, or silently.
    if (next === location.href) return pending.clear();
  } catch (error) {
    // Too many changes, or a sandboxed frame.
  }
  if (retries++ < MAX_RETRIES) timer = setTimeout(write, RETRY_DELAY);
}
