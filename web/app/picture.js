/**
 * The pictures that are taken away as PNG. A strict policy forbids to load an SVG of our own into
 * an image, so its text is read and drawn shape by shape. Only what src/export/svg.rs writes is
 * known here; anything else is left out.
 */

/** What browsers can still draw: pixels a side, and in all on old phones. */
const SIDE = 16384;
const AREA = 16000000;

/** Attributes that shapes take over from the elements around them, with what holds without any. */
const LOOK = {
  fill: "#000",
  "fill-opacity": "1",
  stroke: "none",
  "stroke-opacity": "1",
  "stroke-width": "1",
  "stroke-dasharray": "none",
  "stroke-linejoin": "miter",
  "stroke-linecap": "butt",
  "font-family": "sans-serif",
  "font-size": "16",
  "font-weight": "normal",
  "font-style": "normal",
  "text-anchor": "start",
};

/** @typedef {typeof LOOK} Look */

/**
 * Draws a picture of ours as PNG.
 * @param {string} svg the text of the file
 * @param {number} [scale] pixels to a CSS pixel; lowered where the picture would be too large
 * @returns {Promise<Blob>} rejects where the text is no SVG or the browser makes no picture of it
 */
export async function png(svg, scale = 2) {
  const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  const width = number(root, "width");
  const height = number(root, "height");
  if (root.localName !== "svg" || !(width > 0 && height > 0)) throw new Error("not a picture");
  const fitting = Math.min(scale, SIDE / width, SIDE / height, Math.sqrt(AREA / (width * height)));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * fitting));
  canvas.height = Math.max(1, Math.round(height * fitting));
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  // Whole pixels may be a little more or less than asked for; nothing is cut off.
  context.scale(canvas.width / width, canvas.height / height);
  context.direction = "ltr";
  draw(root, look(root, LOOK), { context, root, scale: fitting });
  return new Promise((done, fail) => {
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("no picture"))), "image/png");
  });
}

/**
 * @typedef {object} Sheet
 * @property {CanvasRenderingContext2D} context
 * @property {Element} root
 * @property {number} scale pixels to a CSS pixel
 */

/** Draws what is inside an element. @param {Element} parent @param {Look} around @param {Sheet} sheet */
function draw(parent, around, sheet) {
  const { context } = sheet;
  for (const element of Array.from(parent.children)) {
    const own = look(element, around);
    context.save();
    const transform = element.getAttribute("transform");
    if (transform) {
      const { a, b, c, d, e, f } = matrix(transform);
      context.transform(a, b, c, d, e, f);
    }
    if (element.localName === "g") draw(element, own, sheet);
    else if (element.localName === "text") write(element, own, sheet);
    else {
      const path = outline(element);
      if (path) paint(path, element.localName === "line", own, sheet);
    }
    context.restore();
  }
}

/** @param {Element} element @returns {Path2D | null} null where it has no shape */
function outline(element) {
  const at = (name) => number(element, name);
  const path = new Path2D(element.localName === "path" ? element.getAttribute("d") || "" : undefined);
  switch (element.localName) {
    case "rect":
      path.rect(at("x"), at("y"), at("width"), at("height"));
      return path;
    case "circle":
      path.arc(at("cx"), at("cy"), at("r"), 0, Math.PI * 2);
      path.closePath();
      return path;
    case "line":
      path.moveTo(at("x1"), at("y1"));
      path.lineTo(at("x2"), at("y2"));
      return path;
    case "path":
      return path;
    default:
      return null;
  }
}

/** @param {Path2D} path @param {boolean} open it has no inside @param {Look} own @param {Sheet} sheet */
function paint(path, open, own, sheet) {
  const { context } = sheet;
  const fill = open ? null : ink(own.fill, sheet);
  if (fill) {
    context.fillStyle = fill;
    context.globalAlpha = Number(own["fill-opacity"]);
    context.fill(path);
  }
  const stroke = ink(own.stroke, sheet);
  if (stroke) {
    context.strokeStyle = stroke;
    context.globalAlpha = Number(own["stroke-opacity"]);
    context.lineWidth = Number(own["stroke-width"]);
    context.lineJoin = /** @type {CanvasLineJoin} */ (own["stroke-linejoin"]);
    context.lineCap = /** @type {CanvasLineCap} */ (own["stroke-linecap"]);
    const dashes = own["stroke-dasharray"];
    context.setLineDash(dashes === "none" ? [] : dashes.trim().split(/[\s,]+/).map(Number));
    context.stroke(path);
  }
}

/** @param {Element} element @param {Look} own @param {Sheet} sheet */
function write(element, own, sheet) {
  const { context } = sheet;
  const fill = ink(own.fill, sheet);
  if (!fill) return;
  context.font = `${own["font-style"]} ${own["font-weight"]} ${own["font-size"]}px ${own["font-family"]}`;
  context.textAlign = own["text-anchor"] === "middle" ? "center" : /** @type {CanvasTextAlign} */ (own["text-anchor"]);
  context.fillStyle = fill;
  context.globalAlpha = Number(own["fill-opacity"]);
  // As SVG takes white space.
  const text = element.textContent.replace(/[\t\n\r ]+/g, " ").trim();
  context.fillText(text, number(element, "x"), number(element, "y"));
}

/** @param {string} value @param {Sheet} sheet @returns {string | CanvasPattern | null} null for none */
function ink(value, sheet) {
  const reference = /^url\(#([^)]+)\)$/.exec(value);
  if (!reference) return value === "none" ? null : value;
  const found = Array.from(sheet.root.querySelectorAll("pattern")).filter((one) => one.id === reference[1])[0];
  return found ? tiled(found, sheet) : null;
}

/** A pattern of the file, as sharp as the picture. @param {Element} pattern @param {Sheet} sheet */
function tiled(pattern, sheet) {
  const width = number(pattern, "width");
  const height = number(pattern, "height");
  const tile = document.createElement("canvas");
  tile.width = Math.max(1, Math.ceil(width * sheet.scale));
  tile.height = Math.max(1, Math.ceil(height * sheet.scale));
  const context = tile.getContext("2d");
  if (!context) return null;
  context.scale(tile.width / width, tile.height / height);
  draw(pattern, look(pattern, LOOK), { ...sheet, context });
  const repeated = sheet.context.createPattern(tile, "repeat");
  if (!repeated) return null;
  const placed = matrix(pattern.getAttribute("patternTransform") || "");
  repeated.setTransform(placed.scale(width / tile.width, height / tile.height));
  return repeated;
}

/** `translate(1 2) rotate(45) scale(2)`. @param {string} text @returns {DOMMatrix} */
function matrix(text) {
  let result = new DOMMatrix();
  const calls = /(\w+)\(([^)]*)\)/g;
  for (let call = calls.exec(text); call; call = calls.exec(text)) {
    const [x, y] = call[2].trim().split(/[\s,]+/).map(Number);
    if (call[1] === "translate") result = result.translate(x, y || 0);
    if (call[1] === "rotate") result = result.rotate(x);
    if (call[1] === "scale") result = result.scale(x, y === undefined ? x : y);
  }
  return result;
}

/** @param {Element} element @param {Look} around @returns {Look} */
function look(element, around) {
  const own = { ...around };
  for (const name of Object.keys(LOOK)) {
    const value = element.getAttribute(name);
    if (value !== null) own[name] = value;
  }
  return own;
}

/** @param {Element} element @param {string} name @returns {number} zero where there is none */
function number(element, name) {
  return Number(element.getAttribute(name)) || 0;
}
