import { appScript } from "./assets.js";
import { importScript, startModule } from "./modules.js";

/**
 * The app: the Yew application with every view, the checks and the exports, a WebAssembly module with a
 * script of its own. It is asked for once a figure is seen, or to explain a broken report. Without it the
 * first views still answer, so what goes wrong here is noted for the site's staff.
 */

/** @typedef {import("./app/module.js").App} App */

/** One instance for every widget of the page. @type {Promise<App | null> | null} */
let loading = null;

/**
 * @param {boolean} [again] even if it could not be loaded before
 * @returns {Promise<App | null>} null if it cannot be loaded
 */
export async function loadApp(again) {
  if (again && loading && !(await loading)) loading = null;
  if (!loading) {
    loading = importScript(appScript)
      .then(({ start }) => start(startModule, importScript))
      .catch((error) => {
        console.warn(`gongkai: ${appScript.file} is not used:`, error);
        return null;
      });
  }
  return loading;
}
