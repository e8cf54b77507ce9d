import { readFile } from "node:fs/promises";

const SAMPLES = new URL("../../samples/", import.meta.url);

/** @returns {Promise<object>} a report of the project's samples */
export const sample = async (name) => JSON.parse(await readFile(new URL(name, SAMPLES), "utf8"));

/** Numbers that are the same in every run. */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * Invented reports of invented counties for 2019 and 2020, by file name. Their codes begin with
 * digits that no province has. Some lack a cell, some print it blank or as "/", some do not add up.
 */
export async function fictional(counties) {
  const next = numbers(2020);
  const reports = new Map();
  for (const year of [2019, 2020]) {
    const form = await sample(`fictional/county-${year}.json`);
    for (let county = 0; county < counties; county++) {
      const report = structuredClone(form);
      report.agency = { name: `虚构${county}县人民政府（虚构示例）` };
      if (county % 7) report.agency.division_code = `${97 + (county % 3)}01${String(county).padStart(2, "0")}`;
      change(report, next);
      reports.set(`fictional-${county}-${year}.json`, report);
    }
  }
  return reports;
}

function change(report, next) {
  const { applications, proactive, reviews } = report;
  const people = next(400);
  applications.received = [people, next(5), 0, 0, 0, 0, people + next(3)];
  applications.outcomes.granted[6] = next(300);
  applications.outcomes.total[6] = applications.outcomes.granted[6] + next(100);
  proactive.licences.decisions = next(6000);
  if (next(4) === 0) reviews.reconsideration.upheld += 1;
  const printed = [null, "/", 0];
  if (next(3) === 0) applications.received[6] = printed[next(3)];
  if (next(5) === 0) applications.outcomes.granted[6] = printed[next(3)];
  if (next(6) === 0) delete applications.outcomes.partly_granted;
  if (next(8) === 0) delete report.applications;
  if (next(5) === 0) proactive.licences.decisions = printed[next(3)];
  if (next(9) === 0) delete proactive.licences;
}
