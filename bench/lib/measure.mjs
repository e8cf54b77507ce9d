// From runs to measures, and from measures to a table.
import { quantile, spread } from "./stats.mjs";

/**
 * @typedef {{value: number, low: number, high: number}} Found the median of loads and their range, or
 *   the 98th percentile of inputs with their median and greatest
 * @typedef {object} Measure
 * @property {string} name
 * @property {"KB" | "MB" | "ms"} unit 1 KB is 1000 bytes
 * @property {Record<string, Found>} values by page
 * @property {number | null} ratio the subject's value to the reference's
 * @property {number | null} ratioLimit
 * @property {number | null} limit of the subject's own value, in bytes or milliseconds
 * @property {boolean} holds
 */

/**
 * @param {object} what
 * @param {Found} [what.reference] what the subject is compared with, if it is not another page's same value
 * @param {string} [what.subject] the page that the limits are for
 * @param {string} [what.against] the page that it is compared with
 * @returns {Measure}
 */
export function measure({ name, unit, values, subject, against, reference = values[against], ratioLimit = null, limit = null, versus = "" }) {
  const own = values[subject];
  const ratio = own && reference ? own.value / reference.value : null;
  const isWithin = (value, most) => most === null || (value !== null && value <= most);
  const holds = isWithin(ratio, ratioLimit) && isWithin(own?.value ?? null, limit);
  return { name, unit, values, subject, versus, ratio, ratioLimit, limit, holds };
}

/** Picks a field of each page's runs; a page without it is left out. */
export function byPage(pages, runs, value) {
  const entries = pages.map(({ name }) => [name, value(runs.filter((run) => run.page === name))]);
  return Object.fromEntries(entries.filter(([, found]) => found));
}

/** The median of a field. */
export const median = (field) => (runs) => {
  const values = runs.map((run) => run[field]).filter((value) => value !== undefined);
  return values.length ? spread(values) : null;
};

/** The 98th percentile of a kind of input. */
export const slowest = (kind, field = "duration") => (runs) => {
  const values = runs.flatMap(({ steps = [] }) => steps.filter((step) => step.kind === kind).map((step) => step[field]));
  return values.length ? { value: quantile(values, 0.98), low: quantile(values, 0.5), high: Math.max(...values) } : null;
};

const DIVISORS = { KB: [1e3, 1], MB: [1e6, 1], ms: [1, 0] };

/** A number in its unit. */
export function shown(value, unit) {
  const [divisor, places] = DIVISORS[unit];
  return (value / divisor).toFixed(places);
}

const row = (cells) => `| ${cells.join(" | ")} |`;

/** All measures of a suite as a Markdown table. */
export function table(pages, measures) {
  const cell = (found, unit) => (found ? `${shown(found.value, unit)} (${shown(found.low, unit)}–${shown(found.high, unit)})` : "");
  const limits = ({ unit, ratioLimit, limit }) =>
    [ratioLimit === null ? "" : ratioLimit.toFixed(2), limit === null ? "" : `${shown(limit, unit)} ${unit}`].filter(Boolean).join("; ");
  return [
    row(["measure", "unit", ...pages.map(({ title }) => title), "ratio", "limit", "holds"]),
    row(["---", "---", ...pages.map(() => "---:"), "---:", "---:", "---"]),
    ...measures.map((one) =>
      row([
        one.name,
        one.unit,
        ...pages.map(({ name }) => cell(one.values[name], one.unit)),
        one.ratio === null ? "" : one.ratio.toFixed(2) + one.versus,
        limits(one),
        limits(one) ? (one.holds ? "yes" : "**no**") : "",
      ]),
    ),
  ].join("\n");
}
