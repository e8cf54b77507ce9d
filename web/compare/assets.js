/** The files that this script loads from its own folder; see ../assets.js. */

export const wasm = { file: "gongkai-compare.wasm", integrity: GONGKAI_COMPARE_WASM_INTEGRITY };
export const script = { file: "gongkai-compare.wasm.js", integrity: GONGKAI_COMPARE_SCRIPT_INTEGRITY };
export const css = { file: "gongkai-compare.css", integrity: GONGKAI_COMPARE_CSS_INTEGRITY };
