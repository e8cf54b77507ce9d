/** The files that only the app's script needs; see ../assets.js. */

/* global GONGKAI_APP_WASM_INTEGRITY, GONGKAI_APP_SCRIPT_INTEGRITY, GONGKAI_APP_CSS_INTEGRITY, GONGKAI_IMPORT_INTEGRITY */

export const wasm = { file: "gongkai-app.wasm", integrity: GONGKAI_APP_WASM_INTEGRITY };
export const script = { file: "gongkai-app.wasm.js", integrity: GONGKAI_APP_SCRIPT_INTEGRITY };
export const css = { file: "gongkai-app.css", integrity: GONGKAI_APP_CSS_INTEGRITY };
/** It knows the hashes of the files that only it needs. */
export const importModule = { file: "gongkai-import.js", integrity: GONGKAI_IMPORT_INTEGRITY };
