/** The module: `import { mount } from "./gongkai.mjs"`. */

import { standsAt } from "./assets.js";
import { GongkaiReport, NAME, define } from "./element.js";

export { version } from "./assets.js";

standsAt(import.meta.url);
define();

/**
 * Puts a widget at the end of an element of the page.
 * @type {typeof GongkaiReport.mount}
 */
export const mount = (element, options) => customElements.get(NAME).mount(element, options);
