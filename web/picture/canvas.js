/**
 * Converts figures to PNG. A strict policy forbids loading an SVG of our own into an image, so its text is
 * parsed and drawn shape by shape. Only what crates/view/src/export/svg.rs writes is supported; anything else
 * is left out.
 */

/** The largest canvas that browsers can draw, in pixels: the length of a side, and the area on old phones. */
const MAX_SIDE = 16384;
const MAX_AREA = 16000000;

/** The attributes that shapes inherit, with their initial values. @type {Record<string, string>} */
const INITIAL_STYLE = {
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

/** @typedef {typeof INITIAL_STYLE} Style */

/**
 * Writes a drawn figure as PNG.
 * @param {HTMLCanvasElement} canvas
 * @returns {Promise<Blob>} rejects if the browser cannot
 */
export function png(canvas) {
  return new Promise((done, fail) => {
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("no picture"))), "image/png");
  });
}

/**
 * Draws a figure.
 * @param {string} svg the text of the file
 * @param {(svg: string) => Element} parse
 * @param {number} [scale] pixels to a CSS pixel; lowered if the picture would be too large
 * @returns {Promise<HTMLCanvasElement>} rejects if the text is not an SVG or the browser cannot draw it
 */
export async function canvas(svg, parse, scale = 2) {
  const root = parse(svg);
  const width = number(root, "width");
  const height = number(root, "height");
  if (root.localName !== "svg" || !(width > 0 && height > 0)) throw new Error("not a picture");
  const fitting = Math.min(scale, MAX_SIDE / width, MAX_SIDE / height, Math.sqrt(MAX_AREA / (width * height)));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * fitting));
  canvas.height = Math.max(1, Math.round(height * fitting));
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  // The size in whole pixels may differ a little from the exact one; nothing is cut off.
  context.scale(canvas.width / width, canvas.height / height);
  context.direction = "ltr";
  draw(root, styleOf(root, INITIAL_STYLE), { context, root, scale: fitting });
  return canvas;
}

/**
 * @typedef {object} Target
 * @property {CanvasRenderingContext2D} context
 * @property {Element} root
 * @property {number} scale pixels to a CSS pixel
 */

/** Draws the children of an element. @param {Element} parent @param {Style} inherited @param {Target} target */
function draw(parent, inherited, target) {
  const { context } = target;
  for (const element of Array.from(parent.children)) {
    const style = styleOf(element, inherited);
    context.save();
    const transform = element.getAttribute("transform");
    if (transform) {
      const { a, b, c, d, e, f } = matrix(transform);
      context.transform(a, b, c, d, e, f);
    }
    if (element.localName === "g") draw(element, style, target);
    else if (element.localName === "text") drawText(element, style, target);
    else {
      const path = pathOf(element);
      if (path) drawPath(path, element.localName === "line", style, target);
    }
    context.restore();
  }
}

/** @param {Element} element @returns {Path2D | null} null if it is not a shape */
function pathOf(element) {
  const at = (/** @type {string} */ name) => number(element, name);
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

/** @param {Path2D} path @param {boolean} isLine whether it has no inside @param {Style} style @param {Target} target */
function drawPath(path, isLine, style, target) {
  const { context } = target;
  const fill = isLine ? null : paintOf(style.fill, target);
  if (fill) {
    context.fillStyle = fill;
    context.globalAlpha = Number(style["fill-opacity"]);
    context.fill(path);
  }
  const stroke = paintOf(style.stroke, target);
  if (stroke) {
    context.strokeStyle = stroke;
    context.globalAlpha = Number(style["stroke-opacity"]);
    context.lineWidth = Number(style["stroke-width"]);
    context.lineJoin = /** @type {CanvasLineJoin} */ (style["stroke-linejoin"]);
    context.lineCap = /** @type {CanvasLineCap} */ (style["stroke-linecap"]);
    const dashes = style["stroke-dasharray"];
    context.setLineDash(dashes === "none" ? [] : dashes.trim().split(/[\s,]+/).map(Number));
    context.stroke(path);
  }
}

/** @param {Element} element @param {Style} style @param {Target} target */
function drawText(element, style, target) {
  const { context } = target;
  const fill = paintOf(style.fill, target);
  if (!fill) return;
  context.font = `${style["font-style"]} ${style["font-weight"]} ${style["font-size"]}px ${style["font-family"]}`;
  context.textAlign = style["text-anchor"] === "middle" ? "center" : /** @type {CanvasTextAlign} */ (style["text-anchor"]);
  context.fillStyle = fill;
  context.globalAlpha = Number(style["fill-opacity"]);
  // White space collapses as in SVG.
  const text = String(element.textContent).replace(/[\t\n\r ]+/g, " ").trim();
  context.fillText(text, number(element, "x"), number(element, "y"));
}

/** @param {string} value @param {Target} target @returns {string | CanvasPattern | null} null for none */
function paintOf(value, target) {
  const reference = /^url\(#([^)]+)\)$/.exec(value);
  if (!reference) return value === "none" ? null : value;
  const found = Array.from(target.root.querySelectorAll("pattern")).filter((one) => one.id === reference[1])[0];
  return found ? createPattern(found, target) : null;
}

/** Draws a pattern of the file at the scale of the picture. @param {Element} pattern @param {Target} target */
function createPattern(pattern, target) {
  const width = number(pattern, "width");
  const height = number(pattern, "height");
  const tile = document.createElement("canvas");
  tile.width = Math.max(1, Math.ceil(width * target.scale));
  tile.height = Math.max(1, Math.ceil(height * target.scale));
  const context = tile.getContext("2d");
  if (!context) return null;
  context.scale(tile.width / width, tile.height / height);
  draw(pattern, styleOf(pattern, INITIAL_STYLE), { ...target, context });
  const repeated = target.context.createPattern(tile, "repeat");
  if (!repeated) return null;
  const placed = matrix(pattern.getAttribute("patternTransform") || "");
  repeated.setTransform(placed.scale(width / tile.width, height / tile.height));
  return repeated;
}

/** Parses a transform such as `translate(1 2) rotate(45) scale(2)`. @param {string} text @returns {DOMMatrix} */
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

/** @param {Element} element @param {Style} inherited @returns {Style} */
function styleOf(element, inherited) {
  const style = { ...inherited };
  for (const name of Object.keys(INITIAL_STYLE)) {
    const value = element.getAttribute(name);
    if (value !== null) style[name] = value;
  }
  return style;
}

/** @param {Element} element @param {string} name @returns {number} zero if there is none */
function number(element, name) {
  return Number(element.getAttribute(name)) || 0;
}
