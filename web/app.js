import { appScript, appWasm } from "./assets.js";
import { html } from "./html.js";
import { compileModule, importScript, loader } from "./modules.js";

/**
 * Loads the app: the Yew application with every view, the checks and the exports, a WebAssembly module with
 * a script of its own. It is loaded once a figure is shown, or to explain an invalid report. Without it the
 * first views still work.
 */

/** @typedef {import("./app/module.js").App} App */

/** One instance serves all widgets of the page. @type {Promise<App | null> | null} */
let loading = null;

/** Why it is not there. @type {unknown} */
let failure = null;

/** Returns why `loadApp` gave null. @returns {unknown} */
export const appFailure = () => failure;

/**
 * @param {boolean} [isRetry] whether to try again if it could not be loaded before
 * @returns {Promise<App | null>} null if it cannot be loaded
 */
export async function loadApp(isRetry) {
  if (isRetry && loading && !(await loading)) loading = null;
  if (!loading) {
    const program = compileModule(appWasm);
    loading = importScript(appScript)
      .then(({ start }) => start(program, loader, html))
      .catch((error) => {
        failure = error;
        return null;
      });
  }
  return loading;
}
