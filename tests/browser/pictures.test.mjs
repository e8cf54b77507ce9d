// Pictures of everything that a reader sees, in artefacts/pictures, to be looked at one by one. What a machine can see of
// them is asserted: no text overlaps, is cut off or leaves its figure, and no page scrolls sideways.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { faults } from "./support/layout.mjs";
import { CONTRADICTIONS, COUNTY_2019, COUNTY_2021, REPORT, VIEWS, enter, openHarness, show, still } from "./support/chromium.mjs";

const FOLDER = fileURLToPath(new URL("../../artefacts/pictures/", import.meta.url));
const CATALOG = "samples/places/catalog.json";
const PANELS = ["trend", "multiples", "distribution", "agencies", "last-year", "checks"];

let stage;
before(async () => {
  await mkdir(FOLDER, { recursive: true });
  stage = await openHarness();
});
after(() => stage.close());

/**
 * Keeps a picture of the whole page, in a window of its height: Chromium takes a picture of more than the window as if
 * there were a mouse, so that a phone's would show the words for those.
 * @param {import("playwright-core").Page} page @param {string} name
 */
async function keep(page, name) {
  const window = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: window.width, height: Math.max(window.height, Math.min(height, 8000)) });
  await still(page);
  await page.screenshot({ path: `${FOLDER}${name}.png` });
  await page.setViewportSize(window);
}

const phone = (width) => ({ viewport: { width, height: 740 }, hasTouch: width < 400, isMobile: width < 400 });

const LOOKS = [
  { lang: "zh-CN", width: 320, scheme: "light" },
  ...[360, 768, 1280].flatMap((width) => ["light", "dark"].map((scheme) => ({ lang: "zh-CN", width, scheme }))),
  { lang: "en", width: 1280, scheme: "light" },
  { lang: "en", width: 360, scheme: "light" },
];

const REPORTS = { longde: REPORT, county: COUNTY_2019, county2021: COUNTY_2021, contradictions: CONTRADICTIONS };

for (const { lang, width, scheme } of LOOKS) {
  const look = `${width}-${scheme}-${lang}`;
  const context = { ...phone(width), colorScheme: scheme };

  for (const [name, src] of Object.entries(REPORTS)) {
    // The other reports show what Longde has nothing of.
    if (name !== "longde" && (scheme === "dark" || width === 768)) continue;
    test(`every view of ${name} (${look})`, () =>
      stage.quiet(context, async (page) => {
        await show(page, [{ lang, src }]);
        const wrong = [];
        for (const view of VIEWS) {
          await enter(page, view);
          await keep(page, `${name}-${view}-${look}`);
          wrong.push(...(await faults(page)).map((fault) => `${view}: ${fault}`));
        }
        assert.deepEqual(wrong, []);
      }));
  }

  test(`every way to compare (${look})`, () =>
    stage.quiet(context, async (page) => {
      const wrong = [];
      for (const panel of PANELS) {
        await show(page, [{ lang, src: CATALOG, permalink: "" }], `#gongkai=compare:${panel},at:990001+990002+990003+990004`);
        await still(page);
        await keep(page, `compare-${panel}-${look}`);
        wrong.push(...(await faults(page)).map((fault) => `${panel}: ${fault}`));
      }
      assert.deepEqual(wrong, []);
    }));
}

for (const [width, scheme] of [[360, "light"], [1280, "dark"]]) {
  test(`the places to download, share and print (${width}, ${scheme})`, () =>
    stage.quiet({ ...phone(width), colorScheme: scheme }, async (page) => {
      for (const [name, src] of Object.entries({ report: REPORT, comparison: CATALOG })) {
        await show(page, [{ src, view: "disclosure" }]);
        const menus = page.locator(".menu > summary");
        for (const [index, place] of ["download", "share", "print"].entries()) {
          await menus.nth(index).click();
          const more = page.locator(".menu[open] .more > summary");
          if (await more.count()) await more.click();
          if (place === "share") {
            await page.locator("[data-export=cite]").click();
            await page.locator(".shared textarea").waitFor();
          }
          await keep(page, `${name}-${place}-${width}-${scheme}`);
          assert.deepEqual(await faults(page), []);
          await menus.nth(index).click();
        }
      }
    }));
}

test("what a machine can see of a picture is seen: text on text, text outside and a page that scrolls sideways", () =>
  stage.quiet(phone(360), async (page) => {
    await show(page, [{ view: "disclosure" }]);
    assert.deepEqual(await faults(page), []);
    const broken = async (change) => {
      await page.locator("gongkai-report").evaluate((host, change) => {
        const texts = [...host.shadowRoot.querySelectorAll(".mark")].map((mark) => mark.querySelectorAll("text"));
        const [one, other] = texts.filter((all) => all.length > 1)[0];
        if (change === "overlaps") one.setAttribute("transform", other.getAttribute("transform"));
        if (change === "leaves") one.setAttribute("transform", "translate(900 20)");
        if (change === "too wide") host.shadowRoot.querySelector(".finding").style.width = "900px";
      }, change);
      // Texts glide to their places.
      await still(page);
      return (await faults(page)).join("\n");
    };
    for (const change of ["overlaps", "leaves", "too wide"]) assert.match(await broken(change), new RegExp(change));
  }));
