// wasm-bindgen names each import after what it calls and a hash. Some hundred such names stand in
// the module and again in its glue, and hashes do not compress: here both get short ones.

const IMPORTS = 2;
const FUNCTION = 0;

/**
 * @param {Uint8Array} wasm
 * @param {(module: string, name: string) => [module: string, name: string]} rename
 * @returns {Uint8Array} the module, the same but for the names of its imports
 */
export function renameImports(wasm, rename) {
  const read = reader(wasm);
  // The magic number and the version.
  const out = [read.bytes(8)];
  while (!read.isAtEnd()) {
    const start = read.at();
    const id = read.byte();
    const length = read.leb();
    const body = read.bytes(length);
    if (id !== IMPORTS) {
      out.push(wasm.subarray(start, read.at()));
      continue;
    }
    const renamed = section(body, rename);
    out.push(Uint8Array.of(id), leb(renamed.length), renamed);
  }
  return Buffer.concat(out);
}

/**
 * @param {string} glue a script as wasm-bindgen writes it
 * @param {Map<string, string>} names new by old
 * @returns {string}
 * @throws {Error} where a name is not once the key of a function: the glue's form has changed
 */
export function renameKeys(glue, names) {
  const seen = new Set();
  const renamed = glue.replace(/^( +)(\w+)(?=: function\()/gm, (whole, indent, name) => {
    if (!names.has(name)) return whole;
    if (seen.has(name)) throw new Error(`the glue has ${name} twice`);
    seen.add(name);
    return indent + names.get(name);
  });
  const missed = [...names.keys()].filter((name) => !seen.has(name));
  if (missed.length) throw new Error(`the glue has no function ${missed.join(", ")}`);
  return renamed;
}

/** @returns {Generator<string, never>} a, b … z, A … Z, aa, ab … */
export function* shortNames() {
  const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  for (let number = 0; ; number += 1) {
    let name = "";
    for (let rest = number; rest >= 0; rest = Math.floor(rest / letters.length) - 1) {
      name = letters[rest % letters.length] + name;
    }
    yield name;
  }
}

function section(body, rename) {
  const read = reader(body);
  const count = read.leb();
  const out = [leb(count)];
  for (let index = 0; index < count; index += 1) {
    const [module, name] = rename(read.text(), read.text());
    const start = read.at();
    const kind = read.byte();
    if (kind !== FUNCTION) throw new Error(`the import ${module} ${name} is no function but of kind ${kind}`);
    read.leb();
    out.push(text(module), text(name), body.subarray(start, read.at()));
  }
  if (!read.isAtEnd()) throw new Error("the import section goes on after its last import");
  return Buffer.concat(out);
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
  const self = {
    at: () => at,
    isAtEnd: () => at === bytes.length,
    bytes: take,
    byte: () => take(1)[0],
    leb() {
      let value = 0;
      for (let scale = 1; ; scale *= 128) {
        const byte = self.byte();
        value += (byte & 127) * scale;
        if (byte < 128) return value;
      }
    },
    text: () => Buffer.from(take(self.leb())).toString(),
  };
  return self;
}
