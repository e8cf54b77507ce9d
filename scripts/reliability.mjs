#!/usr/bin/env node
// Writes docs/reliability.md from what the fault tests recorded at their last run (artefacts/reliability/).
//   node scripts/reliability.mjs [--check]
// With --check it fails if a committed row says something else about what a reader saw. The sentences themselves
// are as they were when the table was made: changing their words does not make the table wrong.
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDER = join(ROOT, "artefacts/reliability");
const TABLE = join(ROOT, "docs/reliability.md");
const ENGINES = { chromium: "Chromium", firefox: "Firefox", webkit: "WebKit", chromium69: "Chromium 69" };

const names = (await readdir(FOLDER).catch(() => [])).filter((name) => name.endsWith(".json")).sort();
/** @type {{did: string, engine: string, saw: string, message?: string}[]} */
const rows = (await Promise.all(names.map((name) => readFile(join(FOLDER, name), "utf8")))).flatMap((text) => JSON.parse(text));
if (!rows.length) {
  console.error("no records: run make test-browser first");
  process.exit(1);
}

/** What was seen by what was done. @type {Map<string, {message: string, seen: Record<string, string>}>} */
const table = new Map();
for (const { did, engine, saw, message = "" } of rows) {
  const row = table.get(did) ?? { message: "", seen: {} };
  row.seen[engine] = saw;
  row.message ||= message;
  table.set(did, row);
}

if (process.argv.includes("--check")) {
  const committed = new Map(
    (await readFile(TABLE, "utf8"))
      .split("\n")
      .filter((line) => line.startsWith("| "))
      .map((line) => line.slice(2, -2).split(" | "))
      .map(([did, ...seen]) => [did, Object.fromEntries(Object.keys(ENGINES).map((engine, place) => [engine, seen[place]]))]),
  );
  const wrong = [];
  for (const [did, { seen }] of table) {
    for (const [engine, saw] of Object.entries(seen)) {
      const says = committed.get(cell(did))?.[engine];
      if (says !== saw) wrong.push(`${did}: in ${ENGINES[engine]} the reader saw ${saw}; the table says ${says ?? "nothing"}`);
    }
  }
  for (const did of committed.keys()) {
    if (![...table.keys()].map(cell).includes(did) && !["what was done", "---"].includes(did)) wrong.push(`${did}: no test does this any more`);
  }
  if (wrong.length) {
    console.error([...wrong, "docs/reliability.md is out of date: run make test-browser, then node scripts/reliability.mjs"].join("\n"));
    process.exit(1);
  }
  console.log(`docs/reliability.md agrees with ${rows.length} records of ${table.size} faults`);
  process.exit(0);
}

const lines = [...table].map(([did, { seen, message }]) => [did, ...Object.keys(ENGINES).map((engine) => seen[engine] ?? "not tried"), message].map(cell).join(" | "));
await writeFile(
  TABLE,
  `# What goes wrong, and what a reader sees then

This table is made by the tests: each row is a fault that \`make test-browser\` brings about, and what the reader saw in each
browser. "A sentence" is a notice in place of the figures, above the page's own content, which stays readable; the last
column has it. A fault of one report affects no other widget of the page. Rows about pages, servers, frameworks and hostile data that
were tried in one browser have the name of their test: what the reader saw at its end. After a change, \`node scripts/reliability.mjs\` writes the table
anew from the last run, and \`make test\` compares them.

| what was done | ${Object.values(ENGINES).join(" | ")} | the sentence |
| --- | ${Object.keys(ENGINES).map(() => "---").join(" | ")} | --- |
${lines.map((line) => `| ${line} |`).join("\n")}
`,
);
console.log(`${TABLE}: ${table.size} faults`);

/** @param {string} text */
function cell(text) {
  return text.replace(/\s+/g, " ").replaceAll("|", "\\|").trim();
}
