// wasm-bindgen names each import after what it calls and a hash. Some hundred such names stand in
// the module and again in its glue, and hashes do not compress: here both get short ones.

const HEADER = 8;
const IMPORTS = 2;
const EXPORTS = 7;
const FUNCTION = 0;

/** What every import's module is called, in the place of the glue's file. */
const MODULE = "a";

/**
 * @typedef {object} Names new by old
 * @property {Map<string, string>} imports
 * @property {Map<string, string>} exports
 */

/** @param {Uint8Array} wasm @returns {Names} a short one for everything */
export function shortNames(wasm) {
  const module = new WebAssembly.Module(wasm);
  const short = (list) => {
    const names = letters();
    return new Map(list.map(({ name }) => [name, names.next().value]));
  };
  return { imports: short(WebAssembly.Module.imports(module)), exports: short(WebAssembly.Module.exports(module)) };
}

/**
 * @param {Uint8Array} wasm
 * @param {Names} names exports that are not among them keep theirs
 * @returns {Uint8Array} the module, the same but for the names
 * @throws {Error} where an import is not among them, or is no function
 */
export function renameWasm(wasm, names) {
  const read = reader(wasm);
  const out = [read.bytes(HEADER)];
  while (!read.isAtEnd()) {
    const id = read.byte();
    const body = read.bytes(read.leb());
    const renamed = id === IMPORTS ? imports(body, names.imports) : id === EXPORTS ? exports(body, names.exports) : body;
    out.push(Uint8Array.of(id), leb(renamed.length), renamed);
  }
  return Buffer.concat(out);
}

/**
 * @param {string} glue as wasm-bindgen writes it for the target "web"
 * @param {Names} names
 * @returns {string}
 * @throws {Error} where a name is not where it was expected: the glue's form has changed
 */
export function renameGlue(glue, names) {
  const unseen = new Set([...names.imports.keys(), "./"]);
  const seen = (name) => {
    if (!unseen.delete(name)) throw new Error(`the glue has another import than the module, or has it twice: ${name}`);
  };
  const renamed = glue
    .replace(/^(\s+)(\w+)(?=: function\()/gm, (_, indent, name) => {
      seen(name);
      return indent + names.imports.get(name);
    })
    .replace(/^(\s+)"(\.\/)\w+\.js"(?=: import0,$)/gm, (_, indent, module) => {
      seen(module);
      return indent + MODULE;
    })
    .replace(/\bwasm\.(\w+)/g, (_, name) => {
      if (!names.exports.has(name)) throw new Error(`the glue uses ${name}, which the module does not export`);
      return `wasm.${names.exports.get(name)}`;
    });
  if (unseen.size) throw new Error(`the glue lacks ${[...unseen].join(", ")}`);
  return renamed;
}

function imports(body, names) {
  const read = reader(body);
  const count = read.leb();
  const out = [leb(count)];
  for (let index = 0; index < count; index += 1) {
    read.text();
    const name = read.text();
    if (!names.has(name)) throw new Error(`the module imports ${name}, which nothing gives it`);
    const start = read.at();
    if (read.byte() !== FUNCTION) throw new Error(`the import ${name} is no function`);
    read.leb();
    out.push(text(MODULE), text(names.get(name)), body.subarray(start, read.at()));
  }
  return Buffer.concat(out);
}

function exports(body, names) {
  const read = reader(body);
  const count = read.leb();
  const out = [leb(count)];
  for (let index = 0; index < count; index += 1) {
    const name = read.text();
    const start = read.at();
    read.byte();
    read.leb();
    out.push(text(names.get(name) ?? name), body.subarray(start, read.at()));
  }
  return Buffer.concat(out);
}

/** @returns {Generator<string, never>} a, b … z, A … Z, aa, ab … */
function* letters() {
  const alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  for (let number = 0; ; number += 1) {
    let name = "";
    for (let rest = number; rest >= 0; rest = Math.floor(rest / alphabet.length) - 1) {
      name = alphabet[rest % alphabet.length] + name;
    }
    yield name;
  }
}

function text(string) {
  const bytes = Buffer.from(string);
  return Buffer.concat([leb(bytes.length), bytes]);
}

/** An unsigned LEB128: seven bits a byte, the lowest first. */
function leb(value) {
  const bytes = [];
  do {
    const rest = Math.floor(value / 128);
    bytes.push((value % 128) | (rest ? 128 : 0));
    value = rest;
  } while (value);
  return Uint8Array.from(bytes);
}

function reader(bytes) {
  let at = 0;
  const take = (length) => {
    if (at + length > bytes.length) throw new Error("the module ends too early");
    at += length;
    return bytes.subarray(at - length, at);
  };
  const byte = () => take(1)[0];
  const number = () => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const next = byte();
      value += (next & 127) * scale;
      if (next < 128) return value;
    }
  };
  return {
    at: () => at,
    isAtEnd: () => at === bytes.length,
    bytes: take,
    byte,
    leb: number,
    text: () => Buffer.from(take(number())).toString(),
  };
}
