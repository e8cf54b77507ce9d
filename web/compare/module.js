/** The script of the module that compares: many reports, compared. */

import { Coming as Reader, Data, adopt, explain, hash_in, instantiate, sentence, sha384 } from "gongkai-compare";
import { css, plain, wasm } from "./assets.js";
import { look } from "./look.js";

/**
 * @typedef {object} Settings as ../session.js gives them
 * @property {string} lang
 * @property {string} [textSize]
 * @property {string} [permalink]
 *
 * @typedef {object} Page
 * @property {HTMLElement} place what the comparison stands in
 * @property {() => Settings} settings
 * @property {(kind: string, detail: object) => void} tell
 * @property {(json: string, file: string, others: string[]) => void} preview shows a report below the
 *   place; `others` are of the years beside it
 * @property {() => void} close takes that report away
 *
 * @typedef {object} Shown
 * @property {() => void} update the settings are others
 * @property {() => void} follow the page's fragment is another
 * @property {() => void} free
 *
 * @typedef {object} Coming a catalogue on its way
 * @property {string} href
 * @property {Uint8Array[]} parts what has come of it; grows
 * @property {Program} further
 *
 * @typedef {object} Program
 * @property {{file: string, integrity: string}} css
 * @property {(bytes: Uint8Array, file: string, lang: string) => string[]} explain what is wrong with a
 *   catalogue: code, sentence, field, value, line; empty where nothing is
 * @property {(coming: Coming) => void} ahead reads what has come, so that little is to do when all is there
 * @property {(coming: Coming) => void} forget what was read so, if nothing has used it
 * @property {(bytes: Uint8Array, href: string, page: Page, coming: Coming) => Shown | null} open null of a
 *   broken or empty one; `bytes` are what was coming
 */

/**
 * One copy of a catalogue for all widgets that show it, by its address.
 * @type {Map<string, {data: Data, users: number}>}
 */
const kept = new Map();

/**
 * Catalogues on their way, by their addresses: of several widgets that fetch one, the first reads it.
 * @type {Map<string, {coming: Coming, reader: Reader, next: number}>}
 */
const ahead = new Map();

/** What was read of just this one: another answer from the same address may be another file. */
function taken(coming) {
  const begun = ahead.get(coming.href);
  if (!begun || begun.coming !== coming) return undefined;
  ahead.delete(coming.href);
  return begun.reader;
}

/**
 * @param {typeof import("../compile.js").bring} bring
 * @returns {Promise<Program>}
 */
export async function start(bring) {
  await bring(wasm, plain, instantiate, adopt);
  return {
    css,
    explain,
    ahead(coming) {
      const { href, parts } = coming;
      if (kept.has(href)) return;
      let begun = ahead.get(href);
      if (!begun) ahead.set(href, (begun = { coming, reader: new Reader(), next: 0 }));
      if (begun.coming !== coming) return;
      while (begun.next < parts.length) begun.reader.push(parts[begun.next++]);
    },
    forget(coming) {
      const reader = taken(coming);
      if (reader) reader.free();
    },
    open(bytes, href, page, coming) {
      let entry = kept.get(href);
      if (!entry) {
        const data = Data.open(bytes, taken(coming));
        if (!data) {
          page.place.remove();
          return null;
        }
        entry = { data, users: 0 };
        kept.set(href, entry);
      }
      entry.users += 1;
      const shown = look(entry.data, page, async (report) => {
        const { lang } = page.settings();
        const [found, others] = await Promise.all([
          fetched(entry.data, href, report, lang),
          besides(entry.data, href, report, lang),
        ]);
        return Object.assign(found, { others });
      });
      return {
        update: shown.update,
        follow: shown.follow,
        free() {
          shown.free();
          entry.users -= 1;
          if (entry.users) return;
          kept.delete(href);
          entry.data.free();
        },
      };
    },
  };
}

/**
 * A listed report, held to the hash that the catalogue has of it.
 * @returns {Promise<{file: string, json: string}>} rejects with an Error whose message is for the reader
 */
async function fetched(data, href, report, lang) {
  const [file = "", hash = "", block, index] = data.report(report);
  const fail = (name, file) => new Error(sentence(name, file, lang));
  if (!file) throw fail("missing", String(report));
  let wanted = hash;
  if (block) {
    const bytes = await listed(block, href, hash).catch(() => Promise.reject(fail("missing", block)));
    wanted = bytes && hash_in(new TextDecoder().decode(bytes), Number(index));
    if (!wanted) throw fail("changed", block);
  }
  const bytes = await listed(file, href, wanted).catch(() => Promise.reject(fail("missing", file)));
  if (!bytes) throw fail("changed", file);
  return { file, json: new TextDecoder().decode(bytes) };
}

/** The reports of the years beside one, as far as they can be had. */
function besides(data, href, report, lang) {
  const others = Array.prototype.slice.call(data.beside(report));
  const each = others.map((other) => fetched(data, href, other, lang).catch(() => null));
  return Promise.all(each).then((found) => found.filter(Boolean).map(({ json }) => json));
}

/** The bytes of a file if they have that hash: a browser may still keep those of before a change. */
async function listed(path, href, hash) {
  for (const cache of ["default", "no-cache"]) {
    const bytes = await bytesOf(path, href, cache);
    if (sha384(bytes) === hash) return bytes;
  }
  return null;
}

/** A file below the catalogue's folder; its path is no address: in one, its characters are encoded. */
async function bytesOf(path, href, cache) {
  const url = new URL(path.split("/").map(encodeURIComponent).join("/"), href);
  const response = await fetch(url.href, { mode: "same-origin", credentials: "same-origin", cache });
  if (!response.ok) throw new Error(String(response.status));
  return new Uint8Array(await response.arrayBuffer());
}
