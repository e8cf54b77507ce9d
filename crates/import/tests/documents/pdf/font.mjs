// A TrueType font in which every character is the same box, so that a PDF with it stays small.

const EM = 1000;
const WIDE = 1000;
const NARROW = 500;

/**
 * @param {string} text
 * @returns {Buffer} a font with the characters of the text and ASCII
 */
export function font(text) {
  const ascii = String.fromCodePoint(...Array.from({ length: 95 }, (_, index) => 32 + index));
  const characters = [...new Set([...ascii, "\u00a0", ...text])].map((one) => one.codePointAt(0));
  const codes = characters.filter((code) => code >= 32).sort((one, other) => one - other);
  const widths = [WIDE, ...codes.map((code) => (code < 256 ? NARROW : WIDE))];
  const isBlank = (code) => [32, 0xa0, 0x3000].includes(code);
  const shapes = [box(WIDE), ...codes.map((code) => (isBlank(code) ? [] : box(code < 256 ? NARROW : WIDE)))];
  const offsets = [0];
  for (const shape of shapes) offsets.push(offsets.at(-1) + shape.length);
  const count = shapes.length;
  return file({
    "OS/2": os2(codes),
    cmap: cmap(codes),
    glyf: Buffer.from(shapes.flat()),
    head: Buffer.concat([
      u32(0x10000, 0x10000, 0, 0x5f0f3cf5), u16(3, EM), u32(0, 0, 0, 0), u16(0, -120, EM, 880, 0, 8, 2, 1, 0),
    ]),
    hhea: Buffer.concat([u32(0x10000), u16(880, -120, 0, WIDE, 0, 0, WIDE, 1, 0, 0, 0, 0, 0, 0, 0, count)]),
    hmtx: u16(...widths.flatMap((width) => [width, 0])),
    loca: u32(...offsets),
    maxp: Buffer.concat([u32(0x10000), u16(count, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)]),
    name: names(["Boxes", "Regular", "Boxes", "Boxes", "1", "Boxes"]),
    post: u32(0x30000, 0, 0, 0, 0, 0, 0, 0),
  });
}

function box(width) {
  const right = width - 100;
  const bytes = [...u16(1, 0, 0, right, 700, 3, 0), 1, 1, 1, 1, ...u16(0, 0, right, 0, 0, 700, 0, -700)];
  return [...bytes, ...Array((4 - (bytes.length % 4)) % 4).fill(0)];
}

function cmap(codes) {
  const groups = codes.flatMap((code, index) => [code, code, index + 1]);
  const table = Buffer.concat([u16(12, 0), u32(16 + groups.length * 4, 0, codes.length, ...groups)]);
  return Buffer.concat([u16(0, 1, 3, 10), u32(12), table]);
}

function os2(codes) {
  const last = Math.min(codes.at(-1), 0xffff);
  return Buffer.concat([
    u16(4, 900, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0), Buffer.alloc(10), u32(0, 0, 0, 0),
    Buffer.from("NONE"), u16(0x40, 32, last, 880, -120, 0, 880, 120), u32(0, 0), u16(500, 700, 0, 32, 1),
  ]);
}

function names(texts) {
  const bytes = texts.map((text) => Buffer.from(text, "utf16le").swap16());
  let at = 0;
  const records = bytes.map((text, index) => {
    const record = u16(3, 1, 0x409, index + 1, text.length, at);
    at += text.length;
    return record;
  });
  return Buffer.concat([u16(0, texts.length, 6 + 12 * texts.length), ...records, ...bytes]);
}

function file(tables) {
  const entries = Object.entries(tables);
  let at = 12 + 16 * entries.length;
  const heads = [];
  const bodies = [];
  for (const [tag, body] of entries) {
    const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
    let sum = 0;
    for (let place = 0; place < padded.length; place += 4) sum = (sum + padded.readUInt32BE(place)) >>> 0;
    heads.push(Buffer.from(tag), u32(sum, at, body.length));
    bodies.push(padded);
    at += padded.length;
  }
  const power = 2 ** Math.floor(Math.log2(entries.length));
  const head = [u32(0x10000), u16(entries.length, power * 16, Math.log2(power), (entries.length - power) * 16)];
  return Buffer.concat([...head, ...heads, ...bodies]);
}

function u16(...numbers) {
  return Buffer.from(numbers.flatMap((number) => [(number >> 8) & 0xff, number & 0xff]));
}

function u32(...numbers) {
  const bytes = Buffer.alloc(numbers.length * 4);
  numbers.forEach((number, index) => bytes.writeUInt32BE(number >>> 0, index * 4));
  return bytes;
}
