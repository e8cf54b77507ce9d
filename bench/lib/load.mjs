// One cold visit: which bytes came over the line, and by when.

const SLOWEST_MS = 120_000;

/**
 * Loads a page and waits until it has nothing left to load and all of `times` have resolved.
 *
 * @param {{page: import("playwright-core").Page, devtools: import("playwright-core").CDPSession}} opened
 * @param {string} url
 * @param {string[]} times names of promises and functions of `window.bench`, each of a time in milliseconds
 * @returns {Promise<{at: Record<string, number>, bytesUntil: (time: number) => {file: string, bytes: number}[]}>}
 */
export async function load({ page, devtools }, url, times) {
  const { sizes, failed } = requests(devtools);
  let fail;
  const failure = new Promise((_, reject) => (fail = (reason) => reject(new Error(`${url}: ${reason}`))));
  failure.catch(() => {});
  page.on("pageerror", (error) => fail(error.message));
  const timer = setTimeout(() => fail(`not done after ${SLOWEST_MS / 1000} seconds`), SLOWEST_MS);
  const visit = async () => {
    // What is measured begins as soon as there is a document, not when everything has loaded.
    await page.goto(url, { waitUntil: "commit", timeout: SLOWEST_MS });
    const found = await page.evaluate(
      (times) => Promise.all(times.map((name) => (typeof window.bench[name] === "function" ? window.bench[name]() : window.bench[name]))),
      times,
    );
    await page.waitForLoadState("networkidle", { timeout: SLOWEST_MS });
    return Object.fromEntries(times.map((name, index) => [name, found[index]]));
  };
  const at = await Promise.race([visit(), failure]).finally(() => clearTimeout(timer));
  if (failed.length) throw new Error(`${url}: ${failed.join("; ")}`);

  const entries = await page.evaluate(() =>
    [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
      .filter(({ name }) => name.startsWith("http"))
      .map(({ name, startTime }) => ({ name, startTime })),
  );
  /** Every file requested by then, even one that nothing waited for. */
  const bytesUntil = (time) => {
    const requested = new Set(entries.filter(({ startTime }) => startTime <= time).map(({ name }) => name));
    return [...requested].map((name) => {
      const bytes = sizes.get(name);
      if (bytes === undefined) throw new Error(`${url}: no size for ${name}`);
      return { file: new URL(name).pathname, bytes };
    });
  };
  return { at, bytesUntil };
}

/** Follows every request of a page; sizes are as received: headers and the compressed body. */
function requests(devtools) {
  const urls = new Map();
  const sizes = new Map();
  const failed = [];
  devtools.on("Network.requestWillBeSent", ({ requestId, request }) => urls.set(requestId, request.url));
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => sizes.set(urls.get(requestId), encodedDataLength));
  devtools.on("Network.loadingFailed", ({ requestId, errorText }) => failed.push(`${urls.get(requestId)}: ${errorText}`));
  return { sizes, failed };
}

/** The bytes of a list of files. */
export const total = (files) => files.reduce((sum, { bytes }) => sum + bytes, 0);
