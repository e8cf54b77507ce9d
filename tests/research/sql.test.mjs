// The queries that the docs print, run as they stand there, against the same answers made without
// the tables, from the reports' JSON.
import { DuckDBInstance } from "@duckdb/node-api";
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import test, { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { fictional, sample } from "./fictional.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SAMPLES = [
  "longde-2020.json",
  ...[2019, 2020, 2021, 2022, 2023, 2024, 2025].map((year) => `fictional/county-${year}.json`),
  ...[2019, 2020, 2021, 2022].map((year) => `fictional/contradictions-${year}.json`),
];

/** @type {Map<string, object>} */
let reports;
let folder;
let connection;

async function gongkai(...words) {
  const cargo = ["run", "--quiet", "--package=gongkai-cli", "--", ...words, "--lang=en"];
  const options = { cwd: ROOT, maxBuffer: 1 << 28 };
  return promisify(execFile)("cargo", cargo, options).catch((error) => error);
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "gongkai-"));
  reports = await fictional(30);
  for (const name of SAMPLES) reports.set(basename(name), await sample(name));
  await mkdir(join(folder, "reports"));
  for (const [name, report] of reports) {
    await writeFile(join(folder, "reports", name), JSON.stringify(report));
  }
  for (const format of ["parquet", "ndjson"]) {
    for (const [rows, name] of [["cell", "cells"], ["report", "reports"]]) {
      const from = ["--folder", join(folder, "reports")];
      const to = ["-o", join(folder, `${name}.${format}`)];
      const done = await gongkai("convert", ...from, "--format", format, "--rows", rows, ...to);
      assert.equal(done.code, undefined, done.stderr);
    }
  }
  connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(`SET file_search_path = '${folder}'`);
});
after(async () => {
  connection?.closeSync();
  await rm(folder, { recursive: true });
});

/** The queries of a page, in its order: that for doubles, then the five questions. */
async function queries(page) {
  const text = await readFile(join(ROOT, "docs", page), "utf8");
  return [...text.matchAll(/^```sql\n(.*?)^```$/gms)].map(([, sql]) => sql);
}

async function rows(sql) {
  const answer = await connection.runAndReadAll(sql);
  const plain = (value) => {
    if (typeof value === "bigint") return Number(value);
    return value?.items ? value.items.map(plain) : value;
  };
  const named = (row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]));
  return answer.getRowObjects().map(named);
}

/** The answers in both kinds of file, which must be the same. */
async function answer(index) {
  const sql = (await queries("research.md"))[index];
  const found = await rows(sql);
  assert.deepEqual(await rows(sql.replaceAll(".parquet'", ".ndjson'")), found, "from NDJSON");
  return found;
}

/** What stands at a path of a report; undefined where it lacks it. */
const at = (report, path) => path.split(/[.[\]]+/).filter(Boolean).reduce((place, step) => place?.[step], report);
const isNumber = (value) => typeof value === "number";
/** As SQL: nothing adds up to null. */
const sum = (values) => (values.some(isNumber) ? values.filter(isNumber).reduce((a, b) => a + b, 0) : null);
/** One place, a half away from zero. */
const tenth = (value) => (Math.sign(value) * Math.round(Math.abs(value) * 10)) / 10;

function groups(values, key) {
  const found = new Map();
  for (const value of values) found.set(key(value), [...(found.get(key(value)) ?? []), value]);
  return [...found];
}

test("both pages print the same queries, five questions and one before them", async () => {
  const english = await queries("research.md");
  assert.equal(english.length, 6);
  assert.deepEqual(await queries("research.zh-CN.md"), english);
});

test("no report is in the table twice, and one that is would be found", async () => {
  assert.deepEqual(await answer(0), []);
  const sql = (await queries("research.md"))[0];
  const twice = sql.replace("'reports.parquet'", "(FROM 'reports.parquet' UNION ALL FROM 'reports.parquet')");
  assert.equal((await rows(twice)).length, reports.size);
});

test("totals by province and year pass over what is no number, and say how many", async () => {
  const key = ({ agency, year }) => JSON.stringify([agency.division_code?.slice(0, 2) ?? null, year]);
  const expected = groups(reports.values(), key).map(([key, members]) => {
    const [province, year] = JSON.parse(key);
    const received = members.map((report) => at(report, "applications.received[6]"));
    return {
      province,
      year,
      reports: members.length,
      received: sum(received),
      without_number: received.filter((value) => !isNumber(value)).length,
    };
  });
  const last = "\u{10ffff}";
  const order = ({ province, year }) => `${province ?? last} ${year}`;
  expected.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  assert.ok(expected.some(({ without_number }) => without_number > 0));
  assert.deepEqual(await answer(1), expected);
});

test("failing checks by rule are those that the checks themselves report", async () => {
  const files = [...reports.keys()].map((name) => join(folder, "reports", name));
  const { stdout } = await gongkai("check", "--json", ...files);
  // What is between two years is of two files.
  const fails = JSON.parse(stdout).filter(({ files, verdict }) => files.length === 1 && verdict === "fails");
  const expected = groups(fails, ({ rule }) => rule).map(([rule, findings]) => {
    return [rule, new Set(findings.map(({ files: [file] }) => file)).size];
  });
  const found = await answer(2);
  expected.sort(([a], [b]) => a - b);
  assert.deepEqual(found.map(({ rule, reports }) => [rule, reports]), expected);
  assert.ok(found.every(({ of_reports }) => of_reports === reports.size));

  // Rule 4 once more, by its own arithmetic.
  const isWrong = (block) => {
    const { total, ...results } = block ?? {};
    const parts = Object.values(results);
    return isNumber(total) && parts.length === 4 && parts.every(isNumber) && sum(parts) !== total;
  };
  const wrong = [...reports.values()].filter(({ reviews }) => Object.values(reviews ?? {}).some(isWrong));
  assert.ok(wrong.length > 0);
  assert.equal(found.find(({ rule }) => rule === 4).reports, wrong.length);
});

test("decisions on licences are set side by side where both years print them", async () => {
  const key = ({ agency, edition }) => JSON.stringify([agency.name, agency.division_code, edition]);
  const expected = groups(reports.values(), key).flatMap(([, members]) => {
    const of = (year) => members.find((report) => report.year === year);
    const [before, now] = [2019, 2020].map((year) => at(of(year), "proactive.licences.decisions"));
    if (!isNumber(before) || !isNumber(now)) return [];
    const percent = before ? tenth((100 * (now - before)) / before) : null;
    const { agency } = members[0];
    return { agency: agency.name, decisions_2019: before, decisions_2020: now, difference: now - before, percent };
  });
  expected.sort((a, b) => Buffer.compare(Buffer.from(a.agency), Buffer.from(b.agency)));
  assert.ok(expected.length > 10);
  assert.deepEqual(await answer(3), expected);
});

test("the share granted is of reports that print all its numbers", async () => {
  const names = ["granted", "partly_granted", "total"];
  const totals = (report) => names.map((name) => at(report, `applications.outcomes.${name}[6]`));
  const whole = [...reports.values()].filter((report) => totals(report).every(isNumber));
  const expected = groups(whole, ({ year }) => year).map(([year, members]) => {
    const [granted, partly_granted, decided] = names.map((_, index) => sum(members.map((one) => totals(one)[index])));
    const percent_granted = decided ? tenth((100 * granted) / decided) : null;
    return { year, reports: members.length, granted, partly_granted, decided, percent_granted };
  });
  expected.sort((a, b) => a.year - b.year);
  assert.ok(whole.length < reports.size);
  assert.deepEqual(await answer(4), expected);
});

test("numbers, zeros, blanks, strokes and what is not there are five different counts", async () => {
  const found = await answer(5);
  assert.ok(found.length >= 23, `${found.length} rows of the form`);
  for (const { path, ...counts } of found) {
    const values = [...reports.values()].map((report) => at(report, path));
    const count = (is) => values.filter(is).length;
    const expected = {
      numbers: count((value) => isNumber(value) && value !== 0),
      zeros: count((value) => value === 0),
      blanks: count((value) => value === null),
      not_applicable: count((value) => value === "/"),
      not_there: count((value) => value === undefined),
    };
    assert.deepEqual(counts, expected, path);
  }
  const received = found.find(({ path }) => path === "applications.received[6]");
  for (const [name, count] of Object.entries(received)) assert.ok(count !== 0, `${name} is never seen`);
});

test("an amount is a decimal in yuan beside its printed digits", async () => {
  const sql = "SELECT amount, unit, amount_yuan, typeof(amount_yuan) AS kind FROM 'cells.parquet' " +
    "WHERE path = 'proactive.procurement.amount' AND year = 2020 AND division_code = '640423'";
  const [{ amount, unit, amount_yuan, kind }] = await rows(sql);
  assert.deepEqual([amount, unit, kind], ["21207.84", "万元", "DECIMAL(38,6)"]);
  assert.equal(String(amount_yuan), "212078400.000000");
});
