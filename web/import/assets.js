/** The files that this script loads from its own folder; see ../assets.js. */

export const wasm = { file: "gongkai-import.wasm", integrity: GONGKAI_IMPORT_WASM_INTEGRITY };
/** It has the hashes of the files that it loads itself. */
export const readers = { file: "gongkai-readers.js", integrity: GONGKAI_READERS_INTEGRITY };
export const script = { file: "gongkai-import.wasm.js", integrity: GONGKAI_IMPORT_SCRIPT_INTEGRITY };
