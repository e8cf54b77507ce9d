// Copies the last measurement into the documents: six lines into README.md, everything into bench/README.md.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { shown } from "./measure.mjs";

const [START, END] = ["<!-- bench -->", "<!-- /bench -->"];
const row = (cells) => `| ${cells.join(" | ")} |`;

/** What README.md shows, by suite and name. */
const SHOWN = [
  ["report", "bytes to the first view"],
  ["report", "time to the first figure"],
  ["report", "time until a press on any control answers"],
  ["report", "switching view"],
  ["catalog", "data over the line"],
  ["catalog", "time until usable"],
];

/** @param {string} root the repository @param {string} out where the suites have written */
export async function writeTables(root, out) {
  const suites = {};
  for (const name of ["report", "catalog"]) {
    const text = await readFile(join(out, `${name}.json`), "utf8").catch(() => null);
    if (text) suites[name] = JSON.parse(text);
  }
  if (Object.keys(suites).length < 2) {
    return console.log("README.md and bench/README.md are left as they are: they show both suites, and only one was ever measured here");
  }
  const lines = SHOWN.map(([suite, name]) => {
    const { measures } = suites[suite];
    const { values, unit, ratio } = measures.find((measure) => measure.name === name);
    const other = values["echarts"];
    const label = suite === "catalog" ? `3,200 agencies × 7 years: ${name}` : name;
    return row([label, `${shown(values.gongkai.value, unit)} ${unit}`, `${shown(other.value, unit)} ${unit}`, ratio.toFixed(2)]);
  });
  const { environment } = suites.report;
  const sentence =
    `Measured ${environment.date} with ${environment.libraries.join(" and ")} in ${environment.browser}: one report beside tree-shaken ECharts on a slow phone, ` +
    "the catalogue beside ECharts' own build on an office machine. [bench/README.md](bench/README.md) has all measures and limits.";
  await replace(join(root, "README.md"), [sentence, "", row(["", "gongkai", "ECharts", "ratio"]), row(["---", "---:", "---:", "---:"]), ...lines]);
  await replace(join(root, "bench/README.md"), [suites.report.text, "", suites.catalog.text]);
  console.log("README.md and bench/README.md show the last measurement");
}

async function replace(path, lines) {
  const text = await readFile(path, "utf8");
  const [from, to] = [text.indexOf(START), text.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${path} has no marks for the table`);
  await writeFile(path, [text.slice(0, from) + START, ...lines, text.slice(to)].join("\n"));
}
