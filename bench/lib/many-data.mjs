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
  const [json, packed] = [join(folder, "many.json"), join(folder, "packed.json")];
  if (!(await stat(packed).catch(() => null))) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const reports = join(folder, "reports");
    console.log(`Making ${PLACES} × 7 fictional reports and their catalogue: a few minutes, once.`);
    await cargo(root, ["--package", "gongkai-cli", "--example", "fictional", "--", reports, "--places", String(PLACES), "--years", YEARS, "--seed", "1"]);
    const words = ["--denominators", join(reports, "population.csv"), "--title", "虚构的全国报告"];
    await cargo(root, ["--package", "gongkai-cli", "--", "catalog", reports, "-o", join(reports, "catalog.json"), ...words]);
    const text = await readFile(join(reports, "catalog.json"), "utf8");
    await writeFile(catalog, text);
    await writeFile(json, JSON.stringify(plain(JSON.parse(text), false)));
    await writeFile(packed, JSON.stringify(plain(JSON.parse(text), true)));
  }
  return { catalog, json, packed };
}

/** The catalogue's values by report: a column of one edition has values only for that edition's. */
function valuesOf({ reports, measures }) {
  const next = new Map();
  return (report) =>
    measures.map((measure) => {
      if (!measure.edition) return measure.values[report];
      if (measure.edition !== reports.edition[report]) return "";
      const index = next.get(measure.id) ?? 0;
      next.set(measure.id, index + 1);
      return measure.values[index];
    });
}

/**
 * The same data as an export would have it: an object a report with its figures by name; or packed, as
 * someone who counts bytes would write it: a row a report, no name repeated. No value is left out.
 */
export function plain(catalog, isPacked) {
  const { groups, places, denominators, reports, measures } = catalog;
  const ids = measures.map(({ id }) => id);
  const values = valuesOf(catalog);
  let report = 0;
  const one = () => {
    const [year, edition, own] = [reports.year[report], reports.edition[report], values(report)];
    report += 1;
    if (isPacked) return [year, edition, ...own];
    // What a form does not have is no figure of a report's.
    return { year, edition, figures: Object.fromEntries(ids.map((id, index) => [id, own[index]]).filter(([, value]) => value !== "")) };
  };
  const list = places.name.map((name, index) => ({
    name,
    code: places.code[index],
    initials: places.initials[index],
    group: groups[places.group[index]],
    population: denominators[0].values[index],
    reports: Array.from({ length: places.reports[index] }, one),
  }));
  return isPacked ? { measures: ids, places: list } : { places: list };
}

function cargo(root, words) {
  return new Promise((done, fail) => {
    const child = spawn("cargo", ["run", "--quiet", "--release", ...words], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
    child.on("error", fail);
    // 2 says that some reports were left out, which the generator's faulty ones may be.
    child.on("close", (code) => (code === 0 || code === 2 ? done() : fail(new Error(`cargo run ${words.join(" ")} failed`))));
  });
}
