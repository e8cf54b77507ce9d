/** The files that belong to this script and stand beside it; see ../assets.js. */

/* global GONGKAI_COMPARE_WASM_INTEGRITY, GONGKAI_COMPARE_PLAIN_INTEGRITY, GONGKAI_COMPARE_CSS_INTEGRITY */

export const wasm = { file: "gongkai_compare_bg.wasm", integrity: GONGKAI_COMPARE_WASM_INTEGRITY };
export const plain = { file: "gongkai_compare_plain.mjs", integrity: GONGKAI_COMPARE_PLAIN_INTEGRITY };
export const css = { file: "gongkai_compare.css", integrity: GONGKAI_COMPARE_CSS_INTEGRITY };
