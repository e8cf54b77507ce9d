/** What is rarely needed: errors in words, and other ways where the usual ones are closed. */

import { fillIn } from "../messages.js";
import { causeOf, diagnose, titleOf } from "./diagnosis.js";
import { texts } from "./messages.js";

export { setHeadingLevel } from "./headings.js";
export { parseMarkup } from "./markup.js";
export { offer } from "./offer.js";
export { problemNotice } from "./problem.js";
export { keepReason } from "./reason.js";
export { staticFigures } from "./static-page.js";

/** @typedef {import("../messages.js").Lang} Lang */

/** The causes of a failed request for a report that are an error of their own. */
const REPORT_CAUSES = ["redirected", "content-encoding", "policy"];

/** What the site's staff can do about a cause. @type {Record<string, string>} */
const REMEDIES = {
  network: "network",
  cut: "network",
  intact: "network",
  timeout: "server",
  redirected: "server",
  policy: "server",
  "content-encoding": "server",
  compressed: "server",
  type: "type",
  version: "purge",
  differs: "purge",
};

/** @param {Lang} lang @param {import("./messages.js").Key} key @param {Record<string, unknown>} [values] */
export function message(lang, key, values = {}) {
  return fillIn(texts[lang][key], values);
}

/**
 * @typedef {object} Failure as ../failure.js has it
 * @property {string} code
 * @property {string} key
 * @property {any} facts
 *
 * @typedef {object} Tools
 * @property {Lang} lang
 * @property {string} version of the script
 * @property {(asset: import("../assets.js").Asset) => string} address
 */

/** The failures that the console has already: several widgets may have the same one. @type {WeakSet<Failure>} */
const logged = new WeakSet();

/**
 * Explains a failure to the reader in one sentence, and to the site's staff in one line of the console.
 * @param {Failure} failure
 * @param {Tools} tools
 * @returns {Promise<{code: string, message: string, file?: string, value?: string}>}
 */
export async function explain(failure, tools) {
  const { code, key, facts } = await refine(failure, tools);
  const { lang } = tools;
  const say = (/** @type {Lang} */ lang) => {
    const title = facts.title === undefined ? "" : facts.title ? `“${facts.title}”` : message(lang, "untitled");
    const values = { ...facts, title };
    if (facts.cause) {
      const remedy = REMEDIES[facts.cause] || "upload";
      values.cause = message(lang, /** @type {any} */ (`cause-${facts.cause}`), values);
      values.remedy = message(lang, /** @type {any} */ (`remedy-${remedy}`));
    }
    if (typeof facts.value === "object") values.value = message(lang, "over", { size: facts.value.over });
    return { message: message(lang, /** @type {any} */ (key), values), value: values.value };
  };
  const { message: sentence, value } = say(lang);
  if (code !== "panic" && !logged.has(failure)) console.warn(`gongkai: ${say("en").message} docs/serving.md#${code}`);
  logged.add(failure);
  return { code, message: sentence, file: facts.file, value };
}

/** @param {Failure} failure @param {Tools} tools @returns {Promise<Failure>} with what can be found out */
async function refine({ code, key, facts }, { version, address }) {
  if (code === "web-page") return { code, key, facts: { ...facts, title: titleOf(facts.text) } };
  if (code === "encoding" && facts.head) {
    const cause = causeOf(facts.head);
    if (cause) return { code: cause.cause, key: cause.cause, facts: { ...facts, ...cause.facts } };
  }
  if (code === "network" && key === code && facts.file) {
    const { cause, facts: found } = await diagnose({ url: new URL(facts.file, document.baseURI).href, file: facts.file });
    if (REPORT_CAUSES.indexOf(cause) >= 0) return { code: cause, key: cause, facts: { ...facts, ...found } };
  }
  const { asset, error } = facts;
  if (!asset) return { code, key, facts };
  if (error && error.code === "timeout") return { code, key, facts: { ...facts, ...error.facts, cause: "timeout" } };
  const { file, integrity } = asset;
  const { cause, facts: found } = await diagnose({ url: address(asset), file, integrity, version });
  return { code, key, facts: { ...facts, ...found, cause } };
}
