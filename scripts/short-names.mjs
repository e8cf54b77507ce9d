// Gives a module's imports and exports short names, in the module and in its glue. wasm-bindgen names each
// import after what it calls and a hash: some hundred names, each in both files, and hashes do not compress.
// wasm-opt renames the module and prints the new names; it does not know the glue, which is renamed here.

/** The option of wasm-opt. */
export const SHORTEN = "--minify-imports-and-exports-and-modules";

/** The name that it gives to the module of each import, instead of the glue's file. */
const MODULE = "a";

/**
 * @typedef {object} Names new ones by old ones
 * @property {Map<string, string>} imports
 * @property {Map<string, string>} exports
 */

/** @param {string} output of wasm-opt with `SHORTEN` @returns {Names} */
export function parseNames(output) {
  const { imports, exports } = JSON.parse(output);
  return { imports: new Map(imports.map(([, name, short]) => [name, short])), exports: new Map(exports) };
}

/**
 * @param {string} glue as wasm-bindgen writes it for the target "web"
 * @param {Names} names
 * @returns {string}
 * @throws {Error} if a name is not where it is expected: the form of the glue has changed
 */
export function renameGlue(glue, names) {
  const unseen = new Set([...names.imports.keys(), "./"]);
  const markSeen = (name) => {
    if (!unseen.delete(name)) throw new Error(`the glue has an import that the module lacks, or has it twice: ${name}`);
  };
  const renamed = glue
    .replace(/^(\s+)(\w+)(?=: function\()/gm, (_, indent, name) => {
      markSeen(name);
      return indent + names.imports.get(name);
    })
    .replace(/^(\s+)"(\.\/)\w+\.js"(?=: import0,$)/gm, (_, indent, module) => {
      markSeen(module);
      return indent + MODULE;
    })
    .replace(/\bwasm\.(\w+)/g, (_, name) => {
      if (!names.exports.has(name)) throw new Error(`the glue uses ${name}, which the module does not export`);
      return `wasm.${names.exports.get(name)}`;
    });
  if (unseen.size) throw new Error(`the glue lacks ${[...unseen].join(", ")}`);
  return renamed;
}
