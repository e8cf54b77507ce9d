// A country's worth of fictional reports: the catalogue that the command line makes of them, and the
// same data as JSON for the page with ECharts.
import { spawn } from "node:child_process";
import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

export const PLACES = 3200;
export const YEARS = "2019..2025";

/** Makes both once; the generator gives the same bytes every time. */
export async function manyReports(root, folder) {
  const catalog = join(folder, "catalog.json");
  const json = join(folder, "many.json");
  if (!(await stat(json).catch(() => null))) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const reports = join(folder, "reports");
    console.log(`Making ${PLACES} × 7 fictional reports and their catalogue: a few minutes, once.`);
    await cargo(root, ["--example", "fictional", "--", reports, "--places", String(PLACES), "--years", YEARS, "--seed", "1"]);
    const words = ["--denominators", join(reports, "population.csv"), "--title", "虚构的全国报告"];
    await cargo(root, ["--features", "cli", "--bin", "gongkai", "--", "catalog", reports, "-o", join(reports, "catalog.json"), ...words]);
    const text = await readFile(join(reports, "catalog.json"), "utf8");
    await writeFile(catalog, text);
    await writeFile(json, JSON.stringify(plain(JSON.parse(text))));
  }
  return { catalog, json };
}

/** A row for each report, as an export would have it: no name is repeated, no value left out. */
function plain({ groups, places, denominators, reports, measures }) {
  const ids = measures.map(({ id }) => id);
  // A column of one edition has values only for that edition's reports.
  const next = new Map();
  const at = (measure, report) => {
    if (!measure.edition) return measure.values[report];
    if (measure.edition !== reports.edition[report]) return "";
    const index = next.get(measure.id) ?? 0;
    next.set(measure.id, index + 1);
    return measure.values[index];
  };
  let report = 0;
  const list = places.name.map((name, index) => ({
    name,
    code: places.code[index],
    initials: places.initials[index],
    group: groups[places.group[index]],
    population: denominators[0].values[index],
    reports: Array.from({ length: places.reports[index] }, () => {
      const row = [reports.year[report], reports.edition[report], ...measures.map((measure) => at(measure, report))];
      report += 1;
      return row;
    }),
  }));
  return { measures: ids, places: list };
}

function cargo(root, words) {
  return new Promise((done, fail) => {
    const child = spawn("cargo", ["run", "--quiet", "--release", ...words], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
    child.on("error", fail);
    // 2 says that some reports were left out, which the generator's faulty ones may be.
    child.on("close", (code) => (code === 0 || code === 2 ? done() : fail(new Error(`cargo run ${words.join(" ")} failed`))));
  });
}
