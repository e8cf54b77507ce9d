import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import test from "node:test";
import { BUNDLE, siteFile } from "./files.mjs";

const SHIPPED = [
  "gongkai-app.css",
  "gongkai-app.js",
  "gongkai-app.wasm",
  "gongkai-app.wasm.js",
  "gongkai-compare.css",
  "gongkai-compare.js",
  "gongkai-compare.wasm",
  "gongkai-compare.wasm.js",
  "gongkai-context.css",
  "gongkai-context.js",
  "gongkai-context.wasm",
  "gongkai-context.wasm.js",
  "gongkai-draw.wasm",
  "gongkai-draw.wasm.js",
  "gongkai-import.js",
  "gongkai-import.wasm",
  "gongkai-import.wasm.js",
  "gongkai-notice.js",
  "gongkai-picture.js",
  "gongkai-readers.js",
  "gongkai-readers.wasm",
  "gongkai-readers.wasm.js",
  "gongkai-static-first.css",
  "gongkai-static.css",
  "gongkai.css",
  "gongkai.js",
  "gongkai.module.js",
];
const sha384 = (body) => createHash("sha384").update(body).digest("base64");
const manifest = async () => JSON.parse(await siteFile("gongkai/manifest.json"));

test("the bundle is just the shipped files and their manifest", async () => {
  assert.deepEqual((await readdir(BUNDLE)).sort(), [...SHIPPED, "manifest.json"].sort());
  assert.deepEqual(Object.keys((await manifest()).files).sort(), SHIPPED);
});

test("the manifest has the version of Cargo.toml", async () => {
  const cargo = await readFile(new URL("../../Cargo.toml", import.meta.url), "utf8");
  assert.equal((await manifest()).version, /^version = "(.+)"$/m.exec(cargo)[1]);
});

for (const name of SHIPPED) {
  test(`the manifest's size and SHA-384 are those of ${name}`, async () => {
    const body = await siteFile(`gongkai/${name}`);
    assert.deepEqual((await manifest()).files[name], { bytes: body.length, sha384: sha384(body) });
  });
}

const FIRST = [
  ...["gongkai.css", "gongkai-draw.wasm", "gongkai-draw.wasm.js", "gongkai-notice.js"],
  ...["app", "compare"].flatMap((name) => [".js", ".wasm", ".css"].map((end) => `gongkai-${name}${end}`)),
];
const LOADS = {
  "gongkai.js": FIRST,
  "gongkai.module.js": FIRST,
  "gongkai-app.js": ["gongkai-app.wasm.js", "gongkai-context.js", "gongkai-import.js", "gongkai-picture.js"],
  "gongkai-context.js": ["gongkai-context.css", "gongkai-context.wasm", "gongkai-context.wasm.js"],
  "gongkai-import.js": ["gongkai-import.wasm", "gongkai-import.wasm.js", "gongkai-readers.js"],
  "gongkai-readers.js": ["gongkai-readers.wasm", "gongkai-readers.wasm.js"],
  "gongkai-compare.js": ["gongkai-compare.wasm.js", "gongkai-picture.js"],
};
for (const script of Object.keys(LOADS)) {
  test(`${script} carries the hashes of everything that it loads`, async () => {
    const text = (await siteFile(`gongkai/${script}`)).toString();
    for (const name of LOADS[script]) {
      assert.ok(text.includes(`sha384-${sha384(await siteFile(`gongkai/${name}`))}`), `no hash of ${name}`);
    }
  });
}

test("nothing in the bundle names another host", async () => {
  // Names of XML vocabularies look like addresses and are never fetched.
  const names = /^http:\/\/www\.w3\.org\/(1998|1999|2000)\//;
  for (const name of SHIPPED.filter((name) => !name.endsWith(".wasm"))) {
    const addresses = (await siteFile(`gongkai/${name}`)).toString().match(/https?:\/\/[^\s"'`)\\]+/g) ?? [];
    assert.deepEqual(addresses.filter((address) => !names.test(address)), [], name);
  }
});
