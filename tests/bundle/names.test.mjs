import assert from "node:assert/strict";
import test from "node:test";
import { parseNames, renameGlue } from "../../scripts/short-names.mjs";
import { siteFile } from "./files.mjs";

const { Module } = WebAssembly;

/** As wasm-opt prints it. */
const OUTPUT = `{
 "imports": [
  ["./made_bg.js", "__wbg_first_0123456789abcdef", "a"],
  ["./made_bg.js", "__wbg_second_0123456789abcdef", "b"]
 ],
"exports": [
  ["second", "c"],
  ["first", "d"]
 ]
}`;

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
  const renamed = renameGlue(GLUE, parseNames(OUTPUT));
  assert.match(renamed, /^ +a: function\(\) {\s+return wasm\.c\(\);/m);
  assert.match(renamed, /^ +b: function\(\) {\s+return wasm\.d\(\);/m);
  assert.match(renamed, /^ +a: import0,$/m);
});

test("glue of another form stops the build", () => {
  const names = parseNames(OUTPUT);
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
