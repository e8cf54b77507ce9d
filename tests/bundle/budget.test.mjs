import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { siteFile } from "./files.mjs";

const FIRST_VIEW = [
  "index.html",
  "portal/portal.css",
  "gongkai/gongkai.js",
  "gongkai/gongkai-draw.wasm",
  "gongkai/gongkai.css",
  "samples/longde-2020.json",
];

const brotli = (body) =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }).length;

const budget = async () => JSON.parse(await readFile(new URL("budget.json", import.meta.url), "utf8"));

test("what a first view loads stays within its budget", async (t) => {
  const { firstView: limit } = await budget();
  const rows = await Promise.all(
    FIRST_VIEW.map(async (name) => {
      const body = await siteFile(name);
      return { name, plain: body.length, packed: brotli(body) };
    }),
  );
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  const total = { name: "together", plain: sum("plain"), packed: sum("packed") };
  const line = ({ name, plain, packed }) => `${name.padEnd(26)} ${String(plain).padStart(8)} ${String(packed).padStart(8)}`;
  const table = ["file                          bytes   brotli", ...[...rows, total].map(line)].join("\n");
  table.split("\n").forEach((row) => t.diagnostic(row));
  assert.ok(total.packed <= limit, `${total.packed} bytes are ${total.packed - limit} over the budget of ${limit}:\n${table}`);
});

const LATER = {
  app: ["gongkai/gongkai-app.css", "gongkai/gongkai-app.js", "gongkai/gongkai-app.wasm"],
};
for (const [kind, names] of Object.entries(LATER)) test(`what comes after it (${kind}) stays within its own`, async (t) => {
  const limit = (await budget())[kind];
  const sizes = await Promise.all(names.map(async (name) => brotli(await siteFile(name))));
  const packed = sizes.reduce((total, size) => total + size, 0);
  t.diagnostic(`${sizes.join(" + ")} = ${packed} bytes after brotli`);
  assert.ok(packed <= limit, `${packed} bytes are ${packed - limit} over the budget of ${limit}`);
});
