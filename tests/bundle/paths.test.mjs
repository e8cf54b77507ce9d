import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { BUNDLE } from "./files.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const PATHS = [
  root,
  homedir(),
  process.env.CARGO_HOME ?? join(homedir(), ".cargo"),
  execFileSync("rustc", ["--print", "sysroot"], { cwd: root, encoding: "utf8" }).trim(),
]
  .map((path) => path.replace(/\/+$/, ""))
  .filter((path) => path !== "");

for (const name of await readdir(BUNDLE)) {
  test(`${name} names no folder of the machine that built it`, async () => {
    const text = (await readFile(join(BUNDLE, name))).toString("latin1");
    // With the slash: a short one, as /srv, may well stand in a text.
    const found = PATHS.filter((path) => text.includes(`${Buffer.from(path).toString("latin1")}/`));
    assert.deepEqual(found, []);
    assert.doesNotMatch(text, /\/(?:home|root|Users)\/[\w.-]/);
  });
}

test("a panic of what answers still says in which file it was", async () => {
  const wasm = await readFile(join(BUNDLE, "gongkai-app.wasm"));
  for (const file of ["yew-0.", "/rustc/"]) assert.ok(wasm.includes(file), file);
});
