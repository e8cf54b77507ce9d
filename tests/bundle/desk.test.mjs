import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../target/desk/", import.meta.url));
const HOSTED = join(FOLDER, "hosted");
const WASM_OPT = join(dirname(createRequire(import.meta.url).resolve("binaryen/package.json")), "bin/wasm-opt");

test("the desk weighs at most 8 MB, and asks for no other file", async () => {
  const page = await readFile(join(FOLDER, "desk.html"), "utf8");
  assert.ok(Buffer.byteLength(page) <= 8_000_000, `${Buffer.byteLength(page)} bytes`);
  const markup = page.replace(/<(script|style)[\s\S]*?<\/\1>/g, "");
  assert.doesNotMatch(markup, /\s(?:src|href)=/);
});

test("the hosted desk has no inline script or style, and its files are what its manifest and page say", async () => {
  const page = await readFile(join(HOSTED, "index.html"), "utf8");
  assert.doesNotMatch(page, /<style|\sstyle=|<script(?! src=)/);
  const { files } = JSON.parse(await readFile(join(HOSTED, "manifest.json"), "utf8"));
  assert.deepEqual(Object.keys(files), (await readdir(HOSTED)).filter((name) => name !== "manifest.json").sort());
  for (const [name, { bytes, sha384 }] of Object.entries(files)) {
    const content = await readFile(join(HOSTED, name));
    assert.equal(content.length, bytes, name);
    assert.equal(createHash("sha384").update(content).digest("base64"), sha384, name);
    if (/js|wasm|zip/.test(name)) assert.ok(page.includes(sha384), name);
  }
});

test("the desk's program is what a browser of 2018 compiles, and names no folder of the machine", async () => {
  const program = join(HOSTED, "desk.wasm");
  const { status, stderr } = spawnSync(process.execPath, [WASM_OPT, "--mvp-features", "--enable-mutable-globals", program, "--output", "/dev/null"], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
  assert.doesNotMatch((await readFile(program)).toString("latin1"), /\/(?:home|root|Users|work)\/[\w.-]/);
});
