/** Finds out why a file could not be had, by asking for it once more. */

/** The time in milliseconds for that. */
const LIMIT = 15000;

/**
 * @typedef {{cause: string, facts: Record<string, unknown>}} Diagnosis `cause` is "intact" if nothing is wrong now
 *
 * @typedef {object} Target
 * @property {string} url
 * @property {string} file its name
 * @property {string} [integrity]
 * @property {string} [version] of the script that loads it
 */

/**
 * @param {Target} target
 * @returns {Promise<Diagnosis>}
 */
export async function diagnose({ url, file, integrity, version }) {
  const { response, ...failed } = await request(url);
  if (!response) return failed;
  if (!response.ok) return { cause: "status", facts: { status: response.status } };
  let bytes;
  try {
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    return broken(response);
  }
  const cause = causeOf(bytes);
  if (cause) return cause;
  if (integrity && !(await isIntact(url, integrity))) return mismatch(url, file, version);
  const type = response.headers.get("content-type") || "";
  if (/\.js$/.test(file) && !/javascript|ecmascript/i.test(type)) return { cause: "type", facts: { type: type || "?" } };
  return { cause: "intact", facts: {} };
}

/**
 * Asks for a file, and says why there is no answer.
 * @param {string} url
 * @returns {Promise<Diagnosis & {response?: Response}>}
 */
async function request(url) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), LIMIT);
  /** @type {SecurityPolicyViolationEvent[]} */
  const violations = [];
  const onViolation = (/** @type {SecurityPolicyViolationEvent} */ event) => violations.push(event);
  document.addEventListener("securitypolicyviolation", onViolation);
  /** @type {RequestInit} */
  const init = { credentials: "same-origin", redirect: "manual", signal: controller.signal };
  try {
    const response = await fetch(url, init);
    if (response.type !== "opaqueredirect") return { response, cause: "", facts: {} };
    // A redirect within the site is followed.
    const { origin } = new URL(url);
    const followed = origin === self.origin && (await fetch(url, { ...init, redirect: "follow", mode: "same-origin" }).catch(() => null));
    return followed ? { response: followed, cause: "", facts: {} } : { cause: "redirected", facts: {} };
  } catch (error) {
    if (controller.signal.aborted) return { cause: "timeout", facts: { seconds: LIMIT / 1000 } };
    // Without a body there is nothing to unpack.
    const head = await fetch(url, { ...init, method: "HEAD" }).catch(() => null);
    if (head && head.headers.get("content-encoding")) return broken(head);
    // The event comes as a task of its own.
    await new Promise((resolve) => setTimeout(resolve));
    const violation = violations.find(({ blockedURI }) => url.startsWith(blockedURI) || blockedURI.startsWith(url));
    if (violation) return { cause: "policy", facts: { directive: violation.effectiveDirective } };
    return { cause: "network", facts: {} };
  } finally {
    clearTimeout(timer);
    document.removeEventListener("securitypolicyviolation", onViolation);
  }
}

/** @param {Response} response whose body could not be read @returns {Diagnosis} */
function broken(response) {
  const encoding = response.headers.get("content-encoding");
  return encoding ? { cause: "content-encoding", facts: { encoding } } : { cause: "cut", facts: {} };
}

/** @param {string} url @param {string} integrity */
const isIntact = (url, integrity) => fetch(url, { credentials: "same-origin", redirect: "error", integrity }).then(() => true, () => false);

/**
 * Says of which version a file is that is not the one released with this script.
 * @param {string} url
 * @param {string} file
 * @param {string} [version]
 * @returns {Promise<Diagnosis>}
 */
async function mismatch(url, file, version) {
  const manifest = await fetch(new URL("manifest.json", url).href, { credentials: "same-origin", redirect: "error", cache: "no-cache" })
    .then((response) => response.json())
    .catch(() => null);
  const found = manifest && manifest.version;
  const listed = found && found !== version && manifest.files && manifest.files[file];
  // The folder's list of files has the version that it was uploaded with.
  if (listed && (await isIntact(url, `sha384-${listed.sha384}`))) return { cause: "version", facts: { found, version } };
  return { cause: "differs", facts: { version } };
}

/**
 * Tells from a file's beginning that it is not what it should be.
 * @param {Uint8Array} bytes
 * @returns {Diagnosis | null}
 */
export function causeOf(bytes) {
  const [first, second] = bytes;
  // The beginning of gzip and of Zstandard.
  if ((first === 0x1f && second === 0x8b) || (first === 0x28 && second === 0xb5)) return { cause: "compressed", facts: {} };
  if (!/^[\s\xef\xbb\xbf]*</.test(String.fromCharCode(...bytes.subarray(0, 64)))) return null;
  // Mostly of the encodings that portals have used.
  const text = ["utf-8", "gb18030"].reduce((found, name) => found || decode(name, bytes), "");
  return { cause: "web-page", facts: { title: titleOf(text) } };
}

/**
 * Reads the title of a web page.
 * @param {string} text
 * @returns {string} empty if it has none
 */
export function titleOf(text) {
  const [, title] = /<title[^>]*>([^<]*)/i.exec(text) || ["", ""];
  return title.replace(/\s+/g, " ").trim().slice(0, 80);
}

/** @param {string} name @param {Uint8Array} bytes */
function decode(name, bytes) {
  try {
    // The beginning of a page may end within a character.
    return new TextDecoder(name, { fatal: true }).decode(bytes, { stream: true });
  } catch (error) {
    return "";
  }
}
