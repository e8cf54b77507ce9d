#!/usr/bin/env node
// Prints pages of tests/corpus/reports as PDF, the way that a portal's page is printed from a browser.
// The files beside this are kept: run it only when a page or a style changes, with the name of a style to print only that.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { font } from "./font.mjs";
import { launchChromium } from "../../../../../scripts/chromium.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const plain = `body { font: 12pt/1.8 Boxes; margin: 0 } b, strong, h1, h2, h3, th { font-weight: normal }
  p, h1 { margin: 6pt 0 }`;
const STYLES = {
  // As office programs draw them: one hairline between two cells.
  collapsed: `${plain} table { border-collapse: collapse; width: 100%; font-size: 10pt }
    td, th { border: 1px solid #000; padding: 3px }`,
  // As old portals do: each cell brings two of its four rules.
  halves: `${plain} table { border-collapse: separate; border-spacing: 0; font-size: 9pt;
    border-top: 1px solid; border-left: 1px solid } td, th { border-right: 1px solid;
    border-bottom: 1px solid; padding: 1px }`,
  wide: `${plain} table { border-collapse: collapse; width: 100%; font-size: 10.5pt }
    td, th { border: 0.5pt solid #000; padding: 8px 5px; text-align: center }`,
  // Without rules: as browsers draw a table that has no style, and as office programs do.
  bare: `${plain} table { width: 100%; font-size: 10.5pt; border-spacing: 2px }
    table, td, th { border: none !important; padding: 1px }`,
  centred: `${plain} table { border-collapse: collapse; width: 100%; font-size: 10.5pt }
    table, td, th { border: none !important } td, th { padding: 3px 5px; text-align: center }`,
  // With the page's own rules; upright, the paper cuts the tables off.
  own: plain,
  cut: plain,
};
const FILES = [
  ["html-blank-cells", "collapsed"],
  ["html-br-in-labels", "wide"],
  ["extra-rows-html", "halves"],
  ["traditional-utf8", "collapsed"],
  ["title-station", "bare"],
  ["html-blank-cells", "centred"],
  // A menu beside the text.
  ["old-portal-2019", "own"],
  ["old-portal-2019", "cut"],
];

const only = process.argv[2];
const browser = await launchChromium();
for (const [name, style] of FILES) {
  if (only && style !== only) continue;
  const source = here(`../../corpus/reports/${name}.html`);
  const page = await browser.newPage();
  await page.goto(`file://${source}`);
  const face = font(readFileSync(source, "utf8")).toString("base64");
  const content = `@font-face { font-family: Boxes; src: url(data:font/ttf;base64,${face}) }
    * { font-family: Boxes !important } ${STYLES[style]}`;
  await page.addStyleTag({ content });
  await page.evaluate(() => document.fonts.ready);
  const pdf = await page.pdf({
    format: "A4",
    landscape: ["wide", "own"].includes(style),
    margin: { top: "25mm", bottom: "25mm", left: "20mm", right: "20mm" },
    displayHeaderFooter: true,
    headerTemplate: "<span></span>",
    footerTemplate: `<div style="font-size: 10px; width: 100%; text-align: center">- <span class="pageNumber"></span> -</div>`,
  });
  writeFileSync(here(`${name}.${style}.pdf`), pdf);
  console.log(name, style, pdf.length);
  await page.close();
}
await browser.close();
