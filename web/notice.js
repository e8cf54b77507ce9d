import { addressOf, noticeScript, version } from "./assets.js";
import { Failure } from "./failure.js";
import { isKnown, text } from "./messages.js";
import { importScript } from "./modules.js";

/** Explains failures, by a script that is loaded only then. */

/** @typedef {typeof import("./notice/module.js")} Notice */

/** @type {Promise<Notice> | null} */
let loading = null;

/** @returns {Promise<Notice>} rejects with a `Failure` */
export function loadNotice() {
  if (!loading) {
    loading = importScript(noticeScript);
    loading.catch(() => (loading = null));
  }
  return loading;
}

/**
 * @param {unknown} error
 * @param {import("./messages.js").Lang} lang
 * @returns {Promise<import("./session.js").Problem>}
 */
export async function describe(error, lang) {
  const failure = error instanceof Failure ? error : new Failure("panic");
  if (failure !== error) console.error(error);
  const { code, key, facts } = failure;
  const problem = { path: "", line: undefined };
  if (!isKnown(key)) {
    try {
      const notice = await loadNotice();
      const tools = { lang, version, address: (/** @type {import("./assets.js").Asset} */ asset) => addressOf(asset, false).href };
      return Object.assign(problem, await notice.explain(failure, tools));
    } catch (error) {
      // The sentence below says so.
    }
  }
  const message = text(lang, isKnown(key) ? key : "other", Object.assign({ code }, facts));
  console.warn(`gongkai: ${text("en", isKnown(key) ? key : "other", Object.assign({ code }, facts))} docs/serving.md#${code}`);
  return Object.assign(problem, { code, message, file: facts.file });
}
