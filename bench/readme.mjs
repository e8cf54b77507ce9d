#!/usr/bin/env node
// Puts what was measured last into README.md, between two marks, as one table.
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const [START, END] = ["<!-- bench -->", "<!-- /bench -->"];

const read = async (name) => JSON.parse(await readFile(join(ROOT, "target/bench", name), "utf8"));
const shown = (value, unit) => (unit === "KB" ? `${(value / 1000).toFixed(0)} KB` : unit === "MB" ? `${(value / 1e6).toFixed(0)} MB` : `${value.toFixed(0)} ms`);
const row = (cells) => `| ${cells.join(" | ")} |`;
const of = (limit) => (limit === null || limit === undefined ? "" : String(limit));

const { environment, measures } = await read("results.json");
const many = await read("many.json");
const lines = [
  START,
  `Measured ${environment.date} with \`make bench\`: ${environment.rounds} rounds, ${environment.browser}, ECharts ${environment.echarts}. One report: processor slowed ` +
    `${environment.conditions.cpuSlowdown} times, ${environment.conditions.latencyMs} ms, ${environment.conditions.downloadBitsPerSecond / 1e6} Mbit/s. Many reports: 3,200 fictional places × 7 years, ` +
    `processor not slowed, ${many.line.latency} ms, ${many.line.megabits} Mbit/s, ${many.rounds} rounds. Loads are medians, inputs 98th percentiles: until the next paint (Event Timing, in steps of 8 ms; an empty page takes ${many.floor.value.toFixed(0)} ms), in handlers, and all that the main thread does, measuring included.`,
  "",
  row(["", "gongkai", "ECharts", "ratio", "limit"]),
  row(["---", "---:", "---:", "---:", "---:"]),
  ...measures
    .filter(({ name, values }) => values.gongkai && !name.includes("handlers"))
    .map(({ name, unit, values, ratio, limit }) => {
      const other = values[environment.opponent] ?? values.echarts;
      return row([name, shown(values.gongkai.value, unit), shown(other.value, unit), ratio.toFixed(2), of(limit)]);
    }),
  ...measures
    .filter(({ values }) => values.rendered && values.floor && !values.gongkai)
    .map(({ name, unit, values, ratio, limit }) => row([`${name} (against plain SVG)`, shown(values.rendered.value, unit), shown(values.floor.value, unit), ratio.toFixed(2), of(limit)])),
  ...many.rows.map(({ name, unit, own, other, ratio, limit, ratioLimit }) => {
    const limits = [ratioLimit === null ? "" : ratioLimit.toFixed(2), limit === null ? "" : shown(limit, unit)];
    return row([`many reports: ${name}`, shown(own.value, unit), shown(other.value, unit), ratio.toFixed(2), limits.filter(Boolean).join("; ")]);
  }),
  END,
];
const path = join(ROOT, "README.md");
const text = await readFile(path, "utf8");
const [from, to] = [text.indexOf(START), text.indexOf(END)];
if (from < 0 || to < from) throw new Error("README.md has no place for the table");
await writeFile(path, text.slice(0, from) + lines.join("\n") + text.slice(to + END.length));
console.log("the table in README.md is that of the last measurement");
