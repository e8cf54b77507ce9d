/** The notice above the fallback: what is wrong, what is known of it, and what the reader can do. */

import { message } from "./module.js";

/** Errors after which loading again on the same page cannot help. */
const FINAL = ["no-source", "report-attribute", "cross-origin", "wasm-unsupported", "panic"];

/** Errors after which there is no data file to open. */
const UNREACHABLE = ["no-source", "report-attribute", "cross-origin", "not-found", "http", "network", "timeout", "redirected"];

/** @typedef {"file" | "path" | "value" | "line"} Fact */

/**
 * Text from outside is inserted as text only.
 * @param {import("../messages.js").Lang} lang
 * @param {import("../session.js").Problem} problem
 * @param {URL | null} url the report's address, if it has one
 * @param {() => void} retry
 * @returns {HTMLElement}
 */
export function problemNotice(lang, problem, url, retry) {
  const facts = createElement("dl", { className: "notice-facts" });
  for (const name of /** @type {Fact[]} */ (["file", "path", "value", "line"])) {
    if (!problem[name]) continue;
    // The file's text may be written in either direction.
    const value = createElement("dd", { dir: "auto" }, String(problem[name]));
    facts.append(createElement("div", {}, createElement("dt", {}, message(lang, name)), value));
  }
  const actions = createElement("p", { className: "notice-ways" });
  const isPanic = problem.code === "panic";
  if (isPanic || FINAL.indexOf(problem.code) < 0) {
    const label = message(lang, isPanic ? "reload" : "retry");
    const onclick = isPanic ? () => location.reload() : retry;
    actions.append(createElement("button", { type: "button", onclick }, label));
  }
  // A link with another protocol could run code.
  if (url && UNREACHABLE.indexOf(problem.code) < 0 && /^https?:$/.test(url.protocol)) {
    actions.append(createElement("a", { href: url.href }, message(lang, "open")));
  }
  const sentence = createElement("p", { className: "notice-message" }, problem.message);
  return createElement("div", { className: "notice", lang }, sentence, facts, actions);
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
