// Waits until the machine is at rest: until the previous page has gone and other work has ended.
import { cpus } from "node:os";
import { setTimeout as pause } from "node:timers/promises";

const SAMPLE_MS = 250;
/** The share of all processors that may be in use without disturbing the browser. */
export const CALM = 0.2;
const PATIENCE_MS = 20_000;

function times() {
  let idle = 0;
  let all = 0;
  for (const { times } of cpus()) {
    idle += times.idle;
    all += Object.values(times).reduce((sum, time) => sum + time, 0);
  }
  return { idle, all };
}

/** @returns {Promise<number>} the share in use when the machine was at rest, or when waiting was given up */
export async function calm() {
  const until = Date.now() + PATIENCE_MS;
  let before = times();
  for (;;) {
    await pause(SAMPLE_MS);
    const now = times();
    const busy = 1 - (now.idle - before.idle) / Math.max(1, now.all - before.all);
    if (busy <= CALM || Date.now() > until) return busy;
    before = now;
  }
}
