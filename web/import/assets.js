/** The files that belong to this script and are next to it; see ../assets.js. */

/* global GONGKAI_IMPORT_WASM_INTEGRITY, GONGKAI_IMPORT_SCRIPT_INTEGRITY */

export const wasm = { file: "gongkai-import.wasm", integrity: GONGKAI_IMPORT_WASM_INTEGRITY };
export const plain = { file: "gongkai-import.wasm.js", integrity: GONGKAI_IMPORT_SCRIPT_INTEGRITY };
