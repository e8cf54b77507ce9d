// Panels as Chart.js charts below each other, one a panel; unit squares as SVG, which needs no library.
import { grouped } from "../report/numbers.js";
import { squares } from "../report/procurement.js";
import { ACCENT, BAR, INK, MOVE, MUTED, PALE, ROW, RULE, SUBDUED, margins } from "../report/style.js";

const TICKS = 24;

/** @param {typeof import("chart.js").Chart} Chart with what the figures need registered */
export const plot = (Chart) => (element) => {
  const { fontFamily } = getComputedStyle(element);
  Chart.defaults.font = { ...Chart.defaults.font, family: fontFamily, size: 16 };
  Chart.defaults.color = INK;
  let charts = [];
  return {
    instance: () => ({ chartjs: () => charts }),
    show({ panels }, isNew) {
      const width = element.clientWidth;
      if (isNew) {
        charts.forEach((chart) => chart.destroy());
        element.innerHTML = panels.map((panel) => markup(panel, width)).join("");
        const canvases = [...element.querySelectorAll("canvas")];
        charts = canvases.map((canvas, index) => new Chart(canvas, { ...settings(panels[index], width, true), plugins: [labels] }));
        return;
      }
      const captions = element.querySelectorAll("figcaption");
      charts.forEach((chart, index) => {
        const { data, options } = settings(panels[index], width, false);
        captions[index].textContent = panels[index].caption;
        chart.data.labels = data.labels;
        // Datasets keep their identity, so that marks move to their new positions.
        chart.data.datasets = data.datasets.map((next) => Object.assign(chart.data.datasets.find(({ id }) => id === next.id) || {}, next));
        chart.options = options;
        chart.update();
      });
    },
  };
};

function markup(panel, width) {
  const { caption } = panel;
  if (panel.kind === "squares") {
    const { path, height } = squares(panel.count, width);
    return `<figure class="panel"><figcaption>${caption}</figcaption><svg width="${width}" height="${height}" fill="${ACCENT}" role="img" aria-label="${caption}"><path d="${path}"/></svg></figure>`;
  }
  return `<figure class="panel"><figcaption>${caption}</figcaption><canvas width="${width}" height="${panel.rows.length * ROW + TICKS}"></canvas></figure>`;
}

function settings(panel, width, isNew) {
  const { kind, rows, tick, isLog } = panel;
  const { names, labels: right, ticks } = margins(width);
  const room = kind === "bars" ? 0 : 50;
  return {
    type: "bar",
    data: { labels: rows.map(({ name }) => name), datasets: DATASETS[kind](rows, isLog) },
    options: {
      indexAxis: "y",
      // The canvas has the size of its rows already.
      responsive: false,
      // Nothing moves when a view is shown for the first time.
      animation: isNew ? false : { duration: MOVE },
      interaction: { mode: "index", axis: "y", intersect: false },
      layout: { padding: { right: right + room } },
      scales: {
        x: {
          type: isLog ? "logarithmic" : "linear",
          beginAtZero: !isLog,
          min: isLog ? (kind === "dumbbell" ? 1 : 0.5) : undefined,
          grid: { color: RULE },
          border: { display: false },
          ticks: { color: SUBDUED, font: { size: 12 }, maxTicksLimit: ticks + 1, callback: (value) => tick(value) },
        },
        y: {
          grid: { display: false },
          border: { display: !room, color: MUTED },
          // Names are as wide in every panel, and rows as high; Chart.js would pad them by the ticks' distance.
          afterFit: (scale) => Object.assign(scale, { width: names + room, paddingTop: 0, paddingBottom: 0 }),
          ticks: { autoSkip: false, padding: 12 + room, callback: (_, index) => shortened(rows[index].name) },
        },
      },
      plugins: {
        tooltip: {
          displayColors: false,
          animation: false,
          filter: ({ datasetIndex }) => datasetIndex === 0,
          callbacks: {
            title: () => "",
            label: ({ dataIndex }) => {
              const { name, label, detail = `${name}：${label}。` } = rows[dataIndex];
              return detail;
            },
          },
        },
        labels: { rows, kind },
      },
    },
  };
}

/** No more characters than fit beside a panel. */
const shortened = (name) => (name.length > 11 ? `${name.slice(0, 10)}…` : name);

const DATASETS = { bars, dumbbell, changes };
const bar = (id, data, color, thickness = BAR) => ({ id, data, backgroundColor: color, barThickness: thickness, grouped: false, order: 2 });
const points = (id, data, fill, radius) => ({
  id,
  data,
  type: "line",
  showLine: false,
  // A point on the edge is drawn whole.
  clip: false,
  pointRadius: radius,
  pointHoverRadius: radius,
  pointBackgroundColor: fill,
  pointBorderColor: ACCENT,
  pointBorderWidth: 2,
  order: 1,
});

/** Bars from `from` to `value`; `more` is how far a hedged number may lie beyond that. */
function bars(rows, isLog) {
  const color = rows.map((row) => row.color || ACCENT);
  // A log scale has no zero; its bars begin at its left end.
  const from = (row) => row.from || (isLog ? 0.5 : 0);
  const value = bar("value", rows.map((row) => [from(row), row.value]), color, isLog ? 2 : BAR);
  const hedge = bar("hedge", rows.map((row) => [row.value, row.value + (row.more || 0)]), PALE, isLog ? 2 : BAR);
  const dots = points("dots", rows.map((row) => row.value), ACCENT, 5);
  return isLog ? [value, hedge, dots] : [value, hedge];
}

/** A hollow dot for last year and a filled one for this year, joined by a line. */
function dumbbell(rows, isLog) {
  const at = (value) => (isLog ? Math.max(value, 1) : value);
  return [
    bar("value", rows.map((row) => [at(row.last), at(row.now)]), ACCENT, 2),
    points("last", rows.map((row) => at(row.last)), "#fff", 6),
    { ...points("now", rows.map((row) => at(row.now)), ACCENT, 6), order: 0 },
  ];
}

/** Gains and losses on either side of zero. */
function changes(rows) {
  return [bar("value", rows.map(({ value }) => value), rows.map(({ color }) => color))];
}

/** Writes each row's label beside its mark, wherever the mark is on its way. */
const labels = {
  id: "labels",
  afterDatasetsDraw(chart, _, { rows, kind }) {
    const { ctx, width } = chart;
    const marks = chart.data.datasets.map((_, index) => chart.getDatasetMeta(index).data);
    const write = (text, x, y, align) => {
      ctx.textAlign = align;
      ctx.fillText(text, x, y);
    };
    ctx.save();
    ctx.font = `16px ${chart.options.font.family}`;
    ctx.fillStyle = INK;
    ctx.textBaseline = "middle";
    rows.forEach((row, index) => {
      const { x, y } = marks[0][index];
      if (kind === "dumbbell") {
        const [last, now] = [marks[1][index].x, marks[2][index].x];
        const [low, high] = now >= last ? [row.last, row.now] : [row.now, row.last];
        write(grouped(low), Math.min(last, now) - 12, y, "right");
        write(grouped(high), Math.max(last, now) + 12, y, "left");
        write(row.label, width, y, "right");
      } else if (row.value < 0) {
        write(row.label, x - 6, y, "right");
      } else {
        write(row.label, Math.max(...marks.map((list) => list[index].x)) + 8, y, "left");
      }
    });
    ctx.restore();
  },
};
