/** The files that this script loads from its own folder; see ../assets.js. */

export const wasm = { file: "gongkai-context.wasm", integrity: GONGKAI_CONTEXT_WASM_INTEGRITY };
export const script = { file: "gongkai-context.wasm.js", integrity: GONGKAI_CONTEXT_SCRIPT_INTEGRITY };
export const css = { file: "gongkai-context.css", integrity: GONGKAI_CONTEXT_CSS_INTEGRITY };
