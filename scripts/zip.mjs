// A ZIP archive of a few files, as the desk carries the widget. Without times, so that the same files give the same
// bytes. Node has no ZIP, but gzip has all that is in one: the packed bytes and their checksum.
import { gzipSync } from "node:zlib";

/** The length of gzip's header when it names no file, and of its trailer. */
const HEADER = 10;
const TRAILER = 8;
/** The first day that a ZIP can name, 1980-01-01. */
const DAY = 0x21;

/**
 * @param {{name: string, bytes: Buffer}[]} files with ASCII names
 * @param {number} [level] of packing, 0 to 9
 * @returns {Buffer}
 */
export function zip(files, level = 9) {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const { name, bytes } of files) {
    const packed = gzipSync(bytes, { level });
    const body = packed.subarray(HEADER, -TRAILER);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0); // the version that can read it
    common.writeUInt16LE(8, 4); // deflate
    common.writeUInt16LE(DAY, 8);
    packed.copy(common, 10, packed.length - TRAILER, packed.length - TRAILER + 4); // CRC-32
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, Buffer.from(name), body]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), common, place, Buffer.from(name)]));
    parts.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, central, Buffer.from("PK\x05\x06"), end]);
}
