// The pages that tests open, and the folder of the built site.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

export const SITE = process.env.GONGKAI_SITE ?? fileURLToPath(new URL("../../../target/site", import.meta.url));

/** The report that the site shows. */
export const REPORT = "samples/longde-2020.json";

export const SCRIPT = '<script src="gongkai/gongkai.js" defer></script>';

/** Reads a file of the site. @param {string} path */
export function built(path) {
  return readFile(`${SITE}/${path}`);
}

/** Writes the elements. @param {Record<string, string>[]} widgets the attributes of each; `src` is the Longde report by default */
export function tagsOf(widgets) {
  const escape = (value) => String(value).replace(/[&"<]/g, (c) => `&#${c.charCodeAt(0)};`);
  return widgets
    .map((attributes) => {
      const written = Object.entries({ src: REPORT, ...attributes }).map(([name, value]) => ` ${name}="${escape(value)}"`);
      return `<gongkai-report${written.join("")}><p>fallback</p></gongkai-report>`;
    })
    .join("\n");
}

/** Writes a page. `first` is in the head before the widget's script. */
export function pageOf({ body, head = SCRIPT, lang = "zh-CN", first = "" }) {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>试验</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="portal/icon.svg">${first}${head}</head><body>${body}</body></html>`;
}
