// The files beside a catalogue for the fictional county, as docs/catalog.md describes them, with the measures that
// its tests look at.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

export const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025];
export const CATALOG = "data/catalog.json";
const FOLDER = "/data/catalog.series/";
const SERIES = "aaaaaaaaaaaaaaaa.json";
const PEERS = "peers/bbbbbbbbbbbbbbbb.json";

/** By measure its only edition, if it has one. */
const MEASURES = {
  "disclosure.total": null,
  "proactive.licences.decisions": null,
  "proactive.penalties.decisions": null,
  "proactive.procurement.amount": "2019",
  "applications.received[6]": null,
  "applications.carried_in[6]": null,
  "applications.carried_out[6]": null,
  "reviews.reconsideration.total": null,
  "reviews.litigation_direct.total": null,
  "reviews.litigation_after_reconsideration.total": null,
};

export const countyOf = async (year) => JSON.parse(await readFile(new URL(`../../../samples/fictional/county-${year}.json`, import.meta.url), "utf8"));

/** Writes a field as a catalogue does. */
function valueOf(report, id) {
  const field = id.split(/[.[\]]+/).filter(Boolean).reduce((node, step) => (node === undefined || node === null ? node : node[step]), report);
  if (field === undefined) return "";
  if (field === null || typeof field !== "object") return field;
  if ("count" in field) return [field.qualifier, `${field.count}`, field.unit].filter(Boolean).join(" ");
  return [field.value, { yuan: "元", "ten-thousand-yuan": "万元", "hundred-million-yuan": "亿元" }[field.unit] ?? field.unit].filter(Boolean).join(" ");
}

const hashOf = (text) => createHash("sha384").update(text).digest("base64");
const json = (body) => ({ body, type: "application/json" });

/**
 * Returns the files by path. `change` changes the reports before the series is made, `alter` the series after its hash is
 * noted, `name` is the agency's in the index and in the series.
 * @param {{change?: (reports: object[]) => void, alter?: (text: string) => string, name?: string, hasPeers?: boolean}} [how]
 */
export async function seriesFiles({ change = () => {}, alter = (text) => text, name, hasPeers = true } = {}) {
  const reports = await Promise.all(YEARS.map(countyOf));
  const agency = reports[0].agency.name;
  change(reports);
  const measures = Object.entries(MEASURES).map(([id, edition]) => ({
    id,
    ...(edition ? { edition } : {}),
    values: reports.filter((report) => !edition || report.edition === edition).map((report) => valueOf(report, id)),
  }));
  const series = JSON.stringify({
    format: "gongkai-catalog/1",
    fictional: true,
    places: { name: [name ?? agency], code: [null], initials: ["qhx"], reports: [reports.length] },
    reports: { year: reports.map(({ year }) => year), edition: reports.map(({ edition }) => edition), file: reports.map(({ year }) => `${year}.json`) },
    hashes: { sha384: reports.map(() => "A".repeat(64)) },
    measures,
  });
  const peers = JSON.stringify({
    format: "gongkai-peers/1",
    fictional: true,
    group: "虚构省",
    kind: "county-government",
    places: 12,
    year: [2021],
    reports: [11],
    measures: [{ id: "applications.received[6]", printed: [9], lower: [60], median: [120], upper: [300] }],
  });
  const index = {
    format: "gongkai-series-index/1",
    peers: hasPeers ? [{ file: PEERS, sha384: hashOf(peers) }] : [],
    places: [{ name: agency, code: null, file: SERIES, sha384: hashOf(series), peers: hasPeers ? 0 : null }],
  };
  return {
    [`${FOLDER}index.json`]: json(JSON.stringify({ format: "gongkai-series/1", digits: 0 })),
    [`${FOLDER}index/all.json`]: json(JSON.stringify(index)),
    [FOLDER + SERIES]: json(alter(series)),
    [FOLDER + PEERS]: json(peers),
  };
}
