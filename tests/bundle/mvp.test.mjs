import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test from "node:test";
import { BUNDLE, siteFile } from "./files.mjs";

const WASM_OPT = join(dirname(createRequire(import.meta.url).resolve("binaryen/package.json")), "bin/wasm-opt");
const validate = (file) =>
  spawnSync(process.execPath, [WASM_OPT, "--mvp-features", "--enable-mutable-globals", file, "--output", "/dev/null"], {
    encoding: "utf8",
  });

for (const name of ["gongkai-draw.wasm", "gongkai-app.wasm", "gongkai-import.wasm", "gongkai-readers.wasm", "gongkai-compare.wasm", "gongkai-context.wasm"]) {
  test(`${name} is what a browser of 2018 compiles`, async () => {
    // The section would let wasm-opt accept whatever the module says that it uses.
    assert.ok(!(await siteFile(`gongkai/${name}`)).includes("target_features"));
    const { status, stderr } = validate(join(BUNDLE, name));
    assert.equal(status, 0, stderr);
  });
}

test("the validation refuses what such a browser does not know", async () => {
  // One memory, and a function whose body is memory.copy of nothing.
  const body = [0x00, 0x41, 0x00, 0x41, 0x00, 0x41, 0x00, 0xfc, 0x0a, 0x00, 0x00, 0x0b];
  const module = Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...[0x01, 0x04, 0x01, 0x60, 0x00, 0x00],
    ...[0x03, 0x02, 0x01, 0x00],
    ...[0x05, 0x03, 0x01, 0x00, 0x01],
    ...[0x0a, body.length + 2, 0x01, body.length, ...body],
  ]);
  assert.ok(WebAssembly.validate(module));
  const folder = await mkdtemp(join(tmpdir(), "gongkai-"));
  try {
    const file = join(folder, "bulk-memory.wasm");
    await writeFile(file, module);
    const { status, stderr } = validate(file);
    assert.notEqual(status, 0);
    assert.match(stderr, /bulk.memory/i);
  } finally {
    await rm(folder, { recursive: true });
  }
});
