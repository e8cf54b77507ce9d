// The harness under the names that some tests know it by.
export * from "./support/chromium.mjs";
export { openHarness as openLab } from "./support/chromium.mjs";
