/** The classic script: `<script src="gongkai.js" defer></script>`. It adds nothing to `window`. */

import { setBaseUrl } from "./assets.js";
import { define } from "./element.js";

if (document.currentScript) setBaseUrl(document.currentScript.src);
define();
