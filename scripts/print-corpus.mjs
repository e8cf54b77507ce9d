#!/usr/bin/env node
// Prints the corpus of reports as PDF at each type size, with and without rules, for scripts/printed.sh.
//   scripts/print-corpus.mjs FOLDER
// Web pages of the corpus are printed as they are. Of a text, sections two to four are printed as the
// statutory form with the values of its expected report, the other lines as paragraphs.
// FOLDER gets a folder for each way of printing, and html-* with the pages for other programs.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launchChromium } from "./chromium.mjs";

const REPORTS = fileURLToPath(new URL("../crates/import/tests/corpus/reports/", import.meta.url));
const SIZES = [8, 10.5, 12, 14, 16, 18];
/** Sizes in which tables without rules are printed. */
const PLAIN_SIZES = [10.5, 14];

const ELEMENTS = "body, p, div, span, a, b, strong, font, h1, h2, h3, li, table, td, th";
const RULES = "table { border-collapse: collapse; width: 100% } td, th { border: 1px solid #000; padding: 2px 3px }";
const UNRULED = {
  // As browsers draw a table that has no style of its own.
  bare: "table, td, th { border: none !important }",
  // As office programs do: cells side by side, numbers in the middle.
  centred:
    "table { border-collapse: collapse; width: 100% } table, td, th { border: none !important } " +
    "td, th { padding: 3px 5px; text-align: center }",
};

/** @param {number} size @param {string} style */
function css(size, style) {
  return `${ELEMENTS} { font-size: ${size}pt !important } body { margin: 0 } ${style}`;
}

/** The ways of printing: a name, a size and a style. */
function ways() {
  const ruled = SIZES.map((size) => ({ name: `${size}`, size, style: RULES }));
  const unruled = Object.entries(UNRULED).flatMap(([kind, style]) =>
    PLAIN_SIZES.map((size) => ({ name: `${size}-${kind}`, size, style })),
  );
  return [...ruled, ...unruled];
}

/** @param {Buffer} bytes @param {string} name */
function decode(bytes, name) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(name.includes("big5") ? "big5" : "gb18030").decode(bytes);
  }
}

/** @param {string} text */
function escape(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}

/** A cell as printed: a value that is not in the report cannot be known. */
function cell(value) {
  if (value === undefined) return "不详";
  if (value === null) return "";
  if (typeof value === "object") return value.value === undefined ? "不详" : `${value.value}${value.unit ?? ""}`;
  return String(value);
}

/** @param {unknown[]} values */
function cells(values) {
  return values.map((value) => `<td>${escape(cell(value))}</td>`).join("");
}

const PROACTIVE = {
  2019: [
    ["第二十条第（一）项", ["本年新制作数量", "本年新公开数量", "对外公开总数量"], ["made", "disclosed", "total_disclosed"], [["规章", "rules"], ["规范性文件", "normative_documents"]]],
    ["第二十条第（五）项", ["上一年项目数量", "本年增/减", "处理决定数量"], ["items_last_year", "change", "decisions"], [["行政许可", "licences"], ["其他对外管理服务事项", "other_services"]]],
    ["第二十条第（六）项", ["上一年项目数量", "本年增/减", "处理决定数量"], ["items_last_year", "change", "decisions"], [["行政处罚", "penalties"], ["行政强制", "compulsory_measures"]]],
    ["第二十条第（八）项", ["上一年项目数量", "本年增/减"], ["items_last_year", "change"], [["行政事业性收费", "fees"]]],
    ["第二十条第（九）项", ["采购项目数量", "采购总金额"], ["projects", "amount"], [["政府集中采购", "procurement"]]],
  ],
  2021: [
    ["第二十条第（一）项", ["本年制发件数", "本年废止件数", "现行有效件数"], ["made", "repealed", "in_force"], [["规章", "rules"], ["行政规范性文件", "normative_documents"]]],
    ["第二十条第（五）项", ["本年处理决定数量"], ["decisions"], [["行政许可", "licences"]]],
    ["第二十条第（六）项", ["本年处理决定数量"], ["decisions"], [["行政处罚", "penalties"], ["行政强制", "compulsory_measures"]]],
    ["第二十条第（八）项", ["本年收费金额（单位：万元）"], ["amount"], [["行政事业性收费", "fees"]]],
  ],
};

function proactive(report) {
  const rows = [];
  for (const [clause, headings, columns, lines] of PROACTIVE[report.edition]) {
    const span = 3 / headings.length;
    const wide = (text) => `<td colspan="${span}">${text}</td>`;
    if (3 % headings.length) {
      // Two columns under three.
      rows.push(`<tr><td colspan="4">${clause}</td></tr>`);
      rows.push(`<tr><td>信息内容</td><td>${headings[0]}</td><td colspan="2">${headings[1]}</td></tr>`);
      for (const [label, key] of lines) {
        const [first, second] = columns.map((column) => escape(cell(value(report, key, column))));
        rows.push(`<tr><td>${label}</td><td>${first}</td><td colspan="2">${second}</td></tr>`);
      }
      continue;
    }
    rows.push(`<tr><td colspan="4">${clause}</td></tr>`);
    rows.push(`<tr><td>信息内容</td>${headings.map(wide).join("")}</tr>`);
    for (const [label, key] of lines) {
      const values = columns.map((column) => wide(escape(cell(value(report, key, column)))));
      rows.push(`<tr><td>${label}</td>${values.join("")}</tr>`);
    }
  }
  return `<table>${rows.join("\n")}</table>`;
}

function value(report, key, column) {
  return report.proactive?.[key]?.[column];
}

/** @type {[string, string, [string, string][]][]} */
const OUTCOMES = [
  ["（三）不予公开", "refused", [
    ["1.属于国家秘密", "state_secret"], ["2.其他法律行政法规禁止公开", "forbidden_by_law"],
    ["3.危及“三安全一稳定”", "three_securities_one_stability"], ["4.保护第三方合法权益", "third_party_rights"],
    ["5.属于三类内部事务信息", "internal_affairs"], ["6.属于四类过程性信息", "deliberative"],
    ["7.属于行政执法案卷", "enforcement_file"], ["8.属于行政查询事项", "administrative_query"],
  ]],
  ["（四）无法提供", "unable", [
    ["1.本机关不掌握相关政府信息", "not_held"], ["2.没有现成信息需要另行制作", "needs_compiling"],
    ["3.补正后申请内容仍不明确", "still_unclear"],
  ]],
  ["（五）不予处理", "not_processed", [
    ["1.信访举报投诉类申请", "petition"], ["2.重复申请", "repeat"], ["3.要求提供公开出版物", "asks_for_publication"],
    ["4.无正当理由大量反复申请", "excessive"], ["5.要求行政机关确认或重新出具已获取信息", "asks_to_confirm"],
  ]],
];
/** @type {[string, string][]} */
const OTHER = [
  ["1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "not_corrected_in_time"],
  ["2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "fee_not_paid"],
  ["3.其他", "other"],
];
const APPLICANTS = ["person", "business", "research", "welfare", "legal", "other", "total"];

/** The seven values of a row, which may be a list or an object that lacks some. */
function seven(row) {
  if (Array.isArray(row)) return row;
  return APPLICANTS.map((name) => row?.[name]);
}

function applications(report) {
  const found = report.applications ?? {};
  const outcomes = found.outcomes ?? {};
  const is2019 = report.edition === "2019";
  /** @type {[string, string, [string, string][]][]} */
  const groups = is2019 ? OUTCOMES : [...OUTCOMES, ["（六）其他处理", "other", OTHER]];
  const count = 4 + groups.reduce((sum, [, , rows]) => sum + rows.length, 0) - (is2019 ? 0 : 1);
  const rows = [
    `<tr><td colspan="3" rowspan="3">（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td><td colspan="7">申请人情况</td></tr>`,
    `<tr><td rowspan="2">自然人</td><td colspan="5">法人或其他组织</td><td rowspan="2">总计</td></tr>`,
    `<tr>${["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"].map((name) => `<td>${name}</td>`).join("")}</tr>`,
    `<tr><td colspan="3">一、本年新收政府信息公开申请数量</td>${cells(seven(found.received))}</tr>`,
    `<tr><td colspan="3">二、上年结转政府信息公开申请数量</td>${cells(seven(found.carried_in))}</tr>`,
    `<tr><td rowspan="${count}">三、本年度办理结果</td><td colspan="2">（一）予以公开</td>${cells(seven(outcomes.granted))}</tr>`,
    `<tr><td colspan="2">（二）部分公开（区分处理的，只计这一情形，不计其他情形）</td>${cells(seven(outcomes.partly_granted))}</tr>`,
  ];
  for (const [name, group, lines] of groups) {
    for (const [at, [label, key]] of lines.entries()) {
      const head = at === 0 ? `<td rowspan="${lines.length}">${name}</td>` : "";
      rows.push(`<tr>${head}<td>${label}</td>${cells(seven(outcomes[group]?.[key]))}</tr>`);
    }
  }
  if (is2019) rows.push(`<tr><td colspan="2">（六）其他处理</td>${cells(seven(outcomes.other))}</tr>`);
  rows.push(`<tr><td colspan="2">（七）总计</td>${cells(seven(outcomes.total))}</tr>`);
  rows.push(`<tr><td colspan="3">四、结转下年度继续办理</td>${cells(seven(found.carried_out))}</tr>`);
  return `<table>${rows.join("\n")}</table>`;
}

function reviews(report) {
  const blocks = ["reconsideration", "litigation_direct", "litigation_after_reconsideration"];
  const columns = ["upheld", "corrected", "other", "pending", "total"];
  const names = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"].map((name) => `<td>${name}</td>`).join("");
  const tall = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"].map((name) => `<td rowspan="2">${name}</td>`).join("");
  const values = blocks.flatMap((block) => columns.map((column) => report.reviews?.[block]?.[column]));
  return `<table><tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>
<tr>${tall}<td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>
<tr>${names}${names}</tr>
<tr>${cells(values)}</tr></table>`;
}

/** A page of the statutory form for a report whose tables are text. */
function form(text, report) {
  const lines = text.replace(/^\ufeff/, "").split(/\r?\n/);
  const isTitle = (line) => /^\s*[#*]*\s*[（(第]*[一二三四五六1-6][、.．）)部]/.test(line);
  const start = lines.findIndex((line) => isTitle(line) && line.includes("主动公开") && line.length < 40);
  const end = lines.findIndex((line, at) => at > start && isTitle(line) && /存在|问题|报告/.test(line));
  if (start < 0) throw new Error(`no section two: ${lines[0]}`);
  const paragraph = (line) => (line.trim() ? `<p>${escape(line.trim())}</p>` : "");
  const before = lines.slice(0, start < 0 ? lines.length : start);
  const after = end < 0 ? [] : lines.slice(end);
  const sections = [
    "<p>二、主动公开政府信息情况</p>", proactive(report),
    "<p>三、收到和处理政府信息公开申请情况</p>", applications(report),
    "<p>四、政府信息公开行政复议、行政诉讼情况</p>", reviews(report),
  ];
  return `<!doctype html><html><head><meta charset="utf-8"></head><body>${[...before.map(paragraph), ...sections, ...after.map(paragraph)].join("\n")}</body></html>`;
}

const folder = process.argv[2] ?? "target/printed";
const only = process.argv.slice(3);
const fixtures = readdirSync(REPORTS).filter((name) => /\.(html|txt)$/.test(name)).sort();
const browser = await launchChromium();
const page = await browser.newPage();
for (const { name, size, style } of ways()) {
  if (only.length && !only.includes(name)) continue;
  const [pdfs, pages] = [join(folder, `chromium-${name}`), join(folder, `html-${name}`)];
  if (existsSync(pdfs)) continue;
  mkdirSync(pdfs, { recursive: true });
  mkdirSync(pages, { recursive: true });
  for (const fixture of fixtures) {
    const stem = fixture.replace(/\.\w+$/, "");
    if (fixture.endsWith(".html")) {
      await page.goto(`file://${REPORTS}${fixture}`);
    } else {
      const report = JSON.parse(readFileSync(`${REPORTS}${stem}.json`, "utf8"));
      await page.setContent(form(decode(readFileSync(REPORTS + fixture), fixture), report));
    }
    await page.addStyleTag({ content: css(size, style) });
    writeFileSync(join(pdfs, `${stem}.pdf`), await page.pdf({
      format: "A4",
      margin: { top: "25mm", bottom: "25mm", left: "20mm", right: "20mm" },
      displayHeaderFooter: true,
      headerTemplate: "<span></span>",
      footerTemplate: `<div style="font-size: 10px; width: 100%; text-align: center">- <span class="pageNumber"></span> -</div>`,
    }));
    const content = (await page.content()).replace(/<meta[^>]*charset[^>]*>/gi, "");
    writeFileSync(join(pages, `${stem}.html`), content.replace(/<head[^>]*>/i, (head) => `${head}<meta charset="utf-8">`));
  }
  console.log(name);
}
await browser.close();
