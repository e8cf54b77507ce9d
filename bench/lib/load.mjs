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
    return page.evaluate(() => Promise.all([window.bench.standing, window.bench.answering]));
  };
  const [firstFigureMs, answersMs] = await Promise.race([visit(), failure]).finally(() => clearTimeout(timer));
  if (failed.length) throw new Error(`${url}: ${failed.join("; ")}`);

  const entries = await page.evaluate(() =>
    [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
      .filter(({ name }) => name.startsWith("http"))
      .map(({ name, startTime }) => ({ name, startTime })),
  );
  // Whatever was asked for before then, even where nothing waited for it.
  const until = (time) => {
    const asked = new Set(entries.filter(({ startTime }) => startTime <= time).map(({ name }) => name));
    const files = [...asked].map((name) => ({ file: new URL(name).pathname, bytes: sizes.get(name) }));
    const unknown = files.filter(({ bytes }) => bytes === undefined);
    if (unknown.length) throw new Error(`${url}: no size for ${unknown.map(({ file }) => file).join(", ")}`);
    return { files, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
  };
  return { firstFigureMs, answersMs, answersBytes: until(answersMs).bytes, ...until(firstFigureMs) };
}
