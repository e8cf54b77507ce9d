#!/usr/bin/env node
// Makes the pictures of the READMEs from the built site and desk: make pictures.
//   node scripts/pictures.mjs [NAME...]    such as desk; by default all
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { launchChromium } from "./chromium.mjs";
import { startServer } from "./serve.mjs";

const OUT = "docs";
const DESK = "target/desk/desk.html";
const SAMPLE = "samples/longde-2020.json";
// The statutory tables of the same report as a published page has them.
const TABLES = "crates/import/tests/documents/office/longde-2020.html";

const DESKTOP = { width: 1000, height: 760 };
const PHONE = { width: 390, height: 780 };
const TALL = { width: 1000, height: 1120 };
const WIDE = { width: 1280, height: 1080 };

/**
 * A picture of the widget with these attributes.
 * @type {Record<string, {size: typeof DESKTOP, attributes: string, dark?: boolean, wait: string}>}
 */
const VIEWS = {
  disclosure: { size: DESKTOP, attributes: `src="${SAMPLE}" view="disclosure"`, wait: "complete" },
  "services-dark": { size: DESKTOP, attributes: `src="${SAMPLE}" view="services"`, dark: true, wait: "complete" },
  "overview-phone": { size: PHONE, attributes: `src="${SAMPLE}"`, wait: "complete" },
  "procurement-phone-dark": { size: PHONE, attributes: `src="${SAMPLE}" view="procurement"`, dark: true, wait: "complete" },
  compare: { size: TALL, attributes: 'src="samples/places/catalog.json"', wait: "ready" },
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => name !== "desk" && !(name in VIEWS));
if (unknown.length) {
  console.error(`no such picture: ${unknown.join(", ")}; there are: ${[...Object.keys(VIEWS), "desk"].join(", ")}`);
  process.exit(2);
}
const chosen = (name) => !wanted.length || wanted.includes(name);

const browser = await launchChromium();
try {
  for (const [name, view] of Object.entries(VIEWS)) if (chosen(name)) await picture(name, view);
  if (chosen("desk")) await desk();
} finally {
  await browser.close();
}

async function picture(name, { size, attributes, dark = false, wait }) {
  const body = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<link rel="stylesheet" href="picture.css">
<script src="gongkai/gongkai.js" defer></script>
<gongkai-report theme="${dark ? "dark" : "light"}" ${attributes}></gongkai-report>`;
  const style = `body { margin: 0; padding: 12px 16px; background: ${dark ? "#14171c" : "#fff"}; }`;
  const files = {
    "/picture.html": { body, type: "text/html; charset=utf-8" },
    "/picture.css": { body: style, type: "text/css" },
  };
  const server = await startServer({ root: "target/site", rules: (_, path) => files[path] });
  const page = await open(size, { colorScheme: dark ? "dark" : "light" });
  await page.addInitScript((event) => {
    globalThis.shown = new Promise((done) => document.addEventListener(event, done, { once: true }));
  }, `gongkai-${wait}`);
  await page.goto(`${server.url}picture.html`);
  await page.evaluate(() => globalThis.shown);
  await save(page, name);
  await server.close();
}

/** The desk from its head on with the Longde report, at the first number to check. */
async function desk() {
  const page = await open(WIDE, { offline: true });
  await page.goto(pathToFileURL(DESK).href);
  await page.setInputFiles("input[type=file]", { name: "longde-2020.html", mimeType: "text/html", buffer: await publishedPage() });
  await page.click("button:has-text('下一处要核对')");
  await page.evaluate(() => scrollTo(0, 0));
  await save(page, "desk");
}

/** The tables with the text of the sample above them. */
async function publishedPage() {
  const [{ paragraphs }] = JSON.parse(await readFile(SAMPLE, "utf8")).text;
  const text = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("\n");
  const page = await readFile(TABLES, "utf8");
  return Buffer.from(page.replace(/(<p>一、[^]*?<\/p>)[^]*?(<p>二、)/, (_, before, after) => `${before}\n${text}\n${after}`));
}

async function open(viewport, options) {
  const context = await browser.newContext({ viewport, locale: "zh-CN", reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.on("pageerror", (error) => {
    throw error;
  });
  return page;
}

async function save(page, name) {
  const path = `${OUT}/${name}.png`;
  await page.screenshot({ path, animations: "disabled" });
  await page.context().close();
  console.log(`  ${path}`);
}
