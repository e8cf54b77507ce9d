// The desk, opened from a disk as a clerk opens it: no server, no network.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launchChromium } from "../../scripts/chromium.mjs";
import { LONGDE, download, field, longde, openDesk as openIn, root, unzip } from "./support/desk.mjs";

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

const openDesk = (locale, options) => openIn(browser, locale, options);

/** Saves through a button and returns the file's text. */
const saved = async (page, button) => String(await download(page, button));

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

test("undoing 500 changes gives the first bytes, and redoing them the last", async () => {
  const { page, errors, close } = await openDesk();
  await page.setInputFiles("input[type=file]", LONGDE);
  const json = async () => {
    await page.click(".desk-pages >> text=交付");
    const text = await saved(page, "保存数据文件");
    await page.click(".desk-pages >> text=填写");
    return text;
  };
  const first = await json();
  const cells = ["applications.received[0]", "applications.received[1]", "reviews.reconsideration.upheld", "proactive.penalties.decisions"];
  // As fast as the page takes them; each is one change.
  await page.evaluate(async (cells) => {
    for (let number = 1; number <= 500; number++) {
      const cell = document.getElementById(`cell-${cells[number % cells.length]}`);
      cell.value = String(1000 + number);
      cell.dispatchEvent(new Event("change", { bubbles: true }));
      await new Promise((done) => setTimeout(done));
    }
  }, cells);
  const last = await json();
  assert.equal(JSON.parse(last).applications.received[0], 1500);
  const pressUntilDisabled = (text) =>
    page.evaluate(async (text) => {
      const button = [...document.querySelectorAll("button")].find((button) => button.textContent.trim() === text);
      let presses = 0;
      for (; !button.disabled; presses++) {
        button.click();
        await new Promise((done) => setTimeout(done));
      }
      return presses;
    }, text);
  assert.equal(await pressUntilDisabled("撤销"), 500);
  assert.equal(await json(), first);
  assert.equal(await pressUntilDisabled("重做"), 500);
  assert.equal(await json(), last);
  assert.deepEqual(errors, []);
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
    assert.doesNotMatch(note, /[a-z]+[.[]|null|--/, "a name of the program's");
    seen.add(note);
  }
  assert.match(await page.innerText(".desk-source .marked"), /O/);
  // Sentence, button and cell are in view together.
  const isInView = (selector) =>
    page.evaluate((selector) => {
      const element = document.querySelector(selector);
      const { left, top, width, height } = element.getBoundingClientRect();
      const seen = document.elementFromPoint(left + width / 2, top + height / 2);
      return Boolean(seen) && (element.contains(seen) || seen.contains(element));
    }, selector);
  for (const selector of [".desk-note", ".desk-notes button:last-of-type", corrected]) assert.ok(await isInView(selector), `${selector} is out of view`);
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
  await page.click("button:has-text('按此读取')");
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

/** Returns what axe finds on a page that has it. */
async function violations(page) {
  // The widget's tests tell why it is off: a mark's words are drawn in pieces that one label joins.
  const rules = { "label-content-name-mismatch": { enabled: false } };
  const found = await page.evaluate((rules) => window.axe.run(document, { rules }), rules);
  return found.violations.map((one) => `${one.id}: ${one.nodes[0].html}`);
}

for (const locale of ["zh-CN", "en-GB"]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`axe finds nothing at 1280, 1024 and 360 px, ${colorScheme}, ${locale}`, async () => {
      const axe = await readFile(fileURLToPath(new URL("node_modules/axe-core/axe.min.js", root)), "utf8");
      const { page, close } = await openDesk(locale, { colorScheme });
      await page.evaluate(axe);
      const isClean = async (what) => {
        for (const width of [1280, 1024, 360]) {
          await page.setViewportSize({ width, height: 800 });
          assert.deepEqual(await violations(page), [], `${what} at ${width} px`);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(wide <= 0, `${what}: ${wide} px too wide at ${width} px`);
        }
      };
      await isClean("nothing open");
      await page.setInputFiles("input[type=file]", [
        { name: "longde.docx", mimeType: "application/octet-stream", buffer: await readFile(longde("docx")) },
        { name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("通知") },
      ]);
      await page.waitForSelector(".desk-failure");
      await page.waitForSelector(".desk-work");
      for (const tab of [0, 1, 2, 3]) {
        await page.locator(".desk-pages button").nth(tab).click();
        if (tab === 2) await page.waitForFunction(() => document.querySelector(".desk-widget").shadowRoot.querySelector("svg, table"));
        if (tab === 0) for (const part of await page.locator(".desk-text details > summary").all()) await part.click();
        await isClean(`tab ${tab + 1}`);
      }
      await close();
    });
  }
}

test("with the reader's own colours and with text twice as large nothing is lost", async () => {
  const axe = await readFile(fileURLToPath(new URL("node_modules/axe-core/axe.min.js", root)), "utf8");
  const file = join(tmpdir(), `gongkai-desk-${process.pid}.html`);
  await writeFile(file, TABLES);
  const { page, close } = await openDesk("zh-CN", { forcedColors: "active" });
  await page.setInputFiles("input[type=file]", file);
  await page.waitForSelector(".desk-work");
  const outline = (selector) => page.evaluate((selector) => getComputedStyle(document.querySelector(selector)).outlineStyle, selector);
  // Backgrounds are the reader's, so lines tell the states apart.
  const [read, leftOut] = ["upheld", "corrected"].map((name) => field(`reviews.reconsideration.${name}`));
  assert.equal(await outline(read), "none");
  assert.equal(await outline(leftOut), "dashed");
  await page.fill(leftOut, "4");
  await page.press(leftOut, "Enter");
  assert.equal(await outline(leftOut), "solid");
  const line = (selector) => page.evaluate((selector) => getComputedStyle(document.querySelector(selector)).borderBottomStyle, selector);
  assert.equal(await line(".desk-pages [aria-current]"), "solid");

  await page.emulateMedia({ forcedColors: "none" });
  await page.evaluate(axe);
  // As a person sets it in the browser, on which media queries depend too.
  const client = await page.context().newCDPSession(page);
  await client.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
  for (const width of [1280, 1024, 360]) {
    await page.setViewportSize({ width, height: 800 });
    for (const tab of [0, 1, 2, 3]) {
      await page.locator(".desk-pages button").nth(tab).click();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `tab ${tab + 1} is ${wide} px too wide at ${width} px`);
    }
    assert.deepEqual(await violations(page), [], `at ${width} px`);
  }
  await close();
});

test("the text of a section is edited, a section is added, and undo takes it back", async () => {
  const { page, close } = await openDesk();
  await page.setInputFiles("input[type=file]", longde("docx"));
  await page.waitForSelector(".desk-work");
  const report = async () => {
    await page.click(".desk-pages >> text=交付");
    const text = JSON.parse(await saved(page, "保存数据文件"));
    await page.click(".desk-pages >> text=填写");
    return text;
  };
  const before = await report();
  await page.locator(".desk-prose summary").first().click();
  const area = page.locator(".desk-prose textarea").first();
  assert.equal(await area.inputValue(), before.text[0].paragraphs.join("\n"));
  await area.fill("第一段。\n\n第二段。\n");
  await area.blur();
  await page.click("text=添加一部分");
  const after = await report();
  assert.deepEqual(after.text[0].paragraphs, ["第一段。", "第二段。"]);
  assert.equal(after.text.length, before.text.length + 1);
  await page.click("text=撤销");
  await page.click("text=撤销");
  assert.deepEqual(await report(), before);
  await close();
});

test("the kinds of information of one channel are entered", async () => {
  const { page, close } = await openDesk();
  await page.setInputFiles("input[type=file]", fileURLToPath(new URL("samples/fictional/channels-2024.json", root)));
  await page.waitForSelector(".desk-work");
  const kinds = page.locator(".desk-of-channel").last();
  const name = /“(.+)”/.exec(await kinds.locator("summary").innerText())[1];
  if (!(await kinds.getAttribute("open"))) await kinds.evaluate((details) => (details.open = true));
  const before = await kinds.locator("li").count();
  await kinds.locator("button", { hasText: "添加一行" }).click();
  const row = kinds.locator("li").nth(before);
  await row.locator("input").first().fill("政策解读");
  await row.locator("input").first().blur();
  await row.locator("input").nth(1).fill("12");
  await row.locator("input").nth(1).blur();
  await page.click(".desk-pages >> text=交付");
  assert.match(await page.innerText(".desk-parts"), /一、总体情况/);
  const report = JSON.parse(await saved(page, "保存数据文件"));
  const channel = report.disclosure.channels.find((channel) => channel.name === name);
  assert.deepEqual(channel.categories.at(-1), { name: "政策解读", count: 12 });
  await close();
});

test("a number of the source leads to its cell, and one that has none is put into one", async () => {
  const file = join(tmpdir(), `gongkai-desk-${process.pid}.html`);
  await writeFile(file, TABLES.replace("<td>O</td>", "<td>7件</td>"));
  const { page, close } = await openDesk();
  await page.setInputFiles("input[type=file]", file);
  await page.waitForSelector(".desk-work");
  // The source's 52 of section one.
  await page.click(".desk-source .number >> text=52");
  assert.equal(await page.evaluate(() => document.activeElement.id), "cell-disclosure.total");
  assert.match(await page.innerText(".desk-source mark"), /52/);
  const upheld = page.locator(".desk-source table tr").nth(3).locator("td").first();
  await upheld.click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "cell-reviews.reconsideration.upheld");
  // 2021 is a number that no cell has.
  await page.click(".desk-source .number >> text=2021");
  assert.match(await page.innerText(".desk-put"), /“2021”还没有填入表格/);
  await page.selectOption(".desk-put select", "applications.received[0]");
  assert.equal(await page.inputValue(field("applications.received[0]")), "2021");
  assert.equal(await page.evaluate(() => document.activeElement.id), "cell-applications.received[0]");
  await close();
});

test("the keyboard alone reads, mends, confirms and hands over", async () => {
  const { page, errors, close } = await openDesk();
  const isAt = (selector) => page.evaluate((selector) => document.activeElement.matches(selector), selector);
  /** Presses Tab until an element is reached. */
  const tabTo = async (selector) => {
    for (let presses = 0; !(await isAt(selector)); presses++) {
      assert.ok(presses < 400, `Tab does not reach ${selector}`);
      await page.keyboard.press("Tab");
    }
  };
  // Before the keys, so that the browser knows that somebody waits.
  const chooser = page.waitForEvent("filechooser");
  await tabTo("input[type=file]");
  await page.keyboard.press("Enter");
  await (await chooser).setFiles(longde("docx"));
  await page.waitForSelector(".desk-work");
  await tabTo(field("proactive.penalties.decisions"));
  await page.keyboard.type("777");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+z");
  assert.equal(await page.inputValue(field("proactive.penalties.decisions")), "236");
  await page.keyboard.press("Control+y");
  assert.equal(await page.inputValue(field("proactive.penalties.decisions")), "777");
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("Shift+Tab");
  for (let presses = 0; !(await isAt(".desk-pages button:last-child")); presses++) {
    assert.ok(presses < 400, "Shift+Tab does not reach the tabs");
    await page.keyboard.press("Shift+Tab");
  }
  await page.keyboard.press("Enter");
  await tabTo(".desk-card .primary");
  const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  const files = unzip(await readFile(await file.path()));
  assert.equal(JSON.parse(files.get("reports/longde-2020.json")).proactive.penalties.decisions, 777);
  assert.deepEqual(errors, []);
  await close();
});

test("leaving with unsaved work asks, and with everything handed over does not", async () => {
  const { page, close } = await openDesk();
  await page.setInputFiles("input[type=file]", LONGDE);
  const path = field("proactive.penalties.decisions");
  await page.fill(path, "777");
  await page.press(path, "Enter");
  const asks = () => page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));
  assert.equal(await asks(), true);
  await page.click(".desk-pages >> text=交付");
  await saved(page, "保存数据文件");
  assert.equal(await asks(), false);
  await close();
});

test("speech hears a cell's name, its state, and why a text does not fit", async () => {
  const { page, close } = await openDesk();
  await page.setInputFiles("input[type=file]", longde("docx"));
  await page.waitForSelector(".desk-work");
  const cell = page.locator(field("proactive.penalties.decisions"));
  assert.match(await cell.getAttribute("aria-label"), /行政处罚（处理决定数量），读自原文/);
  await cell.fill("许多");
  await cell.blur();
  const reason = await page.locator(`[id="${await cell.getAttribute("aria-describedby")}"]`);
  assert.equal(await reason.getAttribute("role"), "alert");
  assert.match(await reason.innerText(), /“许多”不是整数/);
  assert.equal(await page.innerText(".desk-changes, .desk-form h2 >> nth=0"), "基本信息");
  await cell.fill("5");
  await cell.blur();
  assert.match(await cell.getAttribute("aria-label"), /手工填写/);
  await close();
});
