// Runs in every page that is measured, before the page's own scripts; `kind` is given with it.
(kind) => {
  const frames = (count) =>
    new Promise((done) => {
      const next = () => (count-- > 0 ? requestAnimationFrame(next) : done(performance.now()));
      next();
    });
  /**
   * Just after the frame that is being made: what is posted in it runs once it has been painted. First of
   * all that waits, since a script that has arrived meanwhile would not keep the figure from being seen.
   */
  const painted = () => scheduler.postTask(() => performance.now(), { priority: "user-blocking" });
  /** When a figure is there, without asking in every frame: that would take time from the page. */
  const appears = (root) =>
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
  const hasBox = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0;
  };
  let chart;

  /** How each page says that its figure stands, and where its marks are. */
  const pages = {
    gongkai: {
      event: "DOMContentLoaded",
      root: () => document.querySelector("gongkai-report").shadowRoot,
      marks: () => [...pages.gongkai.root().querySelectorAll("svg.figure .mark")],
      stands() {
        const links = [...pages.gongkai.root().querySelectorAll("link[rel=stylesheet]")];
        const marks = pages.gongkai.marks();
        return links.every((link) => link.sheet) && marks.length > 0 && marks.every(hasBox);
      },
      points: () =>
        pages.gongkai.marks().map((mark) => {
          const { x, y, width, height } = mark.getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2 };
        }),
      isStill: () => [document, pages.gongkai.root()].every((root) => root.getAnimations().length === 0),
    },
    echarts: {
      event: "report-drawn",
      root: () => document.getElementById("report"),
      stands: () => hasBox(document.querySelector("#report canvas, #report svg")),
      points() {
        const { left, top } = chart.getDom().getBoundingClientRect();
        const { grid, yAxis } = chart.getOption();
        return grid.flatMap((grid, index) => {
          const rows = yAxis[index].data;
          const middle = (grid.left + chart.getWidth() - grid.right) / 2;
          return rows.map((_, row) => ({ x: left + middle, y: top + grid.top + ((row + 0.5) * grid.height) / rows.length }));
        });
      },
      isStill: () => chart.getZr().animation.isFinished(),
    },
    // Figures in the page itself: the first one that is shown, once it has been read to its end.
    still: {
      root: () => document,
      stands() {
        const figure = [...document.querySelectorAll("svg.figure")].find(hasBox);
        if (!figure) return false;
        // What stands below it may have a style sheet of its own, which it does not wait for.
        const isAbove = (link) => link.compareDocumentPosition(figure) & Node.DOCUMENT_POSITION_FOLLOWING;
        const links = [...document.querySelectorAll("link[rel=stylesheet]")].filter(isAbove);
        if (!links.every((link) => link.sheet)) return false;
        const isWhole = figure.nextElementSibling || figure.parentElement.nextElementSibling || document.readyState !== "loading";
        const marks = [...figure.querySelectorAll(".mark")];
        return isWhole && marks.length > 0 && marks.every(hasBox);
      },
    },
  };
  const page = pages[kind];

  /** When it answers to the reader: the widget some time after its figure, ECharts with it. */
  let tellAnswering;
  const answering = new Promise((done) => (tellAnswering = done));
  if (kind === "gongkai") document.addEventListener("gongkai-ready", () => tellAnswering(performance.now()), { once: true });
  let tellStanding;
  const standing = new Promise((done) => (tellStanding = done));
  const watch = async (event) => {
    chart = event && event.detail && event.detail.chart;
    if (!chart) await appears(page.root());
    // Looked for in the frame that will show them.
    do await frames(1);
    while (!page.stands());
    const at = await painted();
    tellStanding(at);
    if (kind !== "gongkai") tellAnswering(at);
  };
  if (page.event) document.addEventListener(page.event, watch);
  else watch();

  const events = [];
  const observer = new PerformanceObserver((list) => events.push(...list.getEntries()));
  observer.observe({ type: "event", durationThreshold: 16, buffered: true });
  observer.observe({ type: "first-input", buffered: true });

  window.bench = {
    /** Milliseconds from the start of the navigation to the first figure. */
    standing,
    answering,
    now: () => performance.now(),
    center(selector) {
      const { x, y, width, height } = page.root().querySelector(selector).getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    },
    /** Points of the marks that can be seen without scrolling. */
    points: () => page.points().filter(({ x, y }) => x > 0 && y > 0 && x < innerWidth && y < innerHeight),
    /** When nothing moves any more. */
    async settled() {
      await frames(2);
      while (!page.isStill()) await frames(1);
      return frames(1);
    },
    /** Every event that took 16 ms or more from the input to the next paint. */
    async events() {
      // Entries come when the frame has been shown, some time after it was made.
      await frames(3);
      await new Promise((done) => setTimeout(done, 200));
      events.push(...observer.takeRecords());
      return events.map(({ name, startTime, duration, processingStart, processingEnd }) => ({
        name,
        startTime,
        duration,
        processing: processingEnd - processingStart,
      }));
    },
  };
}
