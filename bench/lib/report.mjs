// From the runs to one table: each measure, each page, the ratio and its limit.
import { KINDS } from "./interact.mjs";
import { quantile, spread } from "./stats.mjs";

export const LIMITS = { bytes: 0.4, firstFigureMs: 0.45, interactions: 1.0, rendered: 1.15 };

/** The pages, in the order in which they are shown. */
const TITLES = { gongkai: "gongkai", echarts: "ECharts, tree-shaken", "echarts-full": "ECharts, whole", rendered: "gongkai render", floor: "static SVG" };

/** Those that answer to the reader at all. */
const ACT = ["gongkai", "echarts", "echarts-full"];

const WORDS = { view: "switching view", sort: "changing order", scale: "changing scale", hover: "pointing at a mark" };

/**
 * Medians of loads and percentiles of interactions, and what they are of `opponent`'s. The whole
 * ECharts acts as the tree-shaken one does, so it is only loaded.
 */
export function summarise(runs, opponent) {
  const of = (page) => runs.filter((run) => run.page === page);
  const compare = (name, unit, limit, value) => {
    const values = {};
    for (const page of Object.keys(TITLES)) {
      const found = value(page);
      if (found) values[page] = found;
    }
    const against = (page) => (values[page] ? values.gongkai.value / values[page].value : null);
    const ratio = against(opponent) ?? against("echarts");
    return { name, unit, values, ratio, ratioToWhole: against("echarts-full"), limit, holds: limit === null || ratio <= limit };
  };
  const loads = (field) => (page) => spread(of(page).map((run) => run[field]));
  const acting = (field) => (page) => (ACT.includes(page) ? loads(field)(page) : null);
  const slowest = (kind, field) => (page) => {
    const steps = of(page).flatMap((run) => run.steps).filter((step) => step.kind === kind);
    if (steps.length === 0) return null;
    const values = steps.map((step) => step[field]);
    return { value: quantile(values, 0.98), low: quantile(values, 0.5), high: Math.max(...values), inputs: values.length };
  };
  /** The page with the figures in it, against the floor: the widget takes their place later. */
  const inPage = () => {
    const values = { rendered: loads("firstFigureMs")("rendered"), floor: loads("firstFigureMs")("floor") };
    const ratio = values.rendered.value / values.floor.value;
    return { name: "the first figure, rendered into the page", unit: "ms", values, ratio, ratioToWhole: null, limit: LIMITS.rendered, holds: ratio <= LIMITS.rendered };
  };
  return [
    compare("bytes to the first view", "KB", LIMITS.bytes, loads("bytes")),
    compare("time to the first figure", "ms", LIMITS.firstFigureMs, loads("firstFigureMs")),
    inPage(),
    // The widget is seen before it answers, ECharts answers at once: shown, for who wants to compare that.
    compare("bytes until it answers", "KB", null, acting("answersBytes")),
    compare("time until it answers", "ms", null, acting("answersMs")),
    // A change of scale is shown, but no limit is set for it: the log scale draws dots for bars.
    ...KINDS.map((kind) => compare(WORDS[kind], "ms", kind === "scale" ? null : LIMITS.interactions, slowest(kind, "duration"))),
    // Not for pointing: what ECharts does then, it does in an event that Event Timing leaves out.
    ...KINDS.filter((kind) => kind !== "hover").map((kind) =>
      compare(`${WORDS[kind]}: handlers only`, "ms", null, slowest(kind, "processing")),
    ),
  ];
}

const shown = (value, unit) => (unit === "KB" ? (value / 1000).toFixed(1) : value.toFixed(0));
const cell = (found, unit) =>
  found ? `${shown(found.value, unit)} (${shown(found.low, unit)}–${shown(found.high, unit)})` : "";
const ratioOf = (ratio) => (ratio === null ? "" : ratio.toFixed(2));

export function markdown({ measures, environment, files, isComplete }) {
  const pages = Object.keys(TITLES);
  const row = (cells) => `| ${cells.join(" | ")} |`;
  const { conditions, busy } = environment;
  return [
    "# Benchmark",
    "",
    `${environment.date}, ${environment.rounds} rounds${isComplete ? "" : " (interrupted)"}. ${environment.browser}, ECharts ${environment.echarts}. ` +
      `Processor slowed ${conditions.cpuSlowdown} times, line of ${conditions.latencyMs} ms and ${conditions.downloadBitsPerSecond / 1e6} Mbit/s, ` +
      `brotli 11, nothing cached. ${environment.processor}; ${(busy.value * 100).toFixed(0)} % busy before a visit, ${(busy.high * 100).toFixed(0)} % at most.`,
    "",
    "Loads: median (least–most). Interactions: 98th percentile (median–most). " +
      `The ratio that the limit is for: gongkai ÷ ${TITLES[environment.opponent]}; of the page with figures in it, gongkai render ÷ static SVG.`,
    "",
    row(["measure", "unit", ...pages.map((page) => TITLES[page]), "ratio", "limit", "holds", "ratio to whole ECharts"]),
    row(["---", "---", ...pages.map(() => "---:"), "---:", "---:", "---", "---:"]),
    ...measures.map(({ name, unit, values, ratio, limit, holds, ratioToWhole }) =>
      row([
        name,
        unit,
        ...pages.map((page) => cell(values[page], unit)),
        ratioOf(ratio),
        ratioOf(limit),
        limit === null ? "" : holds ? "yes" : "**no**",
        ratioOf(ratioToWhole),
      ]),
    ),
    "",
    "Over the line until the first figure stands, headers and compressed body:",
    "",
    row(["page", "file", "KB"]),
    row(["---", "---", "---:"]),
    ...pages.flatMap((page) => files[page].map(({ file, bytes }) => row([TITLES[page], file, (bytes / 1000).toFixed(1)]))),
    "",
  ].join("\n");
}
