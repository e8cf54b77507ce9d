// Real input, and how long each took: from the input to the next paint, by Event Timing.

/** What Event Timing does not report took less than 16 ms. */
const UNREPORTED_MS = 8;

export class Inputs {
  /**
   * @param {import("playwright-core").Page} page
   * @param {() => Promise<number>} [work] milliseconds that the main thread has worked so far
   */
  constructor(page, work = async () => 0) {
    this.page = page;
    this.work = work;
    this.steps = [];
  }

  settled() {
    return this.page.evaluate(() => window.bench.settled());
  }

  /** Does one input of a kind and waits until nothing moves. */
  async step(kind, input) {
    const from = await this.settled();
    const before = await this.work();
    await input();
    this.steps.push({ kind, from, to: await this.settled(), work: (await this.work()) - before });
  }

  /** Clicks an element. The pointer is there before, so that only the click counts. */
  async click(kind, selector) {
    const target = this.page.locator(selector).first();
    await target.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await target.boundingBox();
    await this.page.mouse.move(x + width / 2, y + height / 2);
    await this.step(kind, async () => {
      await this.page.mouse.down();
      await this.page.mouse.up();
    });
  }

  /** Types letters into a field and deletes them again. */
  async type(kind, selector, letters) {
    await this.page.locator(selector).first().click();
    for (const letter of letters) await this.step(kind, () => this.page.keyboard.press(letter));
    for (const _ of letters) await this.step(kind, () => this.page.keyboard.press("Backspace"));
  }

  /** Points at a place, coming from another one. */
  async hover(kind, from, to) {
    await this.page.mouse.move(from.x, from.y);
    await this.step(kind, () => this.page.mouse.move(to.x, to.y));
  }

  /** @returns {Promise<{kind: string, duration: number, processing: number, work: number}[]>} each input's milliseconds */
  async durations() {
    const events = await this.page.evaluate(() => window.bench.inputs());
    return this.steps.map(({ kind, from, to, work }) => {
      const own = events.filter(({ startTime }) => startTime >= from && startTime < to);
      return {
        kind,
        work,
        duration: Math.max(UNREPORTED_MS, ...own.map(({ duration }) => duration)),
        processing: Math.max(0, ...own.map(({ processing }) => processing)),
      };
    });
  }
}
