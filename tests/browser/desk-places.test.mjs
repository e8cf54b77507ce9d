// The desk in the places where it is opened: from a disk in Firefox and in Chromium 69, and hosted under the strict
// policy.
import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launchChromium } from "../../scripts/chromium.mjs";
import { launchFirefox } from "../../scripts/firefox.mjs";
import { launchOldChromium, oldChromiumUnavailable } from "../../scripts/old-chromium.mjs";
import { startServer } from "../../scripts/serve.mjs";
import { DESK, LONGDE, download, field, longde, root, unzip } from "./support/desk.mjs";

let folder;
before(async () => (folder = await mkdtemp(join(tmpdir(), "gongkai-desk-"))));
after(() => rm(folder, { recursive: true }));

const CELLS = ["applications.received[0]", "applications.received[6]", "reviews.reconsideration.pending"];

/** Waits for a file that a browser saves, until it stops growing. */
async function saved(ending) {
  for (let before = -1; ; ) {
    const name = (await readdir(folder)).find((name) => name.endsWith(ending));
    const size = name ? (await stat(join(folder, name))).size : -1;
    if (name && size > 0 && size === before) return readFile(join(folder, name));
    before = size;
    await new Promise((done) => setTimeout(done, 200));
  }
}

/** Presses the button with a text. */
const press = (page, text) =>
  page.evaluate((text) => {
    const button = [...document.querySelectorAll("button")].find((button) => button.textContent.includes(text));
    button.click();
  }, text);

for (const kind of ["docx", "pdf"]) {
  test(`from a disk in Firefox, the Longde report as .${kind} is mended and handed over`, async () => {
    const browser = await launchFirefox({ downloads: folder });
    try {
      const page = await browser.newPage();
      const errors = [];
      page.on("pageerror", (error) => errors.push(String(error)));
      await page.goto(DESK);
      const input = await page.waitForSelector("input[type=file]");
      await input.uploadFile(longde(kind));
      await page.waitForSelector(".desk-work", { timeout: 60_000 });
      for (const path of CELLS) {
        await page.focus(field(path));
        await page.keyboard.type("3");
        await page.keyboard.press("Enter");
        await page.waitForFunction((selector) => document.querySelector(selector).className === "mended", {}, field(path));
      }
      await press(page, "交付");
      await page.waitForSelector(".desk-hand-over");
      await press(page, "保存要上传的文件夹");
      const files = unzip(await saved(".zip"));
      const [report] = [...files].filter(([name]) => name.startsWith("reports/")).map(([, bytes]) => JSON.parse(bytes));
      assert.equal(report.applications.received[0], 3);
      assert.equal(report.reviews.reconsideration.pending, 3);
      assert.deepEqual(errors, []);
    } finally {
      await browser.close();
      for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true });
    }
  });
}

test("from a disk in Chromium 69, a worker reads the Longde report as PDF, and it is handed over", { skip: oldChromiumUnavailable }, async () => {
  const old = await launchOldChromium();
  try {
    const page = await old.newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await page._client.send("Page.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
    // Notes whether there was a worker.
    await page.evaluateOnNewDocument(() => {
      const Own = window.Worker;
      window.answers = 0;
      window.Worker = function (address) {
        const worker = new Own(address);
        worker.addEventListener("message", (event) => event.data.answer && window.answers++);
        return worker;
      };
    });
    await page.goto(DESK);
    const input = await page.waitForSelector("input[type=file]");
    await input.uploadFile(longde("pdf"));
    await page.waitForSelector(".desk-work", { timeout: 60_000 });
    assert.equal(await page.evaluate(() => window.answers), 1);
    for (const path of CELLS) {
      await page.focus(field(path));
      await page.keyboard.type("3");
      await page.keyboard.press("Enter");
      await page.waitForFunction((selector) => document.querySelector(selector).className === "mended", {}, field(path));
    }
    for (const tab of [1, 2, 3]) await page.evaluate((tab) => document.querySelectorAll(".desk-pages button")[tab].click(), tab);
    await page.waitForSelector(".desk-changes");
    await page.evaluate(() => document.querySelector(".desk-card .primary").click());
    await page.waitForFunction(() => /已交给浏览器保存|Handed to the browser/.test(document.querySelector(".desk-hand-over").textContent));
    assert.deepEqual(errors, []);
  } finally {
    await old.close();
    for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true });
  }
});

const STRICT = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; require-trusted-types-for 'script'";
const POLICIES = { "the strict policy": true, "Trusted Types": STRICT };
for (const [name, csp] of Object.entries(POLICIES)) {
  test(`hosted under ${name}, a worker reads, the preview has its styles, and the folder is handed over`, async () => {
    const site = join(folder, "site");
    await cp(fileURLToPath(new URL("target/desk/hosted", root)), join(site, "desk"), { recursive: true });
    await writeFile(join(site, "favicon.ico"), "");
    // Packing the program at the highest quality takes longer than all of the test.
    const server = await startServer({ root: site, csp, brotli: false });
    const browser = await launchChromium();
    try {
      const page = await browser.newPage({ locale: "zh-CN" });
      const complaints = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
      const workers = [];
      page.on("worker", (worker) => workers.push(worker.url()));
      await page.goto(`${server.url}desk/index.html`);
      await page.setInputFiles("input[type=file]", longde("docx"));
      await page.waitForSelector(".desk-work");
      assert.deepEqual(workers, [`${server.url}desk/desk.js`]);
      await page.fill(field("proactive.penalties.decisions"), "777");
      await page.press(field("proactive.penalties.decisions"), "Enter");
      await page.click(".desk-pages >> text=预览");
      await page.waitForFunction(() => {
        const styles = document.querySelector(".desk-widget").shadowRoot.querySelectorAll("link");
        return styles.length === 1 && styles[0].sheet && styles[0].sheet.cssRules.length > 50;
      });
      await page.click(".desk-pages >> text=交付");
      const files = unzip(await download(page, "保存要上传的文件夹"));
      const [report] = [...files].filter(([name]) => name.startsWith("reports/")).map(([, bytes]) => JSON.parse(bytes));
      assert.equal(report.proactive.penalties.decisions, 777);
      assert.deepEqual(complaints, []);
    } finally {
      await browser.close();
      await server.close();
    }
  });
}

test("a report is opened from its JSON in the hosted desk where workers are forbidden", async () => {
  const server = await startServer({ root: fileURLToPath(new URL("target/desk/hosted", root)), csp: `${STRICT}; worker-src 'none'`, brotli: false });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ locale: "zh-CN" });
    await page.goto(`${server.url}index.html`);
    await page.setInputFiles("input[type=file]", [LONGDE, longde("docx")]);
    await page.waitForFunction(() => document.querySelectorAll(".desk-files .checked, .desk-files .gaps").length === 2);
    assert.equal(await page.inputValue(field("proactive.penalties.decisions")), "236");
  } finally {
    await browser.close();
    await server.close();
  }
});
