/** The files that this script loads from its own folder; see ../assets.js. */

export const wasm = { file: "gongkai-import.wasm", integrity: GONGKAI_IMPORT_WASM_INTEGRITY };
export const script = { file: "gongkai-import.wasm.js", integrity: GONGKAI_IMPORT_SCRIPT_INTEGRITY };
