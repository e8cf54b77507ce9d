// One cold visit: what came over the line, and when the first figure stood.

const SLOWEST = 60_000;

/** Follows every request of a page; `sizes()` gives bytes by URL once all have ended. */
function requests(devtools) {
  const urls = new Map();
  const sizes = new Map();
  const failed = [];
  devtools.on("Network.requestWillBeSent", ({ requestId, request }) => urls.set(requestId, request.url));
  // As received: headers and the compressed body.
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => sizes.set(urls.get(requestId), encodedDataLength));
  devtools.on("Network.loadingFailed", ({ requestId, errorText }) => failed.push(`${urls.get(requestId)}: ${errorText}`));
  return { sizes, failed };
}

export async function load({ page, devtools }, url) {
  const { sizes, failed } = requests(devtools);
  let fail;
  const failure = new Promise((_, reject) => (fail = (reason) => reject(new Error(`${url}: ${reason}`))));
  failure.catch(() => {});
  page.on("pageerror", (error) => fail(error.message));
  const timer = setTimeout(() => fail("no figure after a minute"), SLOWEST);
  const visit = async () => {
    await page.goto(url, { waitUntil: "networkidle", timeout: SLOWEST });
    return page.evaluate(() => window.bench.standing);
  };
  const firstFigureMs = await Promise.race([visit(), failure]).finally(() => clearTimeout(timer));
  if (failed.length) throw new Error(`${url}: ${failed.join("; ")}`);

  // Whatever was asked for before the figure stood, even where it did not wait for it.
  const asked = await page.evaluate(
    (until) =>
      [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
        .filter((entry) => entry.startTime <= until && entry.name.startsWith("http"))
        .map((entry) => entry.name),
    firstFigureMs,
  );
  const files = [...new Set(asked)].map((name) => ({ file: new URL(name).pathname, bytes: sizes.get(name) }));
  const unknown = files.filter(({ bytes }) => bytes === undefined);
  if (unknown.length) throw new Error(`${url}: no size for ${unknown.map(({ file }) => file).join(", ")}`);
  return { firstFigureMs, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), files };
}
