/** A page declares its encoding within this many bytes. */
const DECLARED_WITHIN = 4096;

/** The other encodings that Chinese portals have used. Browsers support them all. */
const OTHER_ENCODINGS = ["gb18030", "big5"];

/**
 * Decodes the text of a file. Returns null if its encoding is unknown.
 * @param {Uint8Array} bytes
 * @returns {string | null}
 */
export function decode(bytes) {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeAs("utf-16le", bytes);
  if (first === 0xfe && second === 0xff) return decodeAs("utf-16be", bytes);
  // Text in another encoding is hardly ever valid UTF-8, whatever the page declares.
  for (const name of ["utf-8", declaredEncoding(bytes)].concat(OTHER_ENCODINGS)) {
    const text = name ? decodeAs(name, bytes) : null;
    if (text !== null) return text;
  }
  return null;
}

/**
 * The encoding that a page declares.
 * @param {Uint8Array} bytes
 * @returns {string} empty if it declares none
 */
function declaredEncoding(bytes) {
  const head = String.fromCharCode(...bytes.subarray(0, DECLARED_WITHIN));
  const found = /(?:charset|encoding)\s*=\s*["']?([\w-]+)/i.exec(head);
  return found ? found[1] : "";
}

/** @param {string} name @param {Uint8Array} bytes @returns {string | null} null if the bytes are not valid in the encoding */
function decodeAs(name, bytes) {
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch (error) {
    return null;
  }
}
