// The importer: a report of the reader's own is opened in the widget, and nothing leaves the browser.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import test from "node:test";
import { REPORT, openHarness } from "./support/chromium.mjs";

const CORPUS = fileURLToPath(new URL("../../crates/import/tests/corpus/reports/", import.meta.url));
const fixture = (name) => readFile(CORPUS + name);

const lab = await openHarness();
test.after(() => lab.close());

const WIDGET = `<gongkai-report id="one" src="${REPORT}"></gongkai-report>`;

/** In the shadow root. */
const part = (page, name) => page.locator(`gongkai-report [data-open=${name}]`);

/** Opens the panel for a file as a reader does; `asked` records the requests from then on. */
function opened(use, { complaints, body = WIDGET } = {}) {
  return lab.visit({ body, complaints }, async (page) => {
    const asked = [];
    page.on("request", (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await page.locator("gongkai-report [data-state=interactive] [data-export=open]").click();
    await part(page, "title").waitFor();
    await use(page, asked);
  });
}

const choose = (page, name, buffer, mimeType = "text/html") => part(page, "file").setInputFiles({ name, mimeType, buffer });

const said = async (page) => {
  await page.waitForFunction(() => document.querySelector("gongkai-report").shadowRoot.querySelector("[data-open=outcome]").textContent);
  return part(page, "outcome").innerText();
};

const heading = (page) => page.locator("gongkai-report .widget h2").innerText();

const expects = (page, words) =>
  page.waitForFunction((words) => document.querySelector("gongkai-report").shadowRoot.querySelector(".widget h2").textContent.includes(words), words);

test("nothing of it is fetched before a reader asks for it", () =>
  lab.visit({ body: WIDGET }, async (page) => {
    await page.locator("gongkai-report [data-state=interactive] .export").waitFor();
    const fetched = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
    assert.ok(fetched.some((name) => name.includes("gongkai-app")));
    assert.deepEqual(fetched.filter((name) => name.includes("gongkai-import")), []);
  }));

const WITH_DESK = WIDGET.replace(" src", ' desk="desk/index.html" src');

test("the panel leads to the desk where the page names one, and nowhere else", async () => {
  await opened(async (page) => {
    assert.equal(new URL(await part(page, "desk").getAttribute("href")).pathname.endsWith("/desk/index.html"), true);
    assert.match(await part(page, "desk").innerText(), /年报工作台/);
  }, { body: WITH_DESK });
  await opened(async (page) => assert.equal(await part(page, "desk").count(), 0));
  await opened(async (page) => assert.equal(await part(page, "desk").count(), 0), { body: WITH_DESK.replace("desk/index.html", "javascript:alert(1)") });
});

test("a web page becomes a report that is shown, checked and saved, and nothing is sent", () =>
  opened(async (page, asked) => {
    await choose(page, "report.html", await fixture("html-twice-alike.html"));
    await expects(page, "虚构");
    const expected = JSON.parse(await readFile(`${CORPUS}html-twice-alike.json`, "utf8"));
    assert.ok((await heading(page)).includes(expected.agency.name));
    assert.match(await said(page), /已读取/);
    await page.locator("gongkai-report [data-view=checks]").click();
    await page.locator("gongkai-report [data-view=checks][aria-selected=true]").waitFor();
    await page.waitForFunction(() => /核对/.test(document.querySelector("gongkai-report").shadowRoot.querySelector(".finding").textContent));
    const download = page.waitForEvent("download");
    await part(page, "save").click();
    const saved = await download;
    assert.match(saved.suggestedFilename(), /虚构.*-\d{4}\.json$/);
    const report = JSON.parse(await readFile(await saved.path(), "utf8"));
    assert.deepEqual(report.applications, expected.applications);
    assert.deepEqual(report.proactive, expected.proactive);
    // The page's icon may be asked for late.
    assert.ok(asked.every((request) => /^GET \/(gongkai\/|portal\/icon)/.test(request)), asked.join());
  }));

for (const [name, what] of [
  ["gbk-no-meta.txt", "GB18030 without a word of it"],
  ["charset-mislabelled.html", "another encoding than the page says"],
  ["traditional-big5.html", "Big5"],
]) {
  test(`a file in ${what} is read`, () =>
    opened(async (page) => {
      await choose(page, name, await fixture(name), name.endsWith("txt") ? "text/plain" : "text/html");
      const expected = JSON.parse(await readFile(CORPUS + name.replace(/\.\w+$/, ".json"), "utf8"));
      await expects(page, expected.agency.name);
    }));
}

test("what was not understood is listed, with its line", () =>
  opened(async (page) => {
    await choose(page, "gaps.txt", await fixture("cells-reviews-blank.txt"), "text/plain");
    await expects(page, "虚构");
    assert.match(await said(page), /没有录入/);
    assert.match(await page.locator("gongkai-report .open-notes").first().innerText(), /第 \d+ 行/);
  }));

test("pasted text, pasted JSON and a file that was dropped are read too", () =>
  opened(async (page) => {
    const text = await fixture("cells-2019.txt");
    const expected = JSON.parse(await readFile(`${CORPUS}cells-2019.json`, "utf8"));
    await part(page, "paste").fill(text.toString());
    await part(page, "read").click();
    await expects(page, expected.agency.name);
    await part(page, "paste").fill(JSON.stringify({ ...expected, agency: { name: "虚构乙县人民政府" } }));
    await part(page, "read").click();
    await expects(page, "虚构乙县人民政府");
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "dropped.txt", { type: "text/plain" }));
      const target = document.querySelector("gongkai-report").shadowRoot.querySelector("[data-open=drop]");
      target.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    }, text.toString());
    await expects(page, expected.agency.name);
  }));

test("a file that is no report gets one sentence, and the page's report stays", () =>
  opened(async (page) => {
    const before = await heading(page);
    await choose(page, "letter.txt", Buffer.from("尊敬的读者：您好。"), "text/plain");
    assert.match(await said(page), /letter\.txt.*没有找到/);
    await choose(page, "scan.pdf", Buffer.from("%PDF-1.7 nothing"), "application/pdf");
    await page.waitForFunction(() => document.querySelector("gongkai-report").shadowRoot.querySelector("[data-open=outcome]").textContent.includes("scan.pdf"));
    await choose(page, "broken.json", Buffer.from('{"format":"gongkai-report/1","yaer":1}'), "application/json");
    await page.waitForFunction(() => document.querySelector("gongkai-report").shadowRoot.querySelector("[data-open=outcome]").textContent.includes("broken.json"));
    assert.equal(await heading(page), before);
  }));

const DOCUMENTS = fileURLToPath(new URL("../../crates/import/tests/documents/", import.meta.url));
const SAMPLE = fileURLToPath(new URL("../../samples/longde-2020.json", import.meta.url));

for (const [file, type] of [
  ["pdf/longde-16pt.pdf", "application/pdf"],
  ["office/longde-2020.doc", "application/msword"],
  ["office/longde-2020.ofd", "application/ofd"],
  ["office/longde-2020.xls", "application/vnd.ms-excel"],
]) {
  test(`a file ${file.replace(/.*\./, ".")} is read by what is loaded for it alone`, () =>
    opened(async (page, asked) => {
      // A report of another agency first, which the light kinds' reader reads.
      await choose(page, "report.txt", await fixture("cells-2019.txt"), "text/plain");
      await expects(page, "虚构");
      assert.ok(!asked.some((request) => request.includes("gongkai-readers")), asked.join());
      const name = file.replace(/.*\//, "");
      await choose(page, name, await readFile(DOCUMENTS + file), type);
      await expects(page, "隆德");
      assert.ok(asked.some((request) => request.endsWith("/gongkai-readers.js")), asked.join());
      const download = page.waitForEvent("download");
      await part(page, "save").click();
      const saved = JSON.parse(await readFile(await (await download).path(), "utf8"));
      const expected = JSON.parse(await readFile(SAMPLE, "utf8"));
      assert.equal(saved.agency.name, expected.agency.name);
      assert.deepEqual(saved.proactive, expected.proactive);
      assert.deepEqual(saved.applications, expected.applications);
      assert.deepEqual(saved.reviews, expected.reviews);
      // Nothing is sent, and nothing comes from elsewhere.
      assert.ok(asked.every((request) => /^GET \/(gongkai\/|portal\/icon)/.test(request)), asked.join());
    }));
}

test("closed, it shows the page's own report again", () =>
  opened(async (page) => {
    const before = await heading(page);
    await choose(page, "report.txt", await fixture("cells-2019.txt"), "text/plain");
    await expects(page, "虚构");
    await part(page, "close").click();
    await expects(page, "隆德");
    assert.equal(await heading(page), before);
    assert.equal(await part(page, "title").count(), 0);
  }));

test("the keyboard reaches all of it", () =>
  opened(async (page) => {
    const focused = () => page.evaluate(() => document.querySelector("gongkai-report").shadowRoot.activeElement?.getAttribute("data-open"));
    assert.equal(await focused(), "title");
    const order = [];
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press("Tab");
      order.push(await focused());
    }
    assert.deepEqual(order, ["file", "paste", "read", "close"]);
  }));

test("the place looks as the widget does, whatever theme and text size it has", () =>
  opened(
    async (page) => {
      const look = (selector) =>
        page.locator(selector).evaluate((one) => {
          const { color, backgroundColor, fontFamily, fontSize, lineHeight } = getComputedStyle(one);
          return { color, backgroundColor, fontFamily, fontSize, lineHeight };
        });
      const own = await look("gongkai-report .open");
      assert.deepEqual(own, await look("gongkai-report [part=root] > .widget"));
      assert.equal(own.fontSize, "22px");
    },
    { body: WIDGET.replace(">", ' theme="dark" text-size="larger">') },
  ));

test("it goes with the report that it was opened beside: with another, and with the element", () =>
  opened(async (page) => {
    await page.evaluate(() => (document.getElementById("one").src = "samples/fictional/county-2020.json"));
    await expects(page, "青禾县");
    assert.equal(await part(page, "title").count(), 0);
    await page.locator("gongkai-report [data-state=interactive] [data-export=open]").click();
    await part(page, "title").waitFor();
    await page.evaluate(async () => {
      const one = document.getElementById("one");
      one.remove();
      await new Promise((done) => setTimeout(done));
      document.body.append(one);
    });
    await page.locator("gongkai-report [data-state=interactive] .export").waitFor();
    assert.equal(await part(page, "title").count(), 0);
  }));

test("a file that is still being read when the place is closed does not come after all", () =>
  opened(async (page) => {
    const before = await heading(page);
    await page.evaluate(() => {
      const real = Response.prototype.arrayBuffer;
      const isOpen = new Promise((done) => (document.goOn = done));
      Response.prototype.arrayBuffer = async function () {
        const bytes = await real.call(this);
        document.isRead = true;
        await isOpen;
        return bytes;
      };
    });
    await choose(page, "report.txt", await fixture("cells-2019.txt"), "text/plain");
    await page.waitForFunction(() => document.isRead);
    await part(page, "close").click();
    await page.evaluate(async () => {
      document.goOn();
      for (let turn = 0; turn < 5; turn += 1) await new Promise((done) => setTimeout(done));
    });
    assert.equal(await heading(page), before);
  }));
