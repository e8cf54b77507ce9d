// The conversion of a figure from SVG to PNG: each kind of shape at its position in its colour, under the strict
// policy, in today's browser and in an old one.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { launchChromium } from "../../scripts/chromium.mjs";
import { launchOldChromium, oldChromiumUnavailable } from "../../scripts/old-chromium.mjs";
import { startServer } from "../../scripts/serve.mjs";

const SOURCE = fileURLToPath(new URL("../../web/picture/canvas.js", import.meta.url));
const WHITE = [255, 255, 255, 255];
const INK = [0x1b, 0x1f, 0x24, 255];
const ACCENT = [0x0b, 0x57, 0xa4, 255];
const EDGE = [0x76, 0x80, 0x8b, 255];
const RULE = [0xd3, 0xd9, 0xdf, 255];
const LOSS = [0x9a, 0x5b, 0, 255];
const DIFFERENCE = [0xa1, 0x33, 0x0d, 255];

let browser, server;

before(async () => {
  // As it is shipped: for the oldest browser that the widget supports.
  const { code } = await transform(await readFile(SOURCE, "utf8"), { format: "esm", target: "chrome69" });
  const files = {
    "/page.html": { body: "<!doctype html><title>picture</title>", type: "text/html; charset=utf-8" },
    "/picture.js": { body: code, type: "text/javascript; charset=utf-8" },
    "/favicon.ico": { body: "", type: "image/x-icon" },
  };
  server = await startServer({ root: fileURLToPath(new URL(".", import.meta.url)), csp: true, brotli: false, rules: (_, path) => files[path] });
  browser = await launchChromium();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

const HATCH = `<defs>
<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
<rect class="hatch-ground" width="6" height="6" fill="#ffffff"/>
<rect class="hatch-line" width="2.5" height="6" fill="#0b57a4"/>
</pattern>
</defs>`;

/** Returns an SVG in the form that crates/view/src/export/svg.rs writes. */
function svg(inside, { width = 100, height = 100 } = {}) {
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" class="figure" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif">
<title>标题</title>
<desc>说明</desc>
${inside.includes("#hatch") ? HATCH : ""}
<rect class="ground" width="${width}" height="${height}" fill="#ffffff"/>
${inside}
</svg>
`;
}

/**
 * Runs in the page: makes the PNG and reads it back. Two colours a place: the policy does not let
 * a blob into an image, so the browser decodes it itself.
 */
async function seen([text, scale, places]) {
  const violations = [];
  document.addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective));
  const { canvas: drawn, png } = await import("/picture.js");
  const parse = (svg) => new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  const blob = await png(await drawn(text, parse, scale));
  const head = new DataView(await new Response(blob).arrayBuffer());
  const bitmap = await createImageBitmap(blob);
  const canvas = document.createElement("canvas");
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(bitmap, 0, 0);
  const factor = bitmap.width / Number(/ width="([^"]+)"/.exec(text)[1]);
  const pixels = places.map(([x, y]) => Array.from(context.getImageData(Math.floor(x * factor), Math.floor(y * factor), 1, 1).data));
  const all = context.getImageData(0, 0, Math.min(bitmap.width, 400), Math.min(bitmap.height, 400)).data;
  let painted = 0;
  for (let at = 0; at < all.length; at += 4) if (all[at] + all[at + 1] + all[at + 2] < 600) painted += 1;
  await new Promise((done) => setTimeout(done, 0));
  return { type: blob.type, signature: head.getUint32(0), width: bitmap.width, height: bitmap.height, pixels, painted, violations };
}

/** In a page of its own, which must stay clean. */
async function look(text, places = [], scale = 2) {
  const page = await browser.newPage({ baseURL: server.url });
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("console", (message) => wrong.push(message.text()));
  try {
    await page.goto("page.html");
    const found = await page.evaluate(seen, [text, scale, places]);
    assert.deepEqual(wrong, []);
    assert.deepEqual(found.violations, []);
    assert.equal(found.type, "image/png");
    assert.equal(found.signature, 0x89504e47);
    return found;
  } finally {
    await page.close();
  }
}

/** Every kind of shape, with what is at some places of it. */
const SHAPES = [
  ["a filled rectangle", '<rect class="bar" x="10" y="10" width="20" height="10" fill="#0b57a4"/>', [[20, 15, ACCENT], [9, 15, WHITE], [31, 15, WHITE], [20, 21, WHITE]]],
  ["a rectangle of dashes only", '<rect class="bar difference" x="10" y="10" width="40" height="20" fill="none" stroke="#a1330d" stroke-width="2" stroke-dasharray="4 3"/>', [[12, 10, DIFFERENCE], [15.5, 10, WHITE], [18, 10, DIFFERENCE], [30, 20, WHITE]]],
  ["a circle with an edge", '<circle class="dot from" cx="50" cy="50" r="20" fill="#ffffff" stroke="#76808b" stroke-width="4"/>', [[50, 50, WHITE], [50, 30, EDGE], [70, 50, EDGE], [50, 26, WHITE], [66, 66, WHITE]]],
  ["a line", '<line class="grid" x1="10" y1="50.5" x2="90" y2="50.5" stroke="#d3d9df"/>', [[50, 50.5, RULE], [50, 52, WHITE], [95, 50.5, WHITE]]],
  ["a stroked path", '<path class="stem" d="M10 10H60V60" fill="none" stroke="#76808b" stroke-width="2"/>', [[30, 10, EDGE], [60, 40, EDGE], [50, 20, WHITE]]],
  ["a filled path", '<path class="dot loss" d="M10 10h40l-20 40z" fill="#9a5b00"/>', [[30, 20, LOSS], [12, 40, WHITE], [30, 45, LOSS]]],
  ["a path that curves", '<path class="bar" d="M10 50C10 10 90 10 90 50z" fill="#0b57a4" stroke-linejoin="round"/>', [[50, 30, ACCENT], [50, 15, WHITE], [50, 55, WHITE]]],
  ["shapes in groups that are moved", '<g class="drawing" transform="translate(10 20)"><g class="mark" transform="translate(5 0.5)"><title>甲</title><rect x="0" y="0" width="10" height="10" fill="#0b57a4"/></g></g><rect x="0" y="0" width="4" height="4" fill="#9a5b00"/>', [[20, 25, ACCENT], [14, 25, WHITE], [26, 25, WHITE], [2, 2, LOSS]]],
  ["what lets through", '<rect x="10" y="10" width="50" height="50" fill="#000000" fill-opacity="0.5"/><rect x="70" y="10" width="10" height="10" fill="#0b57a4"/>', [[30, 30, [127, 127, 127, 255]], [75, 15, ACCENT]]],
];

for (const [named, inside, places] of SHAPES) {
  test(`${named} has its colours at its places`, async () => {
    const { pixels, width, height } = await look(svg(inside), places);
    assert.deepEqual([width, height], [200, 200]);
    places.forEach(([x, y, colour], index) => {
      const near = pixels[index].every((value, channel) => Math.abs(value - colour[channel]) <= 1);
      assert.ok(near, `at ${x}, ${y}: ${pixels[index]} instead of ${colour}`);
    });
  });
}

test("the hatch has stripes and paper, and only in its shape", async () => {
  const inside = '<g class="mark" transform="translate(0 20)"><rect class="hedge" x="20" y="10" width="60" height="40" fill="url(#hatch)"/></g>';
  const row = Array.from({ length: 240 }, (_, index) => [20.125 + index / 4, 50]);
  const { pixels } = await look(svg(inside), [...row, [10, 50], [50, 25], [50, 75], [90, 50]]);
  const along = pixels.slice(0, row.length);
  const is = (colour) => (pixel) => pixel.every((value, channel) => Math.abs(value - colour[channel]) <= 8);
  assert.ok(along.filter(is(ACCENT)).length > 40, "stripes");
  assert.ok(along.filter(is(WHITE)).length > 60, "paper between them");
  // Turned by 45°, one every 6√2 along a row.
  const starts = along.filter((pixel, index) => index > 0 && pixel[0] < 128 && along[index - 1][0] >= 128).length;
  assert.ok(Math.abs(starts - 60 / (6 * Math.SQRT2)) <= 1, `${starts} stripes`);
  assert.deepEqual(pixels.slice(row.length), [WHITE, WHITE, WHITE, WHITE]);
});

test("text is drawn in its size, weight and place, and stays text", async () => {
  const of = (attributes, text = "隆德县 &lt;script&gt; &amp; 85") => svg(`<text class="name" x="200" y="100" ${attributes} fill="#1b1f24">${text}</text>`, { width: 400, height: 200 });
  const ink = async (attributes, text) => (await look(of(attributes, text), [], 1)).painted;
  const plain = await ink('font-size="16"');
  assert.ok(plain > 100, `${plain} pixels of ink`);
  assert.ok((await ink('font-size="32"')) > plain * 2, "larger");
  assert.ok((await ink('font-size="16" font-weight="bold"')) > plain * 1.1, "bolder");
  assert.equal(await ink('font-size="16"', ""), 0);
  assert.equal(await ink('font-size="16"', "  &lt;b&gt;\n  "), await ink('font-size="16"', "&lt;b&gt;"), "space at its ends does not count");
});

test("text stands before, around and behind its place as it is told", async () => {
  const block = "█".repeat(4);
  const at = (anchor) => look(svg(`<text x="100" y="50" font-size="20" ${anchor} fill="#1b1f24">${block}</text>`, { width: 200, height: 100 }), [[85, 44], [115, 44]]);
  const isInk = (pixel) => pixel.every((value, channel) => Math.abs(value - INK[channel]) <= 2);
  for (const [anchor, expected] of [["", [false, true]], ['text-anchor="middle"', [true, true]], ['text-anchor="end"', [true, false]]]) {
    assert.deepEqual((await at(anchor)).pixels.map(isInk), expected, anchor);
  }
});

test("a picture that is too large for a canvas is made smaller, and whole", async () => {
  for (const [width, height] of [[1280, 30_000], [40_000, 100], [9000, 9000]]) {
    const corner = `<rect x="${width - 40}" y="${height - 40}" width="40" height="40" fill="#0b57a4"/>`;
    const found = await look(svg(corner, { width, height }), [[width - 15, height - 15], [width / 2, height / 2]]);
    assert.ok(found.width <= 16_384 && found.height <= 16_384 && found.width * found.height <= 16_777_216, `${found.width} × ${found.height}`);
    assert.ok(Math.abs(found.width / found.height / (width / height) - 1) < 0.02, "in its proportions");
    assert.deepEqual(found.pixels, [ACCENT, WHITE]);
  }
});

test("what is no picture is refused", async () => {
  for (const text of ["", "<p>", "<svg", svg("<g>"), '<html xmlns="http://www.w3.org/1999/xhtml"/>', '<svg xmlns="http://www.w3.org/2000/svg" width="0" height="10"/>']) {
    await assert.rejects(look(text), /not a picture/, text);
  }
});

test("Chromium 69 draws the same", { skip: oldChromiumUnavailable }, async () => {
  const old = await launchOldChromium();
  try {
    const page = await old.newPage();
    await page.goto(`${server.url}page.html`);
    // A tool of that age knows no import() in what it evaluates: the page's own script asks for it.
    const inside = '<g transform="translate(10 10)"><rect width="20" height="10" fill="#0b57a4"/><rect x="40" width="30" height="30" fill="url(#hatch)"/></g><text x="10" y="60" font-size="16" fill="#1b1f24">85</text>';
    const found = await page.evaluate(seen, [svg(inside), 2, [[20, 15], [5, 5]]]);
    assert.deepEqual(found.pixels, [ACCENT, WHITE]);
    assert.deepEqual([found.width, found.height, found.violations], [200, 200, []]);
    assert.ok(found.painted > 800 + 300, `${found.painted} pixels of ink`);
  } finally {
    await old.close();
  }
});

test("an address becomes a QR code with its border and three corners, of version 15 at most", async () => {
  const { outputFiles } = await build({ entryPoints: [fileURLToPath(new URL("../../web/picture/qr-code.js", import.meta.url))], bundle: true, format: "esm", write: false });
  const { qrPath } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
  // The longest that crates/view/src/export/picture.rs lets through.
  for (const [address, version] of [["https://example.gov.cn/zfxxgk/2020.html", 3], [`https://e.cn/${"a".repeat(507)}`, 15]]) {
    const modules = 17 + 4 * version + 4;
    const dark = Array.from({ length: modules }, () => Array(modules).fill(false));
    for (const [, ...edges] of qrPath(address, 96).matchAll(/M([\d.]+) ([\d.]+)H([\d.]+)V([\d.]+)H\1Z/g)) {
      const [left, top, right, bottom] = edges.map((edge) => Math.round((edge / 96) * modules));
      assert.equal(bottom, top + 1);
      dark[top].fill(true, left, right);
    }
    const corner = (x, y) => Array.from({ length: 7 }, (_, row) => dark[y + row].slice(x, x + 7).map(Number).join("")).join(" ");
    const FINDER = "1111111 1000001 1011101 1011101 1011101 1000001 1111111";
    for (const [x, y] of [[2, 2], [modules - 9, 2], [2, modules - 9]]) assert.equal(corner(x, y), FINDER, `version ${version}`);
    assert.ok(!dark[1].includes(true) && !dark.some((row) => row[1] || row[modules - 2]), "the border is white");
  }
});
