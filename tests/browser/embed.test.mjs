// The element on a portal's page: from its attributes to its figures and back, any number of elements at any
// time, without side effects outside.
import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { REPORT, SCRIPT, built, gate, heard, log, openHarness, seen, unfold } from "./support/chromium.mjs";

const WHOLE = { fallback: false, figures: true, loading: "", notice: null };
const FALLBACK = { fallback: true, figures: false, loading: "", notice: null };
const OTHER = "samples/fictional/county-2019.json";

let lab;
before(async () => (lab = await openHarness()));
after(() => lab.close());

const element = (id, attributes = `src="${REPORT}"`) =>
  `<gongkai-report id="${id}" ${attributes}><p>${id} 的替代内容</p></gongkai-report>`;

/** Waits until the text of an element's heading differs from `before`, and returns it. */
async function heading(page, id, before = "") {
  const found = await page.waitForFunction(
    ([id, before]) => {
      const text = document.getElementById(id).shadowRoot.querySelector("[part=header] h2")?.textContent ?? "";
      return text !== before && text;
    },
    [id, before],
  );
  return found.jsonValue();
}

/** Waits until the view with this name is shown. */
const shows = (page, id, view) => page.locator(`#${id} [role=tab][data-view=${view}][aria-selected=true]`).waitFor();

/** Waits for two tasks, after which everything that happens at once has happened. */
const settled = (page) => page.evaluate(() => new Promise((done) => setTimeout(() => setTimeout(done))));

/** Counts the requests whose path has this ending. */
function counting(page, end) {
  const urls = [];
  page.on("request", (request) => new URL(request.url()).pathname.endsWith(end) && urls.push(request.url()));
  return urls;
}

test.describe("life cycle", () => {
  test("several on a page share one program and keep to themselves", () => {
    let wasm;
    return lab.visit(
      {
        body: element("one") + element("two", `src="${OTHER}" lang="en" view="services"`) + element("three", `src="${REPORT}" view="procurement"`),
        before: (page) => (wasm = counting(page, "gongkai-draw.wasm")),
      },
      async (page) => {
        for (const id of ["one", "two", "three"]) {
          await heard(page, "ready", id);
          assert.deepEqual(await seen(page, id), WHOLE);
        }
        assert.equal(wasm.length, 1);
        await shows(page, "one", "overview");
        await shows(page, "two", "services");
        await shows(page, "three", "procurement");
        await page.locator("#one [role=tab][data-view=disclosure]").click();
        await shows(page, "one", "disclosure");
        await shows(page, "two", "services");
        assert.deepEqual((await log(page)).sort(), ["ready one", "ready three", "ready two"]);
      },
    );
  });

  test("added, removed, added again", () =>
    lab.visit({}, async (page) => {
      await page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), element("one"));
      await heard(page, "ready", "one");
      await page.evaluate(() => {
        document.kept = document.querySelector("#one");
        document.kept.remove();
      });
      await settled(page);
      const left = await page.evaluate(() => {
        const root = document.kept.shadowRoot;
        return { figures: root.querySelector("[part=root]").childNodes.length, fallback: !root.querySelector("slot").hidden };
      });
      assert.deepEqual(left, { figures: 0, fallback: true });
      await page.evaluate(() => document.body.append(document.kept));
      await heard(page, "ready", "one", 2);
      assert.deepEqual(await seen(page, "one"), WHOLE);
    }));

  test("moved within one task it goes on as it was", () => {
    let reports;
    return lab.visit(
      { body: `<div id="here">${element("one")}</div><div id="there"></div>`, before: (page) => (reports = counting(page, REPORT)) },
      async (page) => {
        await heard(page, "ready", "one");
        await page.locator("#one [role=tab][data-view=services]").click();
        await shows(page, "one", "services");
        await page.evaluate(() => {
          const one = document.querySelector("#one");
          document.figures = one.shadowRoot.querySelector("[part=root]").firstElementChild;
          document.querySelector("#there").append(one);
        });
        await settled(page);
        assert.ok(await page.evaluate(() => document.figures === document.querySelector("#one").shadowRoot.querySelector("[part=root]").firstElementChild));
        await shows(page, "one", "services");
        // The browser loads the style sheet again.
        await page.waitForFunction(() => document.querySelector("#one").shadowRoot.querySelector("link").sheet);
        assert.deepEqual(await seen(page, "one"), WHOLE);
        assert.deepEqual(await log(page), ["ready one"]);
        assert.equal(reports.length, 1);
      },
    );
  });

  test("moved while it loads it starts once", () => {
    let reports;
    return lab.visit(
      { body: element("one"), head: "", before: (page) => (reports = counting(page, REPORT)) },
      async (page) => {
        await page.addScriptTag({ url: "gongkai/gongkai.js" });
        await page.evaluate(() => {
          const one = document.querySelector("#one");
          for (let time = 0; time < 5; time += 1) document.body.append(one);
        });
        await heard(page, "ready", "one");
        assert.equal(reports.length, 1);
      },
    );
  });

  test("another src: the old figures stand until the new ones do", async () => {
    const wait = gate();
    const body = await built(OTHER);
    await lab.visit({ body: element("one"), files: { "/other.json": { body, hold: wait.opened } } }, async (page) => {
      await heard(page, "ready", "one");
      const before = await heading(page, "one");
      await page.locator("#one").evaluate((one) => (one.src = "other.json"));
      await page.locator("#one [part=progress]", { hasText: "other.json" }).waitFor();
      assert.equal((await seen(page, "one")).figures, true);
      assert.equal(await heading(page, "one"), before);
      wait.open();
      await heard(page, "ready", "one", 2);
      assert.notEqual(await heading(page, "one", before), before);
      assert.deepEqual(await seen(page, "one"), WHOLE);
    });
  });

  test("of several changes of src in one task only the last is asked for", () => {
    let all;
    return lab.visit({ body: element("one"), before: (page) => (all = counting(page, ".json")) }, async (page) => {
      await heard(page, "ready", "one");
      await page.locator("#one").evaluate((one, src) => {
        one.src = "a.json";
        one.setAttribute("src", "b.json");
        one.src = src;
      }, OTHER);
      await heard(page, "ready", "one", 2);
      assert.deepEqual(all.map((url) => new URL(url).pathname.slice(1)), [REPORT, OTHER]);
    });
  });

  test("without a src there is the fallback and no error; src taken away brings it back", () =>
    lab.visit({ body: element("one", "") + element("two") }, async (page) => {
      await heard(page, "ready", "two");
      assert.deepEqual(await seen(page, "one"), FALLBACK);
      await page.evaluate((src) => {
        document.querySelector("#one").setAttribute("src", src);
        document.querySelector("#two").removeAttribute("src");
      }, REPORT);
      await heard(page, "ready", "one");
      assert.deepEqual(await seen(page, "one"), WHOLE);
      assert.deepEqual(await seen(page, "two"), FALLBACK);
      assert.deepEqual(await log(page), ["ready two", "ready one"]);
    }));

  test("a widget without anything to show loads nothing", () => {
    let all;
    return lab.visit({ body: element("one", ""), before: (page) => (all = counting(page, "")) }, async (page) => {
      await page.evaluate(() => customElements.whenDefined("gongkai-report"));
      await settled(page);
      assert.deepEqual(all.map((url) => new URL(url).pathname).filter((path) => /wasm|css|json/.test(path)), []);
    });
  });

  test("changed attributes change what is shown, and load nothing", () => {
    let reports;
    return lab.visit({ body: element("one"), before: (page) => (reports = counting(page, ".json")) }, async (page) => {
      await heard(page, "ready", "one");
      const one = page.locator("#one");
      await one.evaluate((one) => one.setAttribute("view", "services"));
      await shows(page, "one", "services");
      const chinese = await heading(page, "one");
      await one.evaluate((one) => (one.lang = "en"));
      assert.match(await heading(page, "one", chinese), /annual report on information disclosure, 2020/);
      await shows(page, "one", "services");

      const look = () =>
        one.evaluate(({ shadowRoot }) => {
          const { color, backgroundColor, fontSize } = getComputedStyle(shadowRoot.querySelector(".widget"));
          return { color, backgroundColor, fontSize };
        });
      const before = await look();
      await one.evaluate((one) => {
        one.theme = "dark";
        one.textSize = "larger";
      });
      const after = await look();
      assert.equal(before.fontSize, "16px");
      assert.equal(after.fontSize, "22px");
      assert.notEqual(after.color, before.color);
      assert.notEqual(after.backgroundColor, before.backgroundColor);
      assert.deepEqual(await log(page), ["ready one"]);
      assert.equal(reports.length, 1);
    });
  });

  test("a thousand that come and go, ten at a time, leave memory where it was", () =>
    lab.visit({ before: watchInstances }, async (page) => {
      const round = (times) =>
        page.evaluate(
          async ([html, times]) => {
            for (let time = 0; time < times; time += 1) {
              const place = document.createElement("div");
              place.innerHTML = html.repeat(10);
              const ready = [...place.children].map((one) => new Promise((done) => one.addEventListener("gongkai-complete", done)));
              document.body.append(place);
              await Promise.all(ready);
              place.remove();
              document.heard = [];
            }
          },
          [element("one"), times],
        );
      const session = await page.context().newCDPSession(page);
      // What is scheduled for an idle moment keeps the last widgets alive until then.
      const idle = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => done()))));
      const counted = async () => {
        await page.evaluate(idle);
        await session.send("HeapProfiler.collectGarbage");
        const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
        const { usedSize } = await session.send("Runtime.getHeapUsage");
        const wasm = await page.evaluate(() => window.memories.map((memory) => memory.buffer.byteLength));
        return { nodes, jsEventListeners, usedSize, wasm };
      };
      await round(20);
      const before = await counted();
      await round(100);
      const after = await counted();
      // One instance of the draw module and one of the app.
      assert.equal(after.wasm.length, 2);
      // It grows by pages of 64 KB. One more page is allowed; a leak of 66 bytes a widget would be more.
      const pages = after.wasm.map((bytes, index) => (bytes - before.wasm[index]) / 65536);
      assert.ok(Math.max(...pages) <= 1, `${pages} pages more`);
      // Fewer than one for each: the browser itself keeps some for a while.
      assert.ok(after.nodes - before.nodes < 1000, `${after.nodes - before.nodes} nodes more`);
      assert.ok(after.jsEventListeners - before.jsEventListeners < 50, `${after.jsEventListeners - before.jsEventListeners} listeners more`);
      const heap = after.usedSize - before.usedSize;
      assert.ok(heap < 500 * 1000, `${heap} bytes more`);
    }));

  /** Records the memory of every WebAssembly instance of the page. */
  function watchInstances(page) {
    return page.addInitScript(() => {
      window.memories = [];
      const real = WebAssembly.instantiate;
      WebAssembly.instantiate = async (...given) => {
        const made = await real(...given);
        const { exports } = made.instance || made;
        window.memories.push(Object.values(exports).find((one) => one instanceof WebAssembly.Memory));
        return made;
      };
    });
  }
});

test.describe("before the app has come", () => {
  const APP = "/gongkai/gongkai-app.wasm";

  /** Opens a widget whose figures are shown while the app is held back. `complete` lets the app load. */
  async function seenOnly(attributes, run) {
    const wait = gate();
    const body = element("one", `src="${REPORT}" ${attributes}`);
    await lab.visit({ body, files: { [APP]: () => ({ hold: wait.opened }) }, before: watchShifts }, async (page) => {
      await heard(page, "ready", "one");
      await run(page, async () => {
        wait.open();
        await heard(page, "complete", "one");
      });
    });
  }

  /** Records layout shifts that the reader did not cause. */
  function watchShifts(page) {
    return page.addInitScript(() => {
      window.shifts = [];
      const observer = new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value)));
      observer.observe({ type: "layout-shift" });
    });
  }

  const part = (page, selector) => page.locator(`#one ${selector}`);
  const pressed = async (page, choice, value) => {
    const button = part(page, `[data-choice=${choice}][data-value=${value}]`);
    await unfold(button);
    await button.click();
  };
  const isPressed = (page, choice, value) => part(page, `[data-choice=${choice}][data-value=${value}][aria-pressed=true]`).waitFor({ state: "attached" });

  for (const [view, choice, value] of [
    ["disclosure", "sort", "printed"],
    ["disclosure", "measure", "share"],
    ["disclosure", "scale", "log"],
    ["services", "sizes", "log"],
    ["services", "compare", "changes"],
    ["procurement", "unit", "yi"],
  ]) {
    test(`the choice ${choice}=${value} has its effect at once, and the app goes on with it`, () =>
      seenOnly(`view="${view}"`, async (page, complete) => {
        const figure = () => part(page, "svg.figure").evaluate((svg) => [svg.textContent, ...[...svg.querySelectorAll(".mark")].map((mark) => mark.getAttribute("transform"))]);
        const before = await figure();
        await pressed(page, choice, value);
        await isPressed(page, choice, value);
        const after = await figure();
        assert.notDeepEqual(after, before);
        await complete();
        await isPressed(page, choice, value);
        assert.deepEqual(await figure(), after);
      }));
  }

  test("number or per cent, chart or table have their effect at once", () =>
    seenOnly('view="services"', async (page, complete) => {
      await pressed(page, "compare", "changes");
      await pressed(page, "change", "percent");
      await isPressed(page, "change", "percent");
      assert.match(await part(page, "svg.figure").innerHTML(), /%/);
      await pressed(page, "as", "table");
      await part(page, "table.figure-table").waitFor();
      await complete();
      await isPressed(page, "change", "percent");
      await part(page, "table.figure-table").waitFor();
      await pressed(page, "as", "chart");
      await part(page, "svg.figure").waitFor();
    }));

  test("a press on a tab shows its view, and keys go from tab to tab", () =>
    seenOnly('view="overview"', async (page, complete) => {
      await part(page, "[role=tab][data-view=services]").click();
      await part(page, ".mark").first().waitFor();
      await page.keyboard.press("Home");
      await part(page, "[role=tab][data-view=overview][aria-selected=true]").waitFor();
      await page.keyboard.press("ArrowRight");
      await part(page, "[role=tab][data-view=disclosure][aria-selected=true]").waitFor();
      const focused = () => page.evaluate(() => document.querySelector("#one").shadowRoot.activeElement?.dataset.view);
      assert.equal(await focused(), "disclosure");
      assert.match(await part(page, ".spoken[role=status]").textContent(), /1,600 余条/);
      await complete();
      assert.equal(await focused(), "disclosure");
      await part(page, "[role=tab][data-view=disclosure][aria-selected=true]").waitFor();
    }));

  test("a headline leads to its view, and the panel has the focus", () =>
    seenOnly('view="overview"', async (page, complete) => {
      await part(page, ".tile[data-leads-to=procurement]").click();
      await part(page, "[role=tab][data-view=procurement][aria-selected=true]").waitFor();
      const focused = () => page.evaluate(() => document.querySelector("#one").shadowRoot.activeElement?.id);
      assert.equal(await focused(), "panel");
      await complete();
      assert.equal(await focused(), "panel");
    }));

  test("a view that only the app draws says that it is loading, and comes with it", () =>
    seenOnly('view="overview"', async (page, complete) => {
      await part(page, "[role=tab][data-view=fees]").click();
      await part(page, ".finding").filter({ hasText: "正在载入" }).waitFor();
      await complete();
      await part(page, '.mark[data-key="proactive.fees.items_last_year"]').waitFor();
    }));

  test("pointer, finger and keyboard show a mark's own label, and the app goes on with it", () =>
    seenOnly('view="disclosure"', async (page, complete) => {
      const detail = () => part(page, ".detail").textContent();
      const label = (place) => part(page, `[data-place="${place}"]`).getAttribute("aria-label");
      const hint = await detail();
      await part(page, '[data-place="2"]').hover();
      assert.equal(await detail(), await label(2));
      await page.mouse.move(0, 0);
      assert.equal(await detail(), hint);
      assert.equal(await part(page, "[data-place][tabindex='0']").count(), 1);
      await part(page, '[data-place="0"]').focus();
      const last = (await part(page, ".mark").count()) - 1;
      for (const [key, place] of [["ArrowDown", 1], ["ArrowRight", 2], ["ArrowUp", 1], ["Home", 0], ["End", last], ["ArrowDown", last]]) {
        await page.keyboard.press(key);
        assert.equal(await detail(), await label(place), key);
        assert.equal(await part(page, "[data-current]").getAttribute("data-place"), String(place));
      }
      await page.keyboard.press("Enter");
      const { key, view } = await heard(page, "select", "one");
      assert.equal(view, "disclosure");
      const selected = () => part(page, ".mark[aria-selected=true]").evaluateAll((all) => all.map((mark) => mark.dataset.key).sort());
      // The category, and the sum that it is part of.
      assert.deepEqual(await selected(), ["disclosure.categories", key].sort());
      const before = await detail();
      await complete();
      assert.equal(await detail(), before);
      assert.deepEqual(await selected(), ["disclosure.categories", key].sort());
      const focused = await page.evaluate(() => document.querySelector("#one").shadowRoot.activeElement?.dataset.place);
      assert.equal(focused, String(last));
      await page.keyboard.press("t");
      await part(page, "table.figure-table").waitFor();
    }));

  test("T shows the table, Escape leaves the chart", () =>
    seenOnly('view="disclosure"', async (page) => {
      await part(page, '[data-place="3"]').focus();
      await page.keyboard.press("Escape");
      assert.equal(await page.evaluate(() => document.querySelector("#one").shadowRoot.activeElement?.id), "panel");
      assert.equal(await part(page, "[data-current]").count(), 0);
      await part(page, '[data-place="3"]').focus();
      await page.keyboard.press("t");
      await part(page, "table.figure-table").waitFor();
    }));

  test("nothing moves and nothing changes when the app takes over", async () => {
    for (const view of ["overview", "disclosure", "services", "procurement"]) {
      await seenOnly(`view="${view}"`, async (page, complete) => {
        assert.deepEqual(await seen(page, "one"), WHOLE);
        const shown = () =>
          page.locator("#one .widget").evaluate((widget) => {
            const copy = widget.cloneNode(true);
            // Only the app can fill these.
            copy.querySelectorAll(".findings, .export").forEach((one) => one.replaceWith(one.className));
            copy.normalize();
            // Attributes in any order.
            const plain = (one) => [one.localName, ...[...one.attributes].map(({ name, value }) => `${name}=${value}`).sort(), ...[...one.childNodes].map((node) => (node.nodeType === 1 ? plain(node) : node.textContent)).filter(Boolean)];
            return plain(copy);
          });
        const before = await shown();
        await page.evaluate(() => (window.shifts = []));
        await complete();
        assert.deepEqual(await shown(), before);
        assert.deepEqual(await page.evaluate(() => window.shifts), []);
      });
    }
  });

  test("a choice in the moment of the takeover is not lost", () =>
    seenOnly('view="disclosure"', async (page, complete) => {
      // Presses one button after another until the app is there, so that one press meets its last step.
      const last = page.evaluate(async () => {
        const root = document.querySelector("#one").shadowRoot;
        const { port1, port2 } = new MessageChannel();
        let value = "size";
        for (;;) {
          await new Promise((done) => ((port2.onmessage = done), port1.postMessage(null)));
          if (root.querySelector("[data-state=interactive]")) return value;
          value = value === "size" ? "printed" : "size";
          root.querySelector(`[data-choice=sort][data-value=${value}]`).click();
        }
      });
      await complete();
      await isPressed(page, "sort", await last);
    }));

  test("focus and an open detail in the moment of the takeover are not lost", () =>
    seenOnly('view="disclosure"', async (page, complete) => {
      const last = page.evaluate(async () => {
        const root = document.querySelector("#one").shadowRoot;
        const { port1, port2 } = new MessageChannel();
        let place = 0;
        for (;;) {
          await new Promise((done) => ((port2.onmessage = done), port1.postMessage(null)));
          if (root.querySelector("[data-state=interactive]")) return place;
          place = (place + 1) % 14;
          root.querySelector(`[data-place="${place}"]`).focus();
        }
      });
      await complete();
      const place = String(await last);
      const { focused, detail, label } = await page.evaluate(() => {
        const root = document.querySelector("#one").shadowRoot;
        const mark = root.activeElement;
        return { focused: mark?.dataset.place, detail: root.querySelector(".detail").textContent, label: mark?.getAttribute("aria-label") };
      });
      assert.equal(focused, place);
      assert.equal(detail, label);
    }));

  test("how far the page and a table are scrolled, and an opened part, stay", () =>
    seenOnly('view="disclosure"', async (page, complete) => {
      await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<br>".repeat(200)));
      await part(page, ".export summary").first().click();
      await page.evaluate(() => {
        // A part of the widget that scrolls, independent of the style sheet.
        const panel = document.querySelector("#one").shadowRoot.querySelector("#panel");
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("#panel { height: 200px; overflow: auto }");
        document.querySelector("#one").shadowRoot.adoptedStyleSheets = [sheet];
        panel.scrollTop = 77;
        scrollTo(0, 50);
      });
      await complete();
      const found = await page.evaluate(() => {
        const root = document.querySelector("#one").shadowRoot;
        return [scrollY, root.querySelector("#panel").scrollTop, root.querySelector(".export details").open];
      });
      assert.deepEqual(found, [50, 77, true]);
    }));

  test("the address keeps what is chosen", () =>
    seenOnly('view="disclosure" permalink', async (page, complete) => {
      await pressed(page, "sort", "printed");
      assert.equal(await page.evaluate(() => location.hash), "#gongkai=view:disclosure,sort:printed,lang:zh-CN");
      await complete();
      await isPressed(page, "sort", "printed");
      await page.evaluate(() => (location.hash = "#gongkai=view:services"));
      await shows(page, "one", "services");
    }));

  test("a link is followed from the first", () =>
    lab.visit({ body: "" }, async (page) => {
      await page.evaluate(() => (location.hash = "#gongkai=view:services,compare:changes"));
      await page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), element("one", `src="${REPORT}" permalink`));
      const chosen = page.locator("#one [data-choice=compare][data-value=changes][aria-pressed=true]");
      await chosen.waitFor({ state: "attached" });
      await heard(page, "complete", "one");
      await chosen.waitFor({ state: "attached" });
    }));

  test("another report, other settings and the end come as they would later", () =>
    seenOnly('view="disclosure"', async (page, complete) => {
      await page.evaluate((src) => Object.assign(document.querySelector("#one"), { src, lang: "en", view: "services" }), OTHER);
      await page.locator("#one .finding", { hasText: /decisions/i }).waitFor();
      await heard(page, "ready", "one", 2);
      await complete();
      await shows(page, "one", "services");
      assert.deepEqual(await log(page), ["ready one", "ready one"]);
      await page.evaluate(() => document.querySelector("#one").remove());
    }));

  test("a widget that is gone by then is left alone", () =>
    seenOnly("", async (page, complete) => {
      await page.evaluate((html) => {
        document.querySelector("#one").id = "gone";
        document.querySelector("#gone").remove();
        document.body.insertAdjacentHTML("beforeend", html);
      }, element("one"));
      await heard(page, "ready", "one", 2);
      await complete();
      assert.deepEqual(await seen(page, "one"), WHOLE);
    }));
});

test.describe("fallback", () => {
  for (const [name, path] of [
    ["the report", REPORT],
    ["the program", "gongkai/gongkai-draw.wasm"],
    ["the style sheet", "gongkai/gongkai.css"],
    ["the script", "gongkai/gongkai.js"],
  ]) {
    test(`stands until ${name} is there`, async () => {
      const wait = gate();
      const asked = gate();
      const files = {
        [`/${path}`]: () => {
          asked.open();
          return { hold: wait.opened };
        },
      };
      // Without "defer" the page would wait for the script.
      await lab.visit({ body: element("one"), head: SCRIPT.replace("defer", "async"), files, before: (page) => visitWithoutWaiting(page) }, async (page) => {
        await asked.opened;
        const shown = await page.locator("#one p").evaluate((p) => p.checkVisibility());
        assert.equal(shown, true);
        assert.deepEqual(await log(page), []);
        wait.open();
        await heard(page, "ready", "one");
        assert.deepEqual(await seen(page, "one"), WHOLE);
      });
    });
  }

  /** What is held back also delays the page's load event. */
  function visitWithoutWaiting(page) {
    const real = page.goto.bind(page);
    page.goto = (url) => real(url, { waitUntil: "commit" });
  }

  test("is all there is without script", () =>
    lab.visit({ body: element("one"), context: { javaScriptEnabled: false } }, async (page) => {
      assert.equal(await page.locator("#one p").isVisible(), true);
    }));
});

test.describe("events", () => {
  test("bubble and cross shadow roots, and say what was selected", () =>
    lab.visit({ body: '<section id="outer"></section>' }, async (page) => {
      await page.evaluate((src) => {
        const outer = document.querySelector("#outer").attachShadow({ mode: "open" });
        outer.innerHTML = `<gongkai-report src="${src}" view="disclosure"></gongkai-report>`;
      }, REPORT);
      assert.equal(await heard(page, "ready", "outer"), null);
      await page.locator("#outer .mark").first().click();
      const detail = await heard(page, "select", "outer");
      assert.equal(detail.view, "disclosure");
      assert.ok(detail.key && detail.label);
      await heard(page, "complete", "outer");
      const all = await page.evaluate(() => document.heard.map(({ kind, bubbles, composed }) => ({ kind, bubbles, composed })));
      assert.deepEqual(all.map(({ kind }) => kind).sort(), ["complete", "ready", "select"]);
      assert.ok(all.every(({ bubbles, composed }) => bubbles && composed));
    }));

  test("may change or remove the element from inside", () =>
    lab.visit({ body: element("one") + element("two", `src="${REPORT}" view="disclosure"`), head: "" }, async (page) => {
      await page.evaluate((src) => {
        document.addEventListener("gongkai-ready", ({ target }) => {
          if (target.id === "one" && !target.view) {
            target.view = "services";
            target.src = src;
          }
        });
        document.addEventListener("gongkai-select", ({ target }) => target.remove());
      }, OTHER);
      await page.addScriptTag({ url: "gongkai/gongkai.js" });
      await heard(page, "ready", "one", 2);
      await shows(page, "one", "services");
      await heard(page, "ready", "two");
      await page.locator("#two .mark").first().click();
      await heard(page, "select", "two");
      assert.equal(await page.locator("gongkai-report").count(), 1);
      await page.locator("#one [role=tab][data-view=procurement]").click();
      await shows(page, "one", "procurement");
    }));
});

test.describe("properties and mount", () => {
  test("properties set before the script came are taken over", () =>
    lab.visit({ body: element("one", ""), head: "" }, async (page) => {
      await page.evaluate((src) => Object.assign(document.querySelector("#one"), { src, view: "services", textSize: "large", theme: "dark" }), REPORT);
      await page.addScriptTag({ url: "gongkai/gongkai.js" });
      await heard(page, "ready", "one");
      await shows(page, "one", "services");
      const attributes = await page.locator("#one").evaluate((one) => ["src", "view", "text-size", "theme"].map((name) => one.getAttribute(name)));
      assert.deepEqual(attributes, [REPORT, "services", "large", "dark"]);
    }));

  test("properties stand for attributes", () =>
    lab.visit({ body: element("one", "") }, async (page) => {
      const found = await page.locator("#one").evaluate((one) => {
        const before = [one.src, one.view, one.theme, one.textSize, one.permalink, one.report];
        one.permalink = true;
        one.textSize = "large";
        const during = [one.getAttribute("permalink"), one.getAttribute("text-size")];
        one.permalink = false;
        one.textSize = null;
        return [before, during, [one.hasAttribute("permalink"), one.hasAttribute("text-size")]];
      });
      assert.deepEqual(found, [[null, null, null, null, null, null], ["", "large"], [false, false]]);
    }));

  test("a report handed over as an object is shown without a request, and goes before src", async () => {
    const report = JSON.parse(await built(OTHER));
    let reports;
    await lab.visit({ body: element("one", ""), before: (page) => (reports = counting(page, ".json")) }, async (page) => {
      await page.locator("#one").evaluate((one, report) => (one.report = report), report);
      await heard(page, "ready", "one");
      assert.match(await heading(page, "one"), new RegExp(report.agency.name));
      await page.locator("#one").evaluate((one, src) => (one.src = src), REPORT);
      await settled(page);
      assert.deepEqual(reports, []);
      const before = await heading(page, "one");
      await page.locator("#one").evaluate((one) => (one.report = null));
      assert.match(await heading(page, "one", before), /隆德/);
      assert.equal(reports.length, 1);
    });
  });

  test("an object that is not a report is refused in the same words", () =>
    lab.visit({ body: element("one", "") }, async (page) => {
      await page.locator("#one").evaluate((one) => (one.report = { format: "gongkai-report/1" }));
      const { code, path, file } = await heard(page, "error", "one");
      assert.deepEqual([code, file], ["missing-field", "页面提供的数据"]);
      assert.ok(path);
      assert.deepEqual((await seen(page, "one")).notice.ways, ["重试"]);
      await page.locator("#one").evaluate((one) => {
        const cycle = {};
        cycle.cycle = cycle;
        one.report = cycle;
      });
      assert.equal((await heard(page, "error", "one", 2)).code, "not-json");
      await page.locator("#one").evaluate((one) => (one.report = () => {}));
      assert.equal((await heard(page, "error", "one", 3)).code, "not-json");
    }));

  for (const kind of ["module", "classic script"]) {
    test(`mount, update, destroy from the ${kind}`, () =>
      lab.visit({ body: '<div id="place"></div>', head: kind === "module" ? "" : SCRIPT }, async (page) => {
        const version = await page.evaluate(
          async ([kind, src]) => {
            const widget = customElements.get("gongkai-report");
            const module = kind === "module" ? await import(new URL("gongkai/gongkai.module.js", document.baseURI).href) : widget;
            document.handle = module.mount(document.querySelector("#place"), { src, view: "services", textSize: "large", lang: "en" });
            document.handle.element.id = "one";
            return module.version;
          },
          [kind, REPORT],
        );
        assert.equal(version, JSON.parse(await built("gongkai/manifest.json")).version);
        await heard(page, "ready", "one");
        await shows(page, "one", "services");
        const english = await heading(page, "one");
        assert.match(english, /annual report/);
        await page.evaluate(() => document.handle.update({ view: "procurement", lang: null }));
        await shows(page, "one", "procurement");
        assert.match(await heading(page, "one", english), /年度报告/);
        assert.deepEqual(
          await page.evaluate(() => {
            const { element } = document.handle;
            return [element.parentElement.id, element.getAttribute("text-size"), element.hasAttribute("lang")];
          }),
          ["place", "large", false],
        );
        await page.evaluate(() => document.handle.destroy());
        assert.equal(await page.locator("#place > *").count(), 0);
      }));
  }

  test("a misspelt option is an error at once", () =>
    lab.visit({ body: '<div id="place"></div>' }, async (page) => {
      const said = await page.evaluate(() => {
        try {
          customElements.get("gongkai-report").mount(document.querySelector("#place"), { textsize: "large" });
          return "";
        } catch (error) {
          return String(error);
        }
      });
      assert.match(said, /^TypeError: .*textsize.*textSize/);
      assert.equal(await page.locator("#place > *").count(), 0);
    }));

  for (const [name, scripts] of [
    ["the classic script twice", [{}, {}]],
    ["first the classic script, then the module", [{}, { module: true }]],
    ["first the module, then the classic script", [{ module: true }, {}]],
  ]) {
    test(`loaded twice: ${name}`, () =>
      lab.visit({ body: element("one"), head: "" }, async (page) => {
        for (const { module } of scripts) {
          await page.addScriptTag({ url: `gongkai/gongkai.${module ? "module.js" : "js"}`, type: module ? "module" : "" });
        }
        await heard(page, "ready", "one");
        await page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), element("two"));
        await heard(page, "ready", "two");
        assert.deepEqual(await log(page), ["ready one", "ready two"]);
      }));
  }
});

test.describe("language", () => {
  const button = (page, id) => page.locator(`#${id} button`).first().textContent();
  const cases = [
    { name: "its own", lang: "zh-CN", body: element("one", 'src="x.json" lang="en"'), expected: "Try again" },
    { name: "the closest ancestor's", lang: "en", body: `<div lang="zh-Hant-TW"><div>${element("one", 'src="x.json"')}</div></div>`, expected: "重试" },
    { name: "the page's", lang: "en-GB", body: element("one", 'src="x.json"'), expected: "Try again" },
    { name: "neither Chinese nor English: English", lang: "ug", body: element("one", 'src="x.json"'), expected: "Try again" },
    { name: "the reader's where the page says nothing", lang: "", body: element("one", 'src="x.json"'), expected: "重试" },
  ];
  for (const { name, lang, body, expected } of cases) {
    test(name, () =>
      lab.visit({ body, lang, complaints: [/Failed to load/] }, async (page) => {
        await heard(page, "error", "one");
        assert.equal(await button(page, "one"), expected);
      }),
    );
  }
});

test.describe("apart from the page", () => {
  test("nothing on window", async () => {
    const names = (head) =>
      lab.visit({ body: element("one"), head }, async (page) => {
        if (head) await heard(page, "ready", "one");
        return page.evaluate(() => Object.getOwnPropertyNames(window).sort());
      });
    const [plain, classic] = [await names(""), await names(SCRIPT)];
    const module = await names('<script src="gongkai/gongkai.module.js" type="module"></script>');
    assert.deepEqual(classic, plain);
    assert.deepEqual(module, plain);
  });

  test("nothing stored, no cookie", () =>
    lab.visit({ body: element("one", `src="${REPORT}" permalink`) }, async (page) => {
      await heard(page, "ready", "one");
      const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length, (await caches.keys()).length]);
      assert.deepEqual(kept, [0, 0, "", 0, 0]);
    }));

  /** Styles of a page that apply to everything in it. */
  const HOSTILE = `* { color: rgb(255, 0, 0) !important; font: italic 40px/3 serif !important; letter-spacing: 9px !important;
      text-transform: uppercase !important; text-align: right !important; word-spacing: 9px !important; text-indent: 99px !important;
      white-space: nowrap !important; background: rgb(0, 255, 0) !important; border: 5px solid !important; padding: 20px !important;
      fill: red !important; list-style: square !important; font-variant: small-caps !important; cursor: wait !important; text-shadow: 1px 1px red !important; }
    gongkai-report { visibility: visible; direction: rtl; }
    .gongkai, .widget, .notice, .progress, button, table, h2 { display: none !important; }`;

  /** Returns every computed style of all elements of the widget, except for what depends on its width. */
  const styles = (page, id) =>
    page.locator(`#${id}`).evaluate(({ shadowRoot }) => {
      const properties = ["color", "font", "letterSpacing", "textTransform", "textAlign", "wordSpacing", "textIndent", "whiteSpace", "backgroundColor",
        "borderTopWidth", "borderTopColor", "paddingLeft", "paddingTop", "fill", "listStyleType", "fontVariant", "cursor", "textShadow", "direction", "display", "visibility"];
      return [...shadowRoot.querySelectorAll("[part=root], [part=root] *, [part=notice], [part=notice] *")].map((node) => {
        const style = getComputedStyle(node);
        return `${node.localName}.${node.getAttribute("class")}: ${properties.map((name) => style[name]).join("; ")}`;
      });
    });

  test("the page's styles do not get in", async () => {
    const look = (head) =>
      lab.visit(
        {
          body: element("one", `src="${REPORT}" view="disclosure"`) + element("two", 'src="nowhere.json"'),
          head: SCRIPT + head,
          files: { "/hostile.css": { body: HOSTILE, type: "text/css" } },
          complaints: [/Failed to load/],
        },
        async (page) => {
          await heard(page, "ready", "one");
          await heard(page, "error", "two");
          await page.locator("#one .gongkai[data-state=interactive]").waitFor();
          return [await styles(page, "one"), await styles(page, "two")];
        },
      );
    const calm = await look("");
    const hostile = await look('<link rel="stylesheet" href="hostile.css">');
    assert.ok(calm[0].length > 50 && calm[1].length > 5);
    assert.deepEqual(hostile, calm);
  });

  test("the widget's styles do not get out, nor change the fallback", async () => {
    const outside = `<h2>标题</h2><button>按钮</button><a href="#x">链接</a><p class="notice widget figure-table detail">文字</p><table><tr><td>1</td></tr></table><div hidden>x</div>`;
    const look = (head) =>
      lab.visit({ body: `<div id="page">${outside}</div>${element("one", "")}${element("two")}`, head }, async (page) => {
        if (head) await heard(page, "ready", "two");
        return page.evaluate(() =>
          [...document.querySelectorAll("#page, #page *, #one p")].map((node) => {
            const style = getComputedStyle(node);
            return [...style].map((name) => `${node.localName} ${name}: ${style.getPropertyValue(name)}`);
          }),
        );
      });
    assert.deepEqual(await look(SCRIPT), await look(""));
  });

  test("the page can still style the element: its own display, and hiding it", () =>
    lab.visit({ body: element("one") }, async (page) => {
      await heard(page, "ready", "one");
      const one = page.locator("#one");
      assert.equal(await one.evaluate((node) => getComputedStyle(node).display), "block");
      await one.evaluate((node) => (node.hidden = true));
      assert.equal(await one.isVisible(), false);
    }));

  test("permalink writes the address, and only with it", () =>
    lab.visit({ body: element("one") + element("two", `src="${REPORT}" permalink="b"`) }, async (page) => {
      await heard(page, "ready", "one");
      await heard(page, "ready", "two");
      await page.locator("#one [role=tab][data-view=services]").click();
      await shows(page, "one", "services");
      assert.equal(new URL(page.url()).hash, "");
      await page.locator("#two [role=tab][data-view=procurement]").click();
      await page.waitForFunction(() => location.hash.includes("gongkai-b"));
      assert.match(new URL(page.url()).hash, /procurement/);
    }));
});
