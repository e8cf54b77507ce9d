import { checks } from "./assets.js";
import { compiled } from "./compile.js";

/**
 * What can be said of a report's text: whether its numbers agree, or what is wrong with the file.
 * A second WebAssembly module, asked for only when a figure stands or none can, since it would make
 * the way there longer. Without it a line is missing, or a sentence is less exact, and nothing else:
 * so what goes wrong here is noted for the page's staff, once, and kept from the reader.
 */

/** @typedef {(json: string, file: string, lang: string) => string[]} Check */

/** One instance for every widget of the page. @type {Promise<Check> | null} */
let starting = null;
let failed = false;

/**
 * @param {string} json a report that has been read without an error
 * @param {string} file
 * @param {import("../i18n/loader.js").Lang} lang
 * @param {() => boolean} wanted whether the answer still has a use
 * @param {(said: string[]) => void} take never called from inside this call
 */
export function check(json, file, lang, wanted, take) {
  whenPainted(async () => {
    const said = wanted() && (await say(json, file, lang));
    if (said && wanted()) take(said);
  });
}

/**
 * @param {string} json a text that is no report
 * @param {string} file
 * @param {import("../i18n/loader.js").Lang} lang
 * @returns {Promise<string | undefined>} one sentence on what is wrong and what to do
 */
export async function explain(json, file, lang) {
  const said = await say(json, file, lang);
  return said && said[0];
}

/** @returns {Promise<string[] | null>} null where the module cannot be had */
async function say(json, file, lang) {
  if (failed) return null;
  try {
    if (!starting) starting = start();
    const run = await starting;
    return failed ? null : run(json, file, lang);
  } catch (error) {
    // An instance that has thrown is in an unknown state.
    if (!failed) console.warn(`gongkai: ${checks.file} is not used:`, error);
    failed = true;
    return null;
  }
}

/** The second frame begins when the one with the figure has been made. */
function whenPainted(call) {
  requestAnimationFrame(() => requestAnimationFrame(() => (window.requestIdleCallback || setTimeout)(call)));
}

/** @returns {Promise<Check>} */
async function start() {
  /** What the module hands over; it names each by its place here. @type {string[]} */
  let texts = [];
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  // Anew at each use: the memory moves when it grows.
  const bytes = (at, length) => new Uint8Array(memory.buffer, at >>> 0, length);
  const given = {
    text: (at, length) => texts.push(decoder.decode(bytes(at, length))) - 1,
    fail: (at, length) => {
      throw new Error(decoder.decode(bytes(at, length)));
    },
  };
  // The names are those of scripts/checker.mjs, the calls those of wasm-bindgen's glue.
  const instance = await WebAssembly.instantiate(await compiled(checks), { a: given });
  const { memory, check, malloc, free, stack } = instance.exports;

  /** A string as the two arguments that it becomes; whom it is passed to frees it. */
  const pass = (string) => {
    const encoded = encoder.encode(string);
    const at = malloc(encoded.length, 1);
    bytes(at, encoded.length).set(encoded);
    return [at, encoded.length];
  };
  return (...strings) => {
    texts = [];
    // Room for the two words that say where the answer is.
    const out = stack(-16);
    check(out, ...[].concat(...strings.map(pass)));
    const [at, count] = new Int32Array(memory.buffer, out, 2);
    const said = Array.from(new Int32Array(memory.buffer, at >>> 0, count), (place) => texts[place]);
    free(at, count * 4, 4);
    stack(16);
    return said;
  };
}
