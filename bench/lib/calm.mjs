// Waits for the machine: for the page before to be gone, and for whatever else runs on it.
import { cpus } from "node:os";
import { setTimeout as pause } from "node:timers/promises";

const SAMPLE_MS = 250;
/** The share of all processors in use that leaves the browser alone. */
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

/** The share in use when it gave up waiting, or became calm. */
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
