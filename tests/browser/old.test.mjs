// Chromium 69, on which many office browsers are built, under the same strict policy.
import assert from "node:assert/strict";
import { test } from "node:test";
import { launchOldChromium, oldChromiumUnavailable } from "../../scripts/old-chromium.mjs";
import { PRERENDERED, VIEWS, serveStage, stageOf } from "./support/chromium.mjs";

test("every view and a choice in Chromium 69", { skip: oldChromiumUnavailable }, async () => {
  const [browser, server] = await Promise.all([launchOldChromium(), serveStage()]);
  const errors = [];
  try {
    const page = await browser.newPage();
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(server.url + stageOf([{}]));
    assert.match(await page.evaluate(() => navigator.userAgent), /Chrome\/69\./);
    const stands = (selector) =>
      page.waitForFunction((selector) => document.querySelector("gongkai-report").shadowRoot.querySelector(selector), { timeout: 30_000 }, selector);
    const press = (selector) =>
      page.evaluate((selector) => document.querySelector("gongkai-report").shadowRoot.querySelector(selector).click(), selector);
    await stands(".finding");
    for (const view of PRERENDERED) {
      await press(`[data-view=${view}]`);
      await stands(`[data-view=${view}][aria-selected=true]`);
      await stands(view === "overview" ? ".tile-value" : ".mark");
      await press("[data-choice=as][data-value=table]");
      await stands(".figure-table tbody td");
      await press("[data-choice=as][data-value=chart]");
      await stands(view === "overview" ? ".headlines" : ".figure");
    }
    await press("[data-view=disclosure]");
    // The app, which may have taken over by now, draws a view in its next task.
    await stands("[data-choice=sort][data-value=printed]");
    await press("[data-choice=sort][data-value=printed]");
    await stands('[data-key="disclosure.categories[13]"][aria-posinset="17"]');
    // The app is a script here too.
    await stands(".gongkai[data-state=interactive]");
    for (const view of VIEWS.filter((view) => !PRERENDERED.includes(view))) {
      await press(`[data-view=${view}]`);
      await stands(`[data-view=${view}][aria-selected=true]`);
      await stands({ checks: ".check", text: ".original p" }[view] || ".mark, .form td");
    }
    await press("[data-view=overview]");
    await stands("[part=findings] li");
    assert.deepEqual(errors, []);
  } finally {
    await browser.close();
    await server.close();
  }
});
