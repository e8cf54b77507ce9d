/** The classic script: `<script src="gongkai.js" defer></script>`. It adds nothing to `window`. */

import { setBaseUrl, setFolder } from "./assets.js";
import { define } from "./element.js";

/** One of the files of the widget's folder, as a page names it. */
const FILE = /\/gongkai(\.module\.js|\.js|-draw\.wasm)([?#]|$)/;

const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
setBaseUrl((script && script.src) || scriptInPage());
setFolder(script && script.getAttribute("base"));
define();

/**
 * Finds a file of the same folder that the page has named or loaded: this script may run as a module, or a library
 * may have fetched it and run its text.
 */
function scriptInPage() {
  /** @type {any[]} */
  const named = Array.prototype.slice.call(document.querySelectorAll("script[src],link[href]"));
  const loaded = window.performance && performance.getEntriesByType ? performance.getEntriesByType("resource") : [];
  const urls = named.map((element) => element.src || element.href).concat(loaded.map(({ name }) => name));
  return urls.filter((url) => FILE.test(url)).pop() || "";
}
