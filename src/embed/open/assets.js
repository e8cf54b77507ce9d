/** The files that belong to this script and stand beside it; see ../assets.js. */

/* global GONGKAI_OPEN_WASM_INTEGRITY, GONGKAI_OPEN_PLAIN_INTEGRITY */

export const wasm = { file: "gongkai_open_bg.wasm", integrity: GONGKAI_OPEN_WASM_INTEGRITY };
export const plain = { file: "gongkai_open_plain.mjs", integrity: GONGKAI_OPEN_PLAIN_INTEGRITY };
