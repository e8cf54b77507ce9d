// Records what the fault tests did and what the reader saw. scripts/reliability.mjs makes the table of docs/reliability.md from it.
import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { after, afterEach } from "node:test";
import { fileURLToPath } from "node:url";

export const FOLDER = fileURLToPath(new URL("../../../artefacts/reliability/", import.meta.url));

/** @type {object[]} */
const rows = [];

/** @param {{did: string, engine: string, saw: string, message?: string}} row */
export function record(row) {
  rows.push(row);
}

/**
 * Records every visit of this file in Chromium, under the test's name.
 * @param {() => {glimpse: {saw: string, message?: string} | null}} harness
 */
export function recordVisits(harness) {
  afterEach(({ fullName }) => {
    const { glimpse } = harness();
    if (glimpse) record({ did: fullName.replaceAll(" > ", ": "), engine: "chromium", ...glimpse });
    harness().glimpse = null;
  });
  after(keep);
}

/** Writes the rows of this file of tests. */
export async function keep() {
  if (!rows.length) return;
  await mkdir(FOLDER, { recursive: true });
  const name = basename(process.argv[1] ?? "tests", ".test.mjs");
  await writeFile(join(FOLDER, `${name}.json`), `${JSON.stringify(rows, null, 1)}\n`);
}
