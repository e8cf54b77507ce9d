/** The files that belong to this script and stand beside it; see ../assets.js. */

/* global GONGKAI_IMPORT_WASM_INTEGRITY, GONGKAI_IMPORT_PLAIN_INTEGRITY */

export const wasm = { file: "gongkai_import_bg.wasm", integrity: GONGKAI_IMPORT_WASM_INTEGRITY };
export const plain = { file: "gongkai_import_plain.mjs", integrity: GONGKAI_IMPORT_PLAIN_INTEGRITY };
