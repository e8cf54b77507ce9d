/** How much of a page is looked at for the encoding that it declares. */
const HEAD = 4096;

/** What Chinese portals have used; the browser knows them all. */
const OTHERS = ["gb18030", "big5"];

/**
 * The text of a file in whatever encoding it is; null where it is in none that is known.
 * @param {Uint8Array} bytes
 * @returns {string | null}
 */
export function decode(bytes) {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded("utf-16le", bytes);
  if (first === 0xfe && second === 0xff) return decoded("utf-16be", bytes);
  // Hardly any text in another encoding is valid UTF-8, whatever a page declares.
  for (const name of ["utf-8", declared(bytes)].concat(OTHERS)) {
    const text = name && decoded(name, bytes);
    if (typeof text === "string") return text;
  }
  return null;
}

/** @param {Uint8Array} bytes */
function declared(bytes) {
  const head = String.fromCharCode.apply(null, bytes.subarray(0, HEAD));
  const found = /(?:charset|encoding)\s*=\s*["']?([\w-]+)/i.exec(head);
  return found && found[1];
}

function decoded(name, bytes) {
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch (error) {
    return null;
  }
}
