/** The files that the app's script loads from its own folder; see ../assets.js. */

export const script = { file: "gongkai-app.wasm.js", integrity: GONGKAI_APP_SCRIPT_INTEGRITY };
/** It has the hashes of the files that it loads itself. */
export const importModule = { file: "gongkai-import.js", integrity: GONGKAI_IMPORT_INTEGRITY };
export const contextModule = { file: "gongkai-context.js", integrity: GONGKAI_CONTEXT_INTEGRITY };
