import assert from "node:assert/strict";
import test from "node:test";
import { renameGlue, renameWasm, shortNames } from "../../scripts/short-names.mjs";
import { siteFile } from "./files.mjs";

const { Module, Instance } = WebAssembly;

/** A length and what follows, as every list in a module is written. */
const sized = (...bytes) => [bytes.length, ...bytes];
const named = (name) => sized(...Buffer.from(name));
const module = (...sections) => Uint8Array.from([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, ...sections.flat()]);

const TYPE = [0x01, ...sized(0x01, 0x60, 0x00, 0x01, 0x7f)];
const imports = (...entries) => [0x02, ...sized(entries.length, ...entries.flat())];
const given = (name) => [...named("./made_bg.js"), ...named(name), 0x00, 0x00];
const exports = (...entries) => [0x07, ...sized(entries.length, ...entries.flat())];
const MADE = module(
  TYPE,
  imports(given("__wbg_first_0123456789abcdef"), given("__wbg_second_0123456789abcdef")),
  exports([...named("second"), 0x00, 0x01], [...named("first"), 0x00, 0x00]),
);

test("renamed imports and exports are still the same functions", () => {
  const names = shortNames(MADE);
  const renamed = new Module(renameWasm(MADE, names));
  assert.deepEqual(Module.imports(renamed).map(({ module, name }) => `${module} ${name}`), ["a a", "a b"]);
  assert.deepEqual(Module.exports(renamed).map(({ name }) => name), ["a", "b"]);
  const { a: second, b: first } = new Instance(renamed, { a: { a: () => 1, b: () => 2 } }).exports;
  assert.deepEqual([first(), second()], [1, 2]);
});

test("two hundred names are all different, and sections beyond 127 bytes keep their length right", () => {
  const many = Array.from({ length: 200 }, (_, index) => `import_${index}_with_a_name_of_some_length`);
  const entry = (name) => given(name);
  const body = [0xc8, 0x01, ...many.flatMap(entry)];
  const length = [(body.length & 0x7f) | 0x80, (body.length >> 7) | 0x80, 0x00];
  const wide = module(TYPE, [0x02, ...length, ...body]);
  const renamed = Module.imports(new Module(renameWasm(wide, shortNames(wide))));
  assert.equal(new Set(renamed.map(({ name }) => name)).size, 200);
  assert.ok(renamed.every(({ module, name }) => module === "a" && /^[a-zA-Z]{1,2}$/.test(name)));
});

test("an import that nobody gives, or that is no function, stops the build", () => {
  assert.throws(() => renameWasm(MADE, { imports: new Map(), exports: new Map() }), /__wbg_first/);
  const memory = module(imports([...named("env"), ...named("memory"), 0x02, 0x00, 0x01]));
  assert.throws(() => renameWasm(memory, shortNames(memory)), /memory is no function/);
});

const GLUE = `
    const import0 = {
        __proto__: null,
        __wbg_first_0123456789abcdef: function() {
            return wasm.second();
        },
        __wbg_second_0123456789abcdef: function() {
            return wasm.first();
        },
    };
    return {
        __proto__: null,
        "./made_bg.js": import0,
    };
`;

test("the glue gets the same names as its module", () => {
  const renamed = renameGlue(GLUE, shortNames(MADE));
  assert.match(renamed, /^ +a: function\(\) {\s+return wasm\.a\(\);/m);
  assert.match(renamed, /^ +b: function\(\) {\s+return wasm\.b\(\);/m);
  assert.match(renamed, /^ +a: import0,$/m);
});

test("glue of another form stops the build", () => {
  const names = shortNames(MADE);
  const broken = [
    [/__wbg_first_\w+: function\(\)/, "__wbg_first_0123456789abcdef: () =>"],
    [/__wbg_first_\w+/, "__wbg_second_0123456789abcdef"],
    ["wasm.first", "wasm.third"],
    ['"./made_bg.js"', '"env"'],
  ];
  for (const [from, to] of broken) assert.throws(() => renameGlue(GLUE.replace(from, to), names), /the glue/, String(from));
});

for (const name of ["gongkai-draw.wasm", "gongkai-app.wasm"]) {
  test(`${name} carries none of wasm-bindgen's names for imports`, async () => {
    const shipped = Module.imports(new Module(await siteFile(`gongkai/${name}`)));
    assert.ok(shipped.length > 0);
    assert.deepEqual(shipped.filter(({ module, name }) => module !== "a" || name.length > 4), []);
  });
}
