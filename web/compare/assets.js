/** The files that belong to this script and stand beside it; see ../assets.js. */

/* global GONGKAI_COMPARE_WASM_INTEGRITY, GONGKAI_COMPARE_SCRIPT_INTEGRITY, GONGKAI_COMPARE_CSS_INTEGRITY */

export const wasm = { file: "gongkai-compare.wasm", integrity: GONGKAI_COMPARE_WASM_INTEGRITY };
export const plain = { file: "gongkai-compare.wasm.js", integrity: GONGKAI_COMPARE_SCRIPT_INTEGRITY };
export const css = { file: "gongkai-compare.css", integrity: GONGKAI_COMPARE_CSS_INTEGRITY };
