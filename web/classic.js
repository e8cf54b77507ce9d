/** The classic script: `<script src="gongkai.js" defer></script>`. It adds nothing to `window`. */

import { setBaseUrl } from "./assets.js";
import { define } from "./element.js";

const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
if (script) setBaseUrl(script.src);
define();
