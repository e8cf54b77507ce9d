import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import test from "node:test";
import { BUNDLE, siteFile } from "./files.mjs";

const SHIPPED = [
  "gongkai.css",
  "gongkai.js",
  "gongkai.mjs",
  "gongkai_annex.css",
  "gongkai_annex.mjs",
  "gongkai_annex_bg.wasm",
  "gongkai_annex_plain.mjs",
  "gongkai_app_bg.wasm",
  "gongkai_app_plain.mjs",
  "gongkai_bg.wasm",
  "gongkai_compare.css",
  "gongkai_compare.mjs",
  "gongkai_compare_bg.wasm",
  "gongkai_compare_plain.mjs",
  "gongkai_first.css",
  "gongkai_import.mjs",
  "gongkai_import_bg.wasm",
  "gongkai_import_plain.mjs",
  "gongkai_plain.mjs",
  "gongkai_static.css",
];
const sha384 = (body) => createHash("sha384").update(body).digest("base64");
const manifest = async () => JSON.parse(await siteFile("gongkai/manifest.json"));

test("the bundle is just the shipped files and their manifest", async () => {
  assert.deepEqual((await readdir(BUNDLE)).sort(), [...SHIPPED, "manifest.json"]);
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

const FIRST = ["gongkai.css", "gongkai_annex.mjs", "gongkai_app_bg.wasm", "gongkai_app_plain.mjs", "gongkai_bg.wasm", "gongkai_compare.mjs", "gongkai_plain.mjs"];
const LOADS = {
  "gongkai.js": FIRST,
  "gongkai.mjs": FIRST,
  "gongkai_annex.mjs": ["gongkai_annex.css", "gongkai_annex_bg.wasm", "gongkai_annex_plain.mjs", "gongkai_import.mjs"],
  "gongkai_import.mjs": ["gongkai_import_bg.wasm", "gongkai_import_plain.mjs"],
  "gongkai_compare.mjs": ["gongkai_compare.css", "gongkai_compare_bg.wasm", "gongkai_compare_plain.mjs"],
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
