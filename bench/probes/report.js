// Measures a page with one report: when its first figure is painted, and from when on it answers.
// `pageKind` names the page's way of showing figures. Whether a page answers is found by trying: from
// the first figure on it is pressed, pointed at and given arrow keys in every frame until the page
// shows the result.

const hasBox = (element) => {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0;
};

/** Resolves when a figure is in the tree, without a look in every frame, which would slow the page down. */
const figureIn = (root) =>
  new Promise((done) => {
    const look = () => {
      if (!root.querySelector("svg.figure .mark")) return;
      observer.disconnect();
      done();
    };
    const observer = new MutationObserver(look);
    observer.observe(root, { childList: true, subtree: true });
    look();
  });

/** Opens what an element is folded into, and returns it. */
const unfold = (element) => {
  const folded = element.closest("details:not([open])");
  if (folded) folded.open = true;
  return element;
};

/** The widget, and the static figures that `gongkai render` writes inside its tag. */
const widget = {
  host: () => document.querySelector("gongkai-report"),
  shadow: () => widget.host().shadowRoot,
  marks: () => [...widget.shadow().querySelectorAll("svg.figure .mark")],
  points: () =>
    widget.marks().map((mark) => {
      const { x, y, width, height } = mark.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }),
  isStill: () => [document, widget.shadow()].every((root) => root.getAnimations().length === 0),
  /** A control, in the widget once it is shown and in the static page before that. */
  control(selector) {
    const found = [widget.shadow(), widget.host()].map((root) => root?.querySelector(selector)).filter(Boolean);
    return found.find((one) => unfold(one) && hasBox(one));
  },
  /** What the reader sees of the view: its figure or table, and the finding above it. */
  content: () => {
    const panel = widget.shadow()?.querySelector("[role=tabpanel]");
    if (!panel) return "";
    const parts = panel.querySelectorAll(".finding, .headlines, svg.figure, table");
    return [...parts].map((part) => part.textContent + part.getAttribute("viewBox") + part.querySelectorAll(".mark").length + layout(part)).join("\n");
  },
  detail: () => widget.shadow()?.querySelector(".detail, [part~=detail]")?.textContent,
  pointable: () => widget.marks(),
  async keyboard() {
    widget.marks()[0]?.focus({ preventScroll: true });
    const key = { key: "ArrowDown", bubbles: true, cancelable: true, composed: true };
    widget.shadow().activeElement?.dispatchEvent(new KeyboardEvent("keydown", key));
  },
  /**
   * Resolves with the time from which the application answers: the event `gongkai-complete`, or
   * `gongkai-ready` of builds without a state, in which nothing answers before.
   */
  interactive: () =>
    new Promise((done) => {
      const tell = () => done(performance.now());
      document.addEventListener("gongkai-complete", tell, { once: true });
      document.addEventListener("gongkai-ready", () => widget.shadow().querySelector("[data-state]") || tell(), { once: true });
    }),
};

/** Where the marks are, so that an order or a scale makes a difference too. */
const layout = (part) => [...part.querySelectorAll(".mark")].map((mark) => mark.getAttribute("transform") + mark.innerHTML.length).join();

/** A page of a charting library: buttons around a canvas. */
const library = {
  root: () => document.getElementById("report"),
  host: () => document.getElementById("report"),
  event: "report-drawn",
  isShown: () => [...library.root().querySelectorAll("canvas, svg")].some(hasBox),
  control: (selector) => library.root().querySelector(selector),
  content: () => [...library.root().querySelectorAll(".finding, [aria-selected=true], [aria-pressed=true], figcaption, b")].map((one) => one.textContent).join("\n"),
  pointable: () => library.points().map(({ x, y }) => ({ x, y, target: document.elementFromPoint(x, y) })),
};

/** The library's chart, as the page hands it over with its event. */
let chart;

const echarts = {
  points() {
    const { left, top } = chart.echarts.getDom().getBoundingClientRect();
    const { grid, yAxis } = chart.echarts.getOption();
    return grid.flatMap((grid, index) => {
      const rows = yAxis[index].data;
      const middle = (grid.left + chart.echarts.getWidth() - grid.right) / 2;
      return rows.map((_, row) => ({ x: left + middle, y: top + grid.top + ((row + 0.5) * grid.height) / rows.length }));
    });
  },
  isStill: () => chart.echarts.getZr().animation.isFinished(),
  detail() {
    const tooltip = [...chart.echarts.getDom().children].find((child) => child.style.position === "absolute" && !child.querySelector("canvas"));
    return tooltip && tooltip.style.visibility !== "hidden" && tooltip.style.opacity !== "0" ? tooltip.textContent : "";
  },
};

const chartjs = {
  points: () =>
    chart.chartjs().flatMap((one) => {
      const { left, top } = one.canvas.getBoundingClientRect();
      const middle = left + (one.chartArea.left + one.chartArea.right) / 2;
      return one.getDatasetMeta(0).data.map(({ y }) => ({ x: middle, y: top + y }));
    }),
  /** Whether the marks are where they were at the last look. */
  isStill() {
    const now = JSON.stringify(chart.chartjs().map((one) => one.data.datasets.map((_, index) => one.getDatasetMeta(index).data.map(({ x, y, base }) => [x, y, base]))));
    const isSame = now === chartjs.before;
    chartjs.before = now;
    return isSame;
  },
  detail: () =>
    chart
      .chartjs()
      .filter(({ tooltip }) => tooltip && tooltip.opacity > 0)
      .flatMap(({ tooltip }) => tooltip.body.map(({ lines }) => lines.join()))
      .join("\n"),
};

/** A page that has its figures in its HTML: the first figure in sight, once it has been parsed to its end. */
const inPage = {
  root: () => document,
  isShown() {
    const figure = [...document.querySelectorAll("svg.figure")].find(hasBox);
    if (!figure) return false;
    // A style sheet further down does not hold back what is above it.
    const isAbove = (link) => link.compareDocumentPosition(figure) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (![...document.querySelectorAll("link[rel=stylesheet]")].filter(isAbove).every((link) => link.sheet)) return false;
    const isWhole = figure.nextElementSibling || figure.parentElement.nextElementSibling || document.readyState !== "loading";
    const marks = [...figure.querySelectorAll(".mark")];
    return isWhole && marks.length > 0 && marks.every(hasBox);
  },
};

const KINDS = {
  gongkai: {
    ...widget,
    event: "DOMContentLoaded",
    root: widget.shadow,
    isShown() {
      const links = [...widget.shadow().querySelectorAll("link[rel=stylesheet]")];
      const marks = widget.marks();
      return links.every((link) => link.sheet) && marks.length > 0 && marks.every(hasBox);
    },
  },
  echarts: { ...library, ...echarts },
  chartjs: { ...library, ...chartjs },
  rendered: { ...widget, ...inPage },
  floor: inPage,
};
// The libraries' parts find their own points through the page's kind.
const page = KINDS[pageKind];
library.points = page.points;

const firstFigure = deferred();
const watch = async (event) => {
  chart = event?.detail;
  if (!chart) await figureIn(page.root());
  // Looked for in the very frame that shows it.
  do await frames(1);
  while (!page.isShown());
  firstFigure.resolve(await painted());
};
if (page.event) document.addEventListener(page.event, watch, { once: true });
else watch();

const interactive = page.interactive?.() ?? firstFigure.promise;

/** The controls of the first views, each pressed after the ones above it. Only the widget has tables. */
const CONTROLS = [
  ...(page.host === widget.host ? [["as", "table"], ["as", "chart"]] : []),
  ["sort", "printed"],
  ["scale", "log"],
  ["measure", "share"],
  ["view", "services"],
  ["sizes", "log"],
  ["compare", "changes"],
  ["change", "percent"],
  ["view", "procurement"],
  ["unit", "yi"],
  ["view", "overview"],
  ["view", "disclosure"],
];
/** What presses a control: the button of a choice, or the tab of a view. */
const selectorOf = ([name, value]) => (name === "view" ? `[data-view=${value}]` : `[data-choice=${name}][data-value=${value}]`);

/** As a finger presses: everything that a page may listen to. */
function press(element) {
  const { x, y, width, height } = element.getBoundingClientRect();
  const at = { bubbles: true, cancelable: true, composed: true, clientX: x + width / 2, clientY: y + height / 2 };
  element.dispatchEvent(new PointerEvent("pointerdown", at));
  element.dispatchEvent(new PointerEvent("pointerup", at));
  element.click();
}

/** As a mouse points, coming from elsewhere. */
function point({ x, y, target }) {
  const at = { bubbles: true, cancelable: true, composed: true, clientX: x, clientY: y };
  for (const type of ["pointerover", "pointermove"]) target.dispatchEvent(new PointerEvent(type, at));
  for (const type of ["mouseover", "mousemove"]) target.dispatchEvent(new MouseEvent(type, at));
}

/** Milliseconds after which a page that does not answer is given up. */
const PATIENCE = 40_000;

/**
 * Performs the acts in order, repeating each until the page has responded to it.
 *
 * @param {{name: string, act: () => void, isAnswered: () => boolean}[]} acts
 * @param {number} [most] frames that an answer may take; the widget's is there in the next one
 * @returns {Promise<number>} when the last act that had to be repeated was answered; the first act's
 *   answer if none had to be
 */
async function answering(acts, most = 1) {
  let time = null;
  for (const { name, act, isAnswered } of acts) {
    const until = performance.now() + PATIENCE;
    let tries = 0;
    do {
      if (performance.now() > until) throw new Error(`${name} is not answered`);
      act();
      tries += 1;
      for (let waited = 0; waited < most && !(waited && isAnswered()); waited++) await frames(1);
    } while (!isAnswered());
    const now = await painted();
    // In between a mark may be on its way to its new position.
    if (tries > 1 || time === null) time = now;
  }
  return time;
}

Object.assign(window.bench, {
  firstFigure: firstFigure.promise,
  async settled() {
    await frames(2);
    while (!page.isStill()) await frames(1);
    return frames(1);
  },
  /** Makes a control visible that is folded away. */
  unfold: (selector) => void page.control(selector),
  /** Points of the marks in sight. */
  points: () => page.points().filter(({ x, y }) => x > 0 && y > 0 && x < innerWidth && y < innerHeight),

  /** When a press on any control of the first views is answered. */
  async pressed() {
    await firstFigure.promise;
    return answering(
      CONTROLS.map((control) => {
        const selector = selectorOf(control);
        let before;
        return {
          name: `a press on ${control.join(" ")}`,
          act() {
            before ??= page.content();
            // A press on what is not there yet is a press all the same.
            press(page.control(selector) ?? page.host());
          },
          isAnswered() {
            const element = page.control(selector);
            const isOn = element && (element.getAttribute("aria-pressed") === "true" || element.getAttribute("aria-selected") === "true");
            return isOn && page.content() !== before;
          },
        };
      }),
    );
  },

  /** When a press on the tabs of the first views is answered with their view, in the page or in the widget. */
  async tabbed() {
    await firstFigure.promise;
    const views = ["services", "procurement", "overview", "disclosure"];
    return answering(
      views.map((view) => {
        const control = () => page.control(`[data-view=${view}]`);
        return {
          name: `a press on the tab ${view}`,
          act: () => press(control() ?? page.host()),
          isAnswered() {
            // The browser itself follows a link to a folded part of the page, and unfolds it.
            const section = document.getElementById(`gongkai-${view}`);
            const { top, bottom } = section?.getBoundingClientRect() ?? {};
            return control()?.getAttribute("aria-selected") === "true" || (section && hasBox(section) && top < innerHeight && bottom > 0);
          },
        };
      }),
      // The browser follows a link in a task of its own.
      6,
    );
  },

  /** When pointing at a mark is answered with its detail, and an arrow key with the next mark's. */
  async pointed() {
    await firstFigure.promise;
    const at = (index) => {
      const one = page.pointable()[index];
      if (!(one instanceof Element)) return one;
      const { x, y, width, height } = one.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2, target: one };
    };
    let tries = 0;
    let before;
    const pointing = {
      name: "pointing at a mark",
      act() {
        before ??= page.detail();
        point(at(3 + (tries++ % 2)));
      },
      isAnswered: () => page.detail() && page.detail() !== before,
    };
    if (!page.keyboard) return answering([pointing]);
    let shown;
    const keys = {
      name: "an arrow key",
      act() {
        shown ??= page.detail();
        page.keyboard();
      },
      isAnswered: () => page.detail() && page.detail() !== shown,
    };
    return answering([pointing, keys]);
  },

  /** When the page has all its views and nothing left to do: the end of its last request or long task. */
  async idle() {
    let last = Math.max(await firstFigure.promise, await interactive);
    const busy = new PerformanceObserver((list) => list.getEntries().forEach(note));
    const note = ({ startTime, duration, responseEnd }) => (last = Math.max(last, responseEnd || startTime + duration));
    busy.observe({ type: "longtask", buffered: true });
    performance.getEntriesByType("resource").forEach(note);
    busy.observe({ type: "resource", buffered: true });
    do await new Promise((done) => setTimeout(done, 100));
    while (performance.now() - last < QUIET);
    return last;
  },
});

/** Milliseconds without a request or a long task after which a page counts as idle. */
const QUIET = 1500;
