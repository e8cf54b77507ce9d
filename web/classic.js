/** The classic script: `<script src="gongkai.js" defer></script>`. It leaves nothing on `window`. */

import { standsAt } from "./assets.js";
import { define } from "./element.js";

if (document.currentScript) standsAt(document.currentScript.src);
define();
