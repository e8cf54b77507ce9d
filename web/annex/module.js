/** The script of the annex. */

import { Annex, adopt, explain, instantiate, said } from "gongkai-annex";
import { css, openScript, plain, wasm } from "./assets.js";
import { take } from "./take.js";

/**
 * @typedef {object} Reader one report, read
 * @property {(kind: "panel" | "extras", what: string) => Uint8Array | undefined} ask nothing
 *   once the instance has broken
 * @property {(json: string) => void} beside takes a report of the year before or after it
 * @property {(kind: string, request: string) => Promise<string>} take rejects where it did not work
 * @property {() => void} free
 *
 * @typedef {object} Program
 * @property {{file: string, integrity: string}} css the style sheet that its views need
 * @property {(json: string, file: string, lang: string) => string | undefined} explain
 * @property {(json: string, lang: () => string, lay: (html: string | null) => void) => Reader | undefined} open
 *   `lay` puts HTML on paper in the place of the figures, until null
 * @property {(name: string, lang: string) => string} said a sentence on what was taken
 * @property {() => Promise<import("../import/module.js").Program>} opener a further module, for reports of
 *   the reader's own; rejects where it cannot be had
 */

/**
 * @param {typeof import("../compile.js").bring} bring
 * @param {typeof import("../compile.js").imported} imported
 * @returns {Promise<Program>}
 */
export async function start(bring, imported) {
  await bring(wasm, plain, instantiate, adopt);
  let broken = false;
  /** An instance that has thrown is in an unknown state, and is left alone from then on. */
  const guarded = (call) => {
    if (broken) return undefined;
    try {
      return call();
    } catch (error) {
      broken = true;
      console.warn("gongkai: the annex has stopped:", error);
      return undefined;
    }
  };
  /** @type {ReturnType<Program["opener"]> | null} */
  let opening = null;
  return {
    css,
    opener() {
      if (!opening) {
        opening = imported(openScript).then(({ start }) => start(bring));
        // The reader may ask again.
        opening.catch(() => (opening = null));
      }
      return opening;
    },
    explain: (json, file, lang) => guarded(() => explain(json, file, lang)),
    said: (name, lang) => guarded(() => said(name, lang)) || "",
    open(json, lang, lay) {
      const report = guarded(() => Annex.open(json));
      if (!report) return undefined;
      const paper = () => lay(guarded(() => report.printed(lang())) || null);
      const screen = () => lay(null);
      addEventListener("beforeprint", paper);
      addEventListener("afterprint", screen);
      return {
        ask: (kind, what) => guarded(() => report[kind](what)),
        beside: (json) => guarded(() => report.beside(json)),
        take: (kind, request) => take(kind, () => guarded(() => report.file(kind, request)) || []),
        free() {
          removeEventListener("beforeprint", paper);
          removeEventListener("afterprint", screen);
          screen();
          guarded(() => report.free());
        },
      };
    },
  };
}
