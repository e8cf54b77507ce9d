/** The module: `import { mount } from "./gongkai.mjs"`. */

import { standAt, standsAt } from "./assets.js";
import { GongkaiReport, NAME, define } from "./element.js";

export { version } from "./assets.js";

standsAt(import.meta.url);
// Written out one by one: so bundlers see the files, ship them, and put their new names here.
standAt({
  "gongkai_bg.wasm": new URL("./gongkai_bg.wasm", import.meta.url),
  "gongkai_plain.mjs": new URL("./gongkai_plain.mjs", import.meta.url),
  "gongkai_app_bg.wasm": new URL("./gongkai_app_bg.wasm", import.meta.url),
  "gongkai_app_plain.mjs": new URL("./gongkai_app_plain.mjs", import.meta.url),
  "gongkai.css": new URL("./gongkai.css", import.meta.url),
  "gongkai_annex.mjs": new URL("./gongkai_annex.mjs", import.meta.url),
  "gongkai_annex_bg.wasm": new URL("./gongkai_annex_bg.wasm", import.meta.url),
  "gongkai_annex_plain.mjs": new URL("./gongkai_annex_plain.mjs", import.meta.url),
  "gongkai_annex.css": new URL("./gongkai_annex.css", import.meta.url),
  "gongkai_compare.mjs": new URL("./gongkai_compare.mjs", import.meta.url),
  "gongkai_compare_bg.wasm": new URL("./gongkai_compare_bg.wasm", import.meta.url),
  "gongkai_compare_plain.mjs": new URL("./gongkai_compare_plain.mjs", import.meta.url),
  "gongkai_compare.css": new URL("./gongkai_compare.css", import.meta.url),
  "gongkai_import.mjs": new URL("./gongkai_import.mjs", import.meta.url),
  "gongkai_import_bg.wasm": new URL("./gongkai_import_bg.wasm", import.meta.url),
  "gongkai_import_plain.mjs": new URL("./gongkai_import_plain.mjs", import.meta.url),
});
define();

/**
 * Puts a widget at the end of an element of the page.
 * @type {typeof GongkaiReport.mount}
 */
export const mount = (element, options) => customElements.get(NAME).mount(element, options);
