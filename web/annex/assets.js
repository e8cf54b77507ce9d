/** The files that belong to this script and stand beside it; see ../assets.js. */

/* global GONGKAI_ANNEX_WASM_INTEGRITY, GONGKAI_ANNEX_PLAIN_INTEGRITY, GONGKAI_ANNEX_CSS_INTEGRITY, GONGKAI_IMPORT_INTEGRITY */

export const wasm = { file: "gongkai_annex_bg.wasm", integrity: GONGKAI_ANNEX_WASM_INTEGRITY };
export const plain = { file: "gongkai_annex_plain.mjs", integrity: GONGKAI_ANNEX_PLAIN_INTEGRITY };
export const css = { file: "gongkai_annex.css", integrity: GONGKAI_ANNEX_CSS_INTEGRITY };
/** It knows the hashes of the files that only it needs. */
export const openScript = { file: "gongkai_import.mjs", integrity: GONGKAI_IMPORT_INTEGRITY };
