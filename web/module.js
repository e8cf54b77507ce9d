/** The module: `import { mount } from "./gongkai.module.js"`. */

import { setAssetUrls, setBaseUrl } from "./assets.js";
import { GongkaiReport, NAME, define } from "./element.js";

export { version } from "./assets.js";

setBaseUrl(import.meta.url);
// Written out one by one, so that bundlers find the files, ship them and put their new names here.
setAssetUrls({
  "gongkai-draw.wasm": new URL("./gongkai-draw.wasm", import.meta.url),
  "gongkai-draw.wasm.js": new URL("./gongkai-draw.wasm.js", import.meta.url),
  "gongkai.css": new URL("./gongkai.css", import.meta.url),
  "gongkai-app.js": new URL("./gongkai-app.js", import.meta.url),
  "gongkai-app.wasm": new URL("./gongkai-app.wasm", import.meta.url),
  "gongkai-app.wasm.js": new URL("./gongkai-app.wasm.js", import.meta.url),
  "gongkai-app.css": new URL("./gongkai-app.css", import.meta.url),
  "gongkai-compare.js": new URL("./gongkai-compare.js", import.meta.url),
  "gongkai-compare.wasm": new URL("./gongkai-compare.wasm", import.meta.url),
  "gongkai-compare.wasm.js": new URL("./gongkai-compare.wasm.js", import.meta.url),
  "gongkai-compare.css": new URL("./gongkai-compare.css", import.meta.url),
  "gongkai-context.js": new URL("./gongkai-context.js", import.meta.url),
  "gongkai-context.wasm": new URL("./gongkai-context.wasm", import.meta.url),
  "gongkai-context.wasm.js": new URL("./gongkai-context.wasm.js", import.meta.url),
  "gongkai-context.css": new URL("./gongkai-context.css", import.meta.url),
  "gongkai-import.js": new URL("./gongkai-import.js", import.meta.url),
  "gongkai-import.wasm": new URL("./gongkai-import.wasm", import.meta.url),
  "gongkai-import.wasm.js": new URL("./gongkai-import.wasm.js", import.meta.url),
  "gongkai-readers.js": new URL("./gongkai-readers.js", import.meta.url),
  "gongkai-readers.wasm": new URL("./gongkai-readers.wasm", import.meta.url),
  "gongkai-readers.wasm.js": new URL("./gongkai-readers.wasm.js", import.meta.url),
  "gongkai-picture.js": new URL("./gongkai-picture.js", import.meta.url),
  "gongkai-notice.js": new URL("./gongkai-notice.js", import.meta.url),
});
define();

/**
 * Appends a widget to an element of the page.
 * @type {typeof GongkaiReport.mount}
 */
export const mount = (element, options) => /** @type {typeof GongkaiReport} */ (customElements.get(NAME)).mount(element, options);
