// The same inputs for every page that answers to them, and how long each took (Event Timing).

const tab = (view) => `[role=tab][data-view=${view}]`;
const choice = (name, value) => `button[data-choice=${name}][data-value=${value}]`;
const repeat = (times, list) => Array.from({ length: times }, () => list).flat();

/** Clicks by what they change; each row ends as it began. */
const CLICKS = [
  ["view", repeat(4, ["services", "procurement", "disclosure"].map(tab))],
  ["sort", repeat(5, ["printed", "size"].map((value) => choice("sort", value)))],
  ["scale", repeat(5, ["log", "linear"].map((value) => choice("scale", value)))],
];

export const KINDS = ["view", "sort", "scale", "hover"];

/** Marks pointed at, each time from outside the figure. */
const HOVERS = 16;

/** An event shorter than Event Timing reports. */
const UNSEEN = { duration: 8, processing: 0 };

/** Durations by kind, in milliseconds, of a page whose first figure stands. */
export async function interact({ page }) {
  const steps = [];
  const settled = () => page.evaluate(() => window.bench.settled());
  const step = async (kind, input) => {
    const from = await settled();
    await input();
    steps.push({ kind, from, to: await settled() });
  };

  for (const [kind, selectors] of CLICKS) {
    for (const selector of selectors) {
      const { x, y } = await page.evaluate((selector) => window.bench.center(selector), selector);
      // The pointer is there before the click, so that only the click is counted.
      await page.mouse.move(x, y);
      await step(kind, async () => {
        await page.mouse.down();
        await page.mouse.up();
      });
    }
  }
  const points = await page.evaluate(() => window.bench.points());
  if (points.length < HOVERS) throw new Error(`only ${points.length} marks to point at`);
  for (const { x, y } of points.slice(0, HOVERS)) {
    await page.mouse.move(4, 4);
    await step("hover", () => page.mouse.move(x, y));
  }

  const events = await page.evaluate(() => window.bench.events());
  return steps.map(({ kind, from, to }) => {
    const own = events.filter((event) => event.startTime >= from && event.startTime < to);
    return {
      kind,
      duration: Math.max(UNSEEN.duration, ...own.map((event) => event.duration)),
      processing: Math.max(UNSEEN.processing, ...own.map((event) => event.processing)),
    };
  });
}
