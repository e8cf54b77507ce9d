/** Loads the script for pictures. The scripts that need it, those of the app and of the comparison, include this. */

const picture = { file: "gongkai-picture.js", integrity: GONGKAI_PICTURE_INTEGRITY };

/** @typedef {typeof import("./module.js")} Pictures */

/**
 * @param {typeof import("../modules.js").importScript} importScript
 * @returns {() => Promise<Pictures>}
 */
export const pictureLoader = (importScript) => onDemand(() => importScript(picture));

/**
 * Makes a function that loads something once, or again if that failed.
 * @template T
 * @param {() => Promise<T>} load
 * @returns {() => Promise<T>}
 */
export function onDemand(load) {
  /** @type {Promise<T> | null} */
  let loading = null;
  return () => {
    if (!loading) {
      loading = load();
      loading.catch(() => (loading = null));
    }
    return loading;
  };
}
