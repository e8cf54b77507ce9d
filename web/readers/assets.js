/** The files that this script loads from its own folder; see ../assets.js. */

export const wasm = { file: "gongkai-readers.wasm", integrity: GONGKAI_READERS_WASM_INTEGRITY };
export const script = { file: "gongkai-readers.wasm.js", integrity: GONGKAI_READERS_SCRIPT_INTEGRITY };
