// The npm package, made of the bundle that was built.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import ts from "typescript";
import { BUNDLE } from "./files.mjs";

const folder = await mkdtemp(join(tmpdir(), "gongkai-package-"));
test.after(() => rm(folder, { recursive: true }));
const made = spawnSync(process.execPath, ["scripts/package.mjs", BUNDLE, folder], { encoding: "utf8" });
assert.equal(made.status, 0, made.stderr);
const read = async (name) => JSON.parse(await readFile(join(folder, name), "utf8"));

test("publint has nothing to say of it", async () => {
  const { messages, pkg } = await publint({ pkgDir: folder, strict: true });
  assert.deepEqual(messages.map((message) => formatMessage(message, pkg)), []);
});

test("every file that the bundle's manifest lists can be had from it", async () => {
  const [{ files, version }, own] = [await read("manifest.json"), await read("package.json")];
  assert.equal(own.version, version);
  assert.ok(Object.keys(files).length >= 9);
  for (const name of Object.keys(files)) assert.equal(own.exports[`./${name}`], `./${name}`);
});

test("a bundler finds in the module every file that it asks for by name", async () => {
  const [script, { files }] = [await readFile(join(folder, "gongkai.module.js"), "utf8"), await read("manifest.json")];
  const asked = Object.keys(files).filter((name) => !["gongkai.js", "gongkai.module.js", "gongkai-static-first.css", "gongkai-static.css"].includes(name));
  for (const name of asked) assert.match(script, new RegExp(`new URL\\("\\./${name.replace(".", "\\.")}",\\s*import\\.meta\\.url\\)`));
});

test("no file refuses another that a bundler has rewritten, and the manifest tells what is there", async () => {
  const { files } = await read("manifest.json");
  for (const [name, { sha384, bytes }] of Object.entries(files)) {
    const body = await readFile(join(folder, name));
    assert.equal(body.length, bytes, name);
    assert.equal(createHash("sha384").update(body).digest("base64"), sha384, name);
    assert.doesNotMatch(body.toString("latin1"), /sha384-[\w+/]{64}/, name);
  }
});

test("custom-elements.json has the attributes that the element has", async () => {
  const { modules } = await read("custom-elements.json");
  const [{ attributes, members }] = modules[0].declarations;
  const source = await readFile("web/element.js", "utf8");
  const table = /const ATTRIBUTES = \{([^}]*)\}/.exec(source)[1];
  const known = [...table.matchAll(/(\w+): "([\w-]+)"/g)].map(([, field, name]) => [name, field]);
  assert.ok(known.length >= 5);
  const told = attributes.filter(({ fieldName }) => fieldName).map(({ name, fieldName }) => [name, fieldName]);
  assert.deepEqual(new Map(told), new Map(known));
  for (const [name, field] of known) assert.ok(members.some((member) => member.name === field && member.attribute === name));
});

test("custom-elements.json has what the README and the style sheets let a page style", async () => {
  const { modules } = await read("custom-elements.json");
  const [{ cssParts, cssProperties }] = modules[0].declarations;
  const readme = /`::part\(\)` \(([^)]*?), and in the figure/s.exec(await readFile("README.md", "utf8"))[1];
  const told = [...readme.matchAll(/`([a-z]+)`/g)].map(([, name]) => name);
  assert.ok(told.length >= 10);
  const parts = cssParts.map(({ name }) => name);
  assert.deepEqual(told.filter((name) => !parts.includes(name)), []);
  const style = (await Promise.all((await readdir("style", { recursive: true })).filter((name) => name.endsWith(".css")).map((name) => readFile(join("style", name), "utf8")))).join();
  const used = new Set(style.match(/--gongkai-[a-z-]+/g));
  assert.deepEqual(new Set(cssProperties.map(({ name }) => name)), used);
});

test("its types take what a portal writes, and refuse a slip", async () => {
  const check = async (code) => {
    const file = join(folder, "use.ts");
    await writeFile(file, code);
    const options = { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, lib: ["lib.es2022.d.ts", "lib.dom.d.ts"], types: [] };
    const found = ts.getPreEmitDiagnostics(ts.createProgram([file], options));
    await rm(file);
    return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  };
  const start = 'import { mount } from "./gongkai.module.js";\n';
  assert.deepEqual(
    await check(
      `${start}const handle = mount(document.body, { src: "a.json", textSize: "large" });
       handle.element.addEventListener("gongkai-error", (event) => console.log(event.detail.code));
       document.createElement("gongkai-report").theme = "dark";`,
    ),
    [],
  );
  assert.match((await check(`${start}mount(document.body, { textsize: "large" });`)).join(), /textsize/);
});
