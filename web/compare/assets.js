/** The file that this script loads from its own folder; see ../assets.js. */

export const script = { file: "gongkai-compare.wasm.js", integrity: GONGKAI_COMPARE_SCRIPT_INTEGRITY };
