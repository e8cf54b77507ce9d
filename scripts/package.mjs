#!/usr/bin/env node
// Makes the npm package, for portals that use a bundler: node scripts/package.mjs BUNDLE OUT
import { createHash } from "node:crypto";
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const [bundle, out] = process.argv.slice(2);
if (!bundle || !out) {
  console.error("usage: node scripts/package.mjs BUNDLE OUT; make package calls it");
  process.exit(2);
}
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
for (const folder of [bundle, "web/package"]) await cp(folder, out, { recursive: true });
for (const name of ["README.md", "LICENSE", "LICENSE-MIT", "LICENSE-APACHE", "CHANGELOG.md"]) await cp(name, join(out, name));

// Bundlers rewrite files and name them by their new hash, so the hashes in the scripts are removed.
const shipped = JSON.parse(await readFile(join(bundle, "manifest.json"), "utf8"));
for (const name of Object.keys(shipped.files)) {
  const path = join(out, name);
  if (/\.m?js$/.test(name)) await writeFile(path, (await readFile(path, "utf8")).replace(/sha384-[\w+/]{64}/g, ""));
  const body = await readFile(path);
  shipped.files[name] = { bytes: body.length, sha384: createHash("sha384").update(body).digest("base64") };
}
await writeFile(join(out, "manifest.json"), `${JSON.stringify(shipped, null, 2)}\n`);

const { version } = JSON.parse(await readFile(join(bundle, "manifest.json"), "utf8"));
const cargo = await readFile("Cargo.toml", "utf8");
const description = /^description = "(.+)"$/m.exec(cargo)?.[1];
// Publishing with a provenance statement requires it (RELEASING.md).
const repository = /^repository = "(.+)"$/m.exec(cargo)?.[1];
const files = (await readdir(out)).sort();
const manifest = {
  name: "gongkai",
  version,
  description,
  ...(repository && { repository: { type: "git", url: `git+${repository.replace(/\.git$/, "")}.git` } }),
  license: "MIT OR Apache-2.0",
  type: "module",
  exports: {
    ".": { types: "./gongkai.module.d.ts", default: "./gongkai.module.js" },
    // For portals that copy or link the files.
    ...Object.fromEntries((await readdir(bundle)).sort().map((name) => [`./${name}`, `./${name}`])),
    "./custom-elements.json": "./custom-elements.json",
    "./package.json": "./package.json",
  },
  types: "./gongkai.module.d.ts",
  customElements: "custom-elements.json",
  // Importing the module defines the element.
  sideEffects: ["./gongkai.module.js", "./gongkai.js", "./*.css"],
  keywords: ["custom-element", "webassembly", "open-government", "信息公开"],
  files: files.filter((name) => name !== "package.json"),
};
// A classic script is no module, whatever the package says of .js files.
manifest.exports["./gongkai.js"] = "./gongkai.js";
await writeFile(join(out, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
