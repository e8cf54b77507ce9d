// Fictional reports of a whole country: the catalogue that the command line makes of them, and the
// same data as JSON for the page with ECharts.
import { spawn } from "node:child_process";
import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";

const AGENCIES = 3200;
const YEARS = "2019..2025";

/**
 * Makes the catalogue and its plain forms once; the generator gives the same bytes every time.
 *
 * @returns {Promise<{name: string, path: string}[]>}
 */
export async function catalogData(root, folder) {
  const catalog = join(folder, "catalog.json");
  const [json, packed] = [join(folder, "many.json"), join(folder, "packed.json")];
  if (!(await stat(packed).catch(() => null))) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const reports = join(folder, "reports");
    console.log(`Making ${AGENCIES} × 7 fictional reports and their catalogue: half a minute once compiled.`);
    await cargo(root, ["--package", "gongkai-cli", "--example", "fictional", "--", reports, "--agencies", String(AGENCIES), "--years", YEARS, "--seed", "1"]);
    const words = ["--denominators", join(reports, "population.csv"), "--title", "虚构的全国报告"];
    await cargo(root, ["--package", "gongkai-cli", "--", "catalog", reports, "-o", join(reports, "catalog.json"), ...words]);
    const text = await readFile(join(reports, "catalog.json"), "utf8");
    await writeFile(catalog, text);
    await writeFile(json, JSON.stringify(plain(JSON.parse(text), false)));
    await writeFile(packed, JSON.stringify(plain(JSON.parse(text), true)));
  }
  return [catalog, json, packed].map((path) => ({ name: basename(path), path }));
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
 * The same data as an export would have it, an object for each report with its figures by name; or
 * packed, as someone who counts bytes would write it, an array for each report. No value is left out.
 */
function plain(catalog, isPacked) {
  const { groups, places, denominators, reports, measures } = catalog;
  const ids = measures.map(({ id }) => id);
  const values = valuesOf(catalog);
  let report = 0;
  const one = () => {
    const [year, edition, own] = [reports.year[report], reports.edition[report], values(report)];
    report += 1;
    if (isPacked) return [year, edition, ...own];
    // Figures that a report's form does not have are left out.
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
    const child = spawn("cargo", ["run", "--quiet", ...words], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
    child.on("error", fail);
    // 2: some reports were left out, since the generator makes faulty ones too.
    child.on("close", (code) => (code === 0 || code === 2 ? done() : fail(new Error(`cargo run ${words.join(" ")} failed`))));
  });
}
