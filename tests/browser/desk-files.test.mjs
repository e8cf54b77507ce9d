// Files on the desk: every format, pasted text, faulty files, long files; and the folder that is handed over.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launchChromium } from "../../scripts/chromium.mjs";
import { LONGDE, download, field, longde, mht, openDesk, root, unzip } from "./support/desk.mjs";

let browser;
let folder;
before(async () => {
  browser = await launchChromium();
  folder = await mkdtemp(join(tmpdir(), "gongkai-desk-"));
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

const MENDED = { "applications.received[0]": "3", "applications.received[6]": "3", "reviews.reconsideration.pending": "/" };

/** Enters three cells, as a person does. */
async function mend(page) {
  for (const [path, value] of Object.entries(MENDED)) {
    await page.fill(field(path), value);
    await page.press(field(path), "Enter");
  }
}

/** Asserts that a report has what was entered. */
function isMended(report) {
  assert.equal(report.agency.name, "隆德县人民政府");
  assert.equal(report.applications.received[0], 3);
  assert.equal(report.applications.received[6], 3);
  assert.equal(report.reviews.reconsideration.pending, "/");
  assert.equal(report.proactive.penalties.decisions, 236);
}

/** Hands over the folder and returns its files. */
async function handedOver(page) {
  await page.click(".desk-pages >> text=交付");
  return unzip(await download(page, "保存要上传的文件夹"));
}

/** The Longde report as a clerk has it. WPS writes Word's and Excel's formats under names of its own. @param {string} kind */
async function given(kind) {
  const buffer = kind === "mht" ? mht(await readFile(longde("html"), "utf8")) : await readFile(longde({ wps: "doc", et: "xls" }[kind] ?? kind));
  return { name: `longde-2020.${kind}`, mimeType: "application/octet-stream", buffer };
}

for (const kind of ["docx", "doc", "wps", "pdf", "html", "mht", "rtf", "odt", "ofd", "xls", "xlsx", "et", "ods"]) {
  test(`the Longde report as .${kind} is mended in three cells and handed over`, async () => {
    const { page, errors, close } = await openDesk(browser);
    await page.setInputFiles("input[type=file]", await given(kind));
    await page.waitForSelector(".desk-work");
    await mend(page);
    const files = await handedOver(page);
    const reports = [...files.keys()].filter((name) => name.startsWith("reports/"));
    assert.equal(reports.length, 1);
    isMended(JSON.parse(files.get(reports[0])));
    assert.ok(files.get("index.html").includes("隆德县人民政府"));
    assert.match(await page.innerText(".desk-files"), /已交付/);
    assert.deepEqual(errors, []);
    await close();
  });
}

/** Pastes into the field for text as Word, WPS, Excel and browsers give it. */
const paste = (page, types) =>
  page.evaluate((types) => {
    const data = new DataTransfer();
    for (const [type, text] of Object.entries(types)) data.setData(type, text);
    const area = document.querySelector(".desk-intake textarea");
    area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, types);

test("the Longde report pasted from a program is mended in three cells and handed over", async () => {
  const html = await readFile(longde("html"), "utf8");
  // What a program copies: a fragment of a page, with the encoding that the page had.
  const copied = `<html><head><meta charset="gb2312"></head><body><!--StartFragment-->${html.replace(/^[\s\S]*<body[^>]*>|<\/body>[\s\S]*$/g, "")}<!--EndFragment--></body></html>`;
  const { page, errors, close } = await openDesk(browser);
  await paste(page, { "text/html": copied, "text/plain": "…" });
  await page.waitForSelector(".desk-work, .desk-failure form");
  await mend(page);
  const files = await handedOver(page);
  isMended(JSON.parse(files.get("reports/隆德县人民政府-2020.json")));
  assert.deepEqual(errors, []);
  await close();
});

test("the Longde report pasted as text is read too", async () => {
  const text = await readFile(fileURLToPath(new URL("crates/import/tests/corpus/reports/cells-2019.txt", root)), "utf8");
  const { page, errors, close } = await openDesk(browser);
  await page.fill(".desk-intake textarea", text);
  await page.click("text=读取粘贴的内容");
  await page.waitForSelector(".desk-work");
  assert.match(await page.innerText(".desk-source"), /总体情况/);
  assert.deepEqual(errors, []);
  await close();
});

/** What only the command line keeps in a folder: its addresses, and tables of all reports. */
const OF_COMMAND_LINE = ["addresses.json", "data.csv", "data.parquet"];

test("the folder is byte for byte the one that gongkai publish makes, but for its records and tables", async () => {
  const reports = join(folder, "reports");
  const bundle = join(folder, "dist");
  await mkdir(reports);
  await mkdir(bundle);
  const names = ["longde-2020.json", "county-2020.json", "county-2021.json"];
  const samples = names.map((name) => fileURLToPath(new URL(`samples/${name.startsWith("county") ? "fictional/" : ""}${name}`, root)));
  for (const [index, name] of names.entries()) await copyFile(samples[index], join(reports, name));
  // As make dist does.
  const site = fileURLToPath(new URL("target/site/gongkai/", root));
  for (const name of await readdir(site)) await copyFile(join(site, name), join(bundle, name));
  for (const name of ["LICENSE", "LICENSE-MIT", "LICENSE-APACHE"]) await copyFile(new URL(name, root), join(bundle, name));
  const out = join(folder, "out");
  const made = spawnSync("cargo", ["run", "--quiet", "--package", "gongkai-cli", "--", "publish", reports, "-o", out, "--bundle", bundle, "--lang", "zh-CN"], { encoding: "utf8", cwd: fileURLToPath(root) });
  assert.equal(made.status, 0, made.stderr);
  const wanted = new Map();
  for (const entry of await readdir(out, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile()) wanted.set(relative(out, path), await readFile(path));
  }

  const { page, errors, close } = await openDesk(browser);
  await page.setInputFiles("input[type=file]", samples);
  await page.waitForFunction(() => document.querySelectorAll(".desk-files .checked").length === 3);
  const files = await handedOver(page);
  for (const name of OF_COMMAND_LINE) assert.ok(wanted.delete(name), name);
  assert.deepEqual([...files.keys()], [...wanted.keys()].sort());
  // The list of reports links to the tables.
  const index = wanted.get("index.html").toString().replace(/<p class="gongkai-data">[^]*?<\/p>\n/, "");
  wanted.set("index.html", Buffer.from(index));
  const listed = (json) => JSON.stringify(JSON.parse(json), (key, value) => ([...OF_COMMAND_LINE, "index.html"].includes(key) ? undefined : value));
  assert.equal(listed(files.get("manifest.json")), listed(wanted.get("manifest.json")));
  files.delete("manifest.json");
  for (const [name, bytes] of files) assert.ok(bytes.equals(wanted.get(name)), `${name} differs`);
  assert.equal(await page.locator(".desk-files .done").count(), 3);
  assert.deepEqual(errors, []);
  await close();
});

/** Twenty files that are no report, or are one no longer. @returns {Promise<[string, Buffer][]>} */
async function faulty() {
  const bytes = Object.fromEntries(await Promise.all(["docx", "doc", "pdf", "xls", "xlsx", "odt", "ods", "ofd", "rtf", "html"].map(async (kind) => [kind, await readFile(longde(kind))])));
  const json = JSON.parse(await readFile(LONGDE, "utf8"));
  const cut = (kind, part) => bytes[kind].subarray(0, Math.floor(bytes[kind].length * part));
  const spoiled = (kind) => Buffer.from(bytes[kind].map((byte, at) => (at > 200 && at % 7 === 0 ? byte ^ 0x55 : byte)));
  const text = (content) => Buffer.from(content);
  return [
    ["空文件.docx", text("")],
    ["截断.docx", cut("docx", 0.5)],
    ["损坏.docx", spoiled("docx")],
    ["截断.doc", cut("doc", 0.3)],
    ["截断.pdf", cut("pdf", 0.2)],
    ["只有开头.pdf", text("%PDF-1.7\n")],
    ["截断.xls", cut("xls", 0.3)],
    ["截断.xlsx", cut("xlsx", 0.6)],
    ["截断.odt", cut("odt", 0.5)],
    ["损坏.ofd", spoiled("ofd")],
    ["通知.txt", text("关于2021年元旦放假的通知\n各科室：现将放假安排通知如下。")],
    ["通知.html", text("<!doctype html><h1>放假通知</h1><p>放假三天。</p>")],
    ["图片.png", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
    ["改了名的图片.docx", Buffer.from("ffd8ffe000104a46494600", "hex")],
    ["压缩包.zip", text("PK\x03\x04 not a document")],
    ["乱码.txt", Buffer.from(Array.from({ length: 400 }, (_, at) => (at * 151) % 256))],
    ["断了的.json", text(JSON.stringify(json).slice(0, 900))],
    ["别的格式.json", text('{"format":"something/1","name":"x"}')],
    ["数字写错.json", text(JSON.stringify({ ...json, year: "二〇二〇" }))],
    ["旧格式.rtf", cut("rtf", 0.05)],
  ];
}

test("twenty faulty files each say why, and stop no other", async () => {
  const files = await faulty();
  assert.equal(files.length, 20);
  const { page, errors, close } = await openDesk(browser);
  const given = files.map(([name, buffer]) => ({ name, buffer, mimeType: "application/octet-stream" }));
  const good = { name: "longde-2020.json", buffer: await readFile(LONGDE), mimeType: "application/json" };
  await page.setInputFiles("input[type=file]", [...given, good]);
  await page.waitForFunction(() => !document.querySelector(".desk-files .reading"), undefined, { timeout: 60_000 });
  const said = await page.$$eval(".desk-files li", (items) =>
    items.map((item) => ({ name: item.querySelector(".desk-name").textContent.trim(), state: item.querySelector(".desk-state").className, why: item.querySelector(".desk-failure p")?.textContent ?? "" })),
  );
  assert.equal(said.length, 21);
  for (const { name, state, why } of said.slice(0, 20)) {
    assert.match(state, /failed/, `${name}: ${state}`);
    assert.ok(why.includes(name) && why.length > name.length + 8, `${name}: ${why}`);
    // A reason in Chinese, with what to do or what is wrong, and no word of the program's.
    assert.doesNotMatch(why, /panic|unwrap|undefined|RuntimeError/, why);
  }
  // The good one is open, though it came last.
  assert.equal(await page.inputValue(field("proactive.penalties.decisions")), "236");
  assert.deepEqual(errors, []);
  await close();
});

/** A report of 200 pages: the Longde report, and behind it what a long one has. */
async function longPdf() {
  const html = await readFile(longde("html"), "utf8");
  const pages = Array.from({ length: 200 }, (_, at) => `<section style="page-break-before: always"><h3>附件 ${at + 1}</h3>${"<p>本机关主动公开的政府信息目录，按公开日期排列，另行发布。</p>".repeat(12)}</section>`);
  const page = await browser.newPage();
  await page.setContent(html.replace(/<\/body>|$/, `${pages.join("")}</body>`));
  const bytes = await page.pdf({ format: "A4", margin: { top: "2cm", bottom: "2cm", left: "2cm", right: "2cm" } });
  await page.close();
  return bytes;
}

test("a PDF of 200 pages shows its progress, can be cancelled, and freezes nothing", async () => {
  const buffer = await longPdf();
  const { page, errors, close } = await openDesk(browser);
  const given = { name: "长报告.pdf", buffer, mimeType: "application/pdf" };
  // How long the page is ever busy, in tasks between two timers.
  await page.evaluate(() => {
    window.longest = 0;
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      window.longest = Math.max(window.longest, now - last);
      last = now;
    }, 10);
  });
  // Presses a button as soon as the progress is seen, and tells what was seen.
  const pressWhileReading = (label) =>
    page.evaluate(
      (label) =>
        new Promise((done) => {
          const look = new MutationObserver(() => {
            const item = document.querySelector(".desk-files li");
            const seen = item && /第 (\d+) 页，共 (\d+) 页/.exec(item.textContent);
            const button = seen && [...document.querySelectorAll("button")].find((button) => button.textContent.trim() === label);
            if (!button) return;
            look.disconnect();
            const max = item.querySelector("progress").getAttribute("max");
            button.click();
            done({ done: Number(seen[1]), of: Number(seen[2]), max: Number(max) });
          });
          look.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
        }),
      label,
    );
  const cancelled = pressWhileReading("取消");
  await page.setInputFiles("input[type=file]", given);
  const { done, of, max } = await cancelled;
  assert.ok(of >= 200 && max === of && done < of, `${done} of ${of}, ${max}`);
  await page.waitForSelector(".desk-files", { state: "detached" });
  // The next file is read, with another worker.
  await page.setInputFiles("input[type=file]", longde("docx"));
  await page.waitForSelector(".desk-work");
  await page.click(".desk-files button:has-text('移出')");

  // The page answers while the file is read.
  const answered = pressWhileReading("English");
  await page.setInputFiles("input[type=file]", given);
  assert.ok((await answered).done < of);
  await page.waitForSelector("h1:has-text('Annual report desk')");
  await page.waitForSelector(".desk-work", { timeout: 120_000 });
  const source = page.locator(".desk-source");
  assert.match(await source.innerText(), /主动公开的政府信息目录/);
  assert.ok((await source.locator("h3").count()) > 190);
  assert.equal(await page.inputValue(field("proactive.penalties.decisions")), "236");
  await mend(page);
  assert.equal(await page.inputValue(field("applications.received[0]")), "3");
  const longest = await page.evaluate(() => window.longest);
  // Reading such a file takes many seconds; drawing 200 pages once is what the page itself does.
  assert.ok(longest < 5_000, `the page stood still for ${longest} ms`);
  assert.deepEqual(errors, []);
  await close();
});
