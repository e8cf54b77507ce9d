// The desk, opened from a disk as a clerk opens it: no server, no network.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launchChromium } from "../../scripts/chromium.mjs";
import { launchOldChromium, oldChromiumUnavailable } from "../../scripts/old-chromium.mjs";

const root = new URL("../../", import.meta.url);
const DESK = new URL("target/desk/desk.html", root).href;
const LONGDE = fileURLToPath(new URL("samples/longde-2020.json", root));
const field = (path) => `[id="cell-${path}"]`;

const TABLES = `<meta charset="utf-8"><h1>虚构县人民政府2021年政府信息公开工作年度报告</h1>
<h2>一、总体情况</h2><p>2021年主动公开政府信息52条。</p>
<h2>四、政府信息公开行政复议、行政诉讼情况</h2>
<table><tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>
<tr><td rowspan="2">结果维持</td><td rowspan="2">结果纠正</td><td rowspan="2">其他结果</td><td rowspan="2">尚未审结</td><td rowspan="2">总计</td>
<td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>
<tr><td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td><td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td></tr>
<tr><td>1</td><td>O</td><td></td><td>/</td><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td></tr></table>`;

let browser;
before(async () => (browser = await launchChromium()));
after(() => browser.close());

/** Opens the desk without a network, in a language, and fails on any error of the page. */
async function openDesk(locale = "zh-CN", options = {}) {
  const context = await browser.newContext({ locale, offline: true, acceptDownloads: true, ...options });
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) errors.push(`request to ${request.url()}`);
  });
  await page.goto(DESK);
  await page.waitForSelector(".desk-intake");
  return { page, errors, close: () => context.close() };
}

/** Saves through a button and returns the file's text. */
async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(`text=${button}`)]);
  return readFile(await download.path(), "utf8");
}

test("a report is corrected in three cells and handed over", async () => {
  const { page, errors, close } = await openDesk();
  await page.setInputFiles("input[type=file]", LONGDE);
  const first = JSON.parse(await readFile(LONGDE, "utf8"));
  for (const [path, value] of [["applications.received[0]", "3"], ["applications.received[6]", "３"], ["proactive.penalties.decisions", "1,236"]]) {
    await page.fill(field(path), value);
    await page.press(field(path), "Enter");
  }
  await page.click(".desk-pages >> text=交付");
  assert.equal(await page.locator(".desk-changes tbody tr").count(), 3);
  assert.match(await page.innerText(".desk-changes"), /行政处罚（处理决定数量）\s+236\s+1236/);
  const report = JSON.parse(await saved(page, "保存数据文件"));
  first.applications.received[0] = 3;
  first.applications.received[6] = 3;
  first.proactive.penalties.decisions = 1236;
  assert.deepEqual(report, first);
  assert.match(await page.innerText(".desk-files"), /已交付/);
  assert.match(await saved(page, "保存网页"), /<gongkai-report src="隆德县人民政府-2020\.json"/);
  assert.deepEqual(errors, []);
  await close();
});

test("undo gives the first bytes, and redo the last", async () => {
  const { page, close } = await openDesk();
  await page.setInputFiles("input[type=file]", LONGDE);
  for (let number = 1; number <= 20; number++) {
    await page.fill(field("applications.received[1]"), String(number));
    await page.press(field("applications.received[1]"), "Enter");
  }
  for (let number = 1; number <= 20; number++) await page.click("text=撤销");
  assert.equal(await page.inputValue(field("applications.received[1]")), "0");
  assert.ok(await page.isDisabled("text=撤销"));
  for (let number = 1; number <= 20; number++) await page.click("text=重做");
  assert.equal(await page.inputValue(field("applications.received[1]")), "20");
  await close();
});

test("a cell that was not read is found, seen in the source and mended", async () => {
  const file = join(tmpdir(), `gongkai-desk-${process.pid}.html`);
  await writeFile(file, TABLES);
  const { page, errors, close } = await openDesk();
  await page.setInputFiles("input[type=file]", file);
  const corrected = field("reviews.reconsideration.corrected");
  const seen = new Set();
  // The walk leads to it, whatever else was left out of a report with one table.
  while (!(await page.evaluate((selector) => document.activeElement.matches(selector), corrected))) {
    await page.click("text=下一处要核对");
    const note = await page.innerText(".desk-note");
    assert.ok(!seen.has(note), `the walk came back to: ${note}`);
    seen.add(note);
  }
  assert.match(await page.innerText(".desk-source .marked"), /O/);
  assert.equal(await page.inputValue(field("reviews.reconsideration.pending")), "/");
  assert.equal(await page.getAttribute(field("reviews.reconsideration.other"), "placeholder"), "空白");
  await page.fill(corrected, "二");
  await page.press(corrected, "Tab");
  assert.equal(await page.getAttribute(corrected, "aria-invalid"), "true");
  assert.match(await page.innerText(".desk-error"), /“二”不是整数/);
  await page.fill(corrected, "0");
  await page.press(corrected, "Enter");
  assert.equal(await page.getAttribute(corrected, "class"), "mended");
  assert.deepEqual(errors, []);
  await close();
});

test("a block copied from a spreadsheet fills cells, and what does not fit is said", async () => {
  const { page, close } = await openDesk();
  await page.setInputFiles("input[type=file]", LONGDE);
  const start = field("reviews.litigation_direct.pending");
  await page.focus(start);
  await page.evaluate((selector) => {
    const data = new DataTransfer();
    data.setData("text/plain", "5\t6\t7\r\n\t六\r\n");
    document.querySelector(selector).dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, start);
  await page.waitForFunction((selector) => document.querySelector(selector).value === "5", start);
  assert.equal(await page.inputValue(field("reviews.litigation_direct.total")), "6");
  assert.equal(await page.getAttribute(field("reviews.litigation_after_reconsideration.pending"), "placeholder"), "空白");
  assert.match(await page.innerText(".desk-error"), /2 项没有填入：7；“六”不是整数/);
  await page.click("text=撤销");
  assert.equal(await page.inputValue(start), "0");
  await close();
});

test("the keyboard moves between cells as in a spreadsheet", async () => {
  const { page, close } = await openDesk();
  await page.setInputFiles("input[type=file]", LONGDE);
  await page.focus(field("reviews.reconsideration.upheld"));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("4");
  await page.keyboard.press("ArrowUp");
  assert.equal(await page.evaluate(() => document.activeElement.id), "cell-reviews.reconsideration.corrected");
  await close();
});

test("an explanation goes into the report with the finding's rule and cells", async () => {
  const { page, close } = await openDesk();
  await page.setInputFiles("input[type=file]", LONGDE);
  await page.click(".desk-pages >> text=核验");
  assert.match(await page.innerText(".desk-checks"), /有 2 处对不上/);
  await page.fill(".desk-checks li:nth-child(2) textarea", "三件申请于年末撤回，未计入申请表。");
  await page.click(".desk-pages >> text=交付");
  const report = JSON.parse(await saved(page, "保存数据文件"));
  assert.equal(report.remarks.length, 1);
  assert.equal(report.remarks[0].text, "三件申请于年末撤回，未计入申请表。");
  assert.ok(report.remarks[0].at.includes("applications.received[6]"), report.remarks[0].at.join());
  await close();
});

test("what is no report is said, and a missing agency and year are asked for", async () => {
  const file = join(tmpdir(), `gongkai-desk-${process.pid}.txt`);
  await writeFile(file, "关于放假的通知");
  const { page, close } = await openDesk();
  await page.setInputFiles("input[type=file]", file);
  await page.waitForSelector(".desk-failure");
  assert.equal(await page.locator(".desk-work").count(), 0);
  await page.click(".desk-files button[aria-label^=移出]");
  await writeFile(file, "政府信息公开工作年度报告\n一、总体情况\n主动公开政府信息52条。\n");
  await page.setInputFiles("input[type=file]", file);
  await page.fill(".desk-failure label:nth-of-type(1) input", "虚构县水利局");
  await page.fill(".desk-failure label:nth-of-type(2) input", "2022");
  await page.click("text=按此读取");
  await page.waitForSelector(".desk-work");
  assert.equal(await page.inputValue(".desk-head input >> nth=0"), "虚构县水利局");
  await close();
});

test("the preview is the widget with the report as it is", async () => {
  const { page, errors, close } = await openDesk("en-GB");
  await page.setInputFiles("input[type=file]", LONGDE);
  await page.fill(field("proactive.penalties.decisions"), "777");
  await page.press(field("proactive.penalties.decisions"), "Enter");
  await page.click(".desk-pages >> text=Preview");
  await page.click(".desk-widget [data-view=services]");
  await page.waitForFunction(() => document.querySelector(".desk-widget").shadowRoot.textContent.includes("777"));
  assert.deepEqual(errors, []);
  await close();
});

test("a draft is kept only when asked for, and can be removed", async () => {
  const { page, close } = await openDesk();
  const kept = () => page.evaluate(() => localStorage.getItem("gongkai-desk-draft"));
  await page.setInputFiles("input[type=file]", LONGDE);
  await page.click(".desk-pages >> text=交付");
  assert.equal(await kept(), null);
  await page.check(".desk-keep input");
  assert.equal(JSON.parse(await kept()).agency.name, "隆德县人民政府");
  await page.reload();
  await page.click("text=打开上次保留的草稿");
  await page.waitForSelector(".desk-work");
  await page.click(".desk-pages >> text=交付");
  await page.uncheck(".desk-keep input");
  assert.equal(await kept(), null);
  await close();
});

test("axe finds nothing, at 1280 and 360 px, in light and dark", async () => {
  const axe = await readFile(fileURLToPath(new URL("node_modules/axe-core/axe.min.js", root)), "utf8");
  for (const [width, colorScheme] of [[1280, "light"], [360, "dark"]]) {
    const { page, close } = await openDesk("zh-CN", { viewport: { width, height: 800 }, colorScheme });
    await page.setInputFiles("input[type=file]", LONGDE);
    await page.evaluate(axe);
    for (const tab of ["填写", "核验", "交付"]) {
      await page.click(`.desk-pages >> text=${tab}`);
      const { violations } = await page.evaluate(() => window.axe.run());
      assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes[0].html}`), [], `${tab} at ${width} px`);
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${wide} px too wide at ${width} px`);
    await close();
  }
});

test("the desk works from a disk in Chromium 69", { skip: oldChromiumUnavailable }, async () => {
  const old = await launchOldChromium();
  try {
    const page = await old.newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(pathToFileURL(fileURLToPath(DESK)).href);
    const input = await page.waitForSelector("input[type=file]");
    await input.uploadFile(LONGDE);
    await page.waitForSelector(".desk-work");
    const path = "applications.received[0]";
    await page.focus(field(path));
    await page.keyboard.type("3");
    await page.keyboard.press("Enter");
    await page.waitForFunction((selector) => document.querySelector(selector).className === "mended", {}, field(path));
    for (const tab of [1, 2, 3]) {
      await page.evaluate((tab) => document.querySelectorAll(".desk-pages button")[tab].click(), tab);
    }
    await page.waitForSelector(".desk-changes");
    assert.deepEqual(errors, []);
  } finally {
    await old.close();
  }
});
