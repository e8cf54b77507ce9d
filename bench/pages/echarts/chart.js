// Panels as one ECharts instance: a grid and two axes for each, below each other.
import { squares } from "../report/procurement.js";
import { grouped } from "../report/numbers.js";
import { ACCENT, BAR, INK, MOVE, MUTED, PALE, ROW, RULE, SUBDUED, margins } from "../report/style.js";

const VALUE = { color: INK, fontSize: 16 };
const CAPTION = 30;
const TICKS = 24;

/** @param {Function} init the library's `init`, whole or tree-shaken */
export const plot = (init) => (element) => {
  const { fontFamily } = getComputedStyle(element);
  let chart;
  let panels;
  const tooltip = {
    trigger: "axis",
    axisPointer: { type: "shadow" },
    transitionDuration: 0,
    formatter([{ axisIndex, dataIndex }]) {
      const { name, label, detail = `${name}：${label}。` } = panels[axisIndex].rows[dataIndex];
      return detail;
    },
  };
  return {
    instance: () => ({ echarts: chart }),
    show(figure, isNew) {
      panels = figure.panels;
      const width = element.clientWidth;
      const { option, height } = laidOut(panels, width);
      chart ??= init(element, null, { width, height });
      const whole = { textStyle: { fontFamily }, animationDuration: 0, animationDurationUpdate: MOVE, tooltip, ...option };
      if (width === chart.getWidth() && height === chart.getHeight()) {
        // Marks that stay move to their new positions.
        chart.setOption(whole, isNew ? { notMerge: true } : { replaceMerge: ["series"] });
      } else {
        // Drawn once, at its new size.
        chart.setOption(whole, { notMerge: true, lazyUpdate: true });
        chart.resize({ width, height });
      }
    },
  };
};

function laidOut(panels, width) {
  const { names, labels, ticks } = margins(width);
  const option = { grid: [], xAxis: [], yAxis: [], series: [] };
  let height = 0;
  panels.forEach((panel, gridIndex) => {
    if (panel.kind === "squares") {
      const { path, height: own } = squares(panel.count, width);
      height += ROW;
      option.series.push(squaresSeries(path, panel.caption, height));
      height += own;
      return;
    }
    const { kind, caption, rows, tick, isLog } = panel;
    const room = kind === "bars" ? 0 : 50;
    height += CAPTION;
    option.grid.push({ left: names + room, right: labels + room, top: height, height: rows.length * ROW, outerBoundsMode: "none" });
    option.xAxis.push({
      gridIndex,
      type: isLog ? "log" : "value",
      min: isLog && kind === "dumbbell" ? 1 : null,
      splitNumber: ticks,
      axisLabel: { color: SUBDUED, hideOverlap: true, formatter: tick },
      splitLine: { lineStyle: { color: RULE } },
    });
    option.yAxis.push({
      gridIndex,
      type: "category",
      inverse: true,
      data: rows.map(({ name }) => name),
      name: caption,
      nameLocation: "start",
      nameTextStyle: { align: "left", color: SUBDUED, fontSize: 14, padding: [0, 0, 0, -names - room] },
      axisTick: { show: false },
      axisLine: { show: !room, onZero: false, lineStyle: { color: MUTED } },
      axisLabel: { color: INK, fontSize: 16, interval: 0, margin: 12 + room, width: names - 20, overflow: "truncate" },
    });
    height += rows.length * ROW + TICKS + 16;
    option.series.push(...SERIES[kind](gridIndex, rows, isLog, width));
  });
  return { option, height };
}

const SERIES = { bars, dumbbell, changes };

/** Bars from `from` to `value`; `more` is how far a hedged number may lie beyond that. */
function bars(panel, rows, isLog) {
  // Items keep their identity, so that sorting moves them.
  const stack = (name, item, rest) => ({
    id: `${name} ${panel}`,
    type: "bar",
    xAxisIndex: panel,
    yAxisIndex: panel,
    barWidth: isLog ? 2 : BAR,
    stack: `panel ${panel}`,
    data: rows.map((row) => ({ id: row.name, ...item(row) })),
    ...rest,
  });
  return [
    ...(rows.some((row) => row.from) ? [stack("from", (row) => ({ value: row.from || 0 }), { itemStyle: { color: "transparent" } })] : []),
    stack("value", (row) => ({ value: row.value - (row.from || 0), itemStyle: { color: row.color || ACCENT } })),
    stack("hedge", (row) => ({ value: row.more || 0 }), {
      itemStyle: { color: PALE },
      label: { ...VALUE, show: true, position: "right", distance: isLog ? 12 : 6, formatter: ({ dataIndex }) => rows[dataIndex].label },
    }),
    // A bar on a log scale has no zero to begin at: a dot shows the value.
    dots(panel, isLog ? rows : []),
  ];
}

const dots = (panel, rows) => ({
  id: `dots ${panel}`,
  type: "custom",
  xAxisIndex: panel,
  yAxisIndex: panel,
  z: 3,
  data: rows.map((row, index) => ({ id: row.name, value: [row.value, index] })),
  renderItem(_, api) {
    const [cx, cy] = api.coord([api.value(0), api.value(1)]);
    return { type: "circle", transition: "shape", shape: { cx, cy, r: 6 }, style: { fill: ACCENT } };
  },
});

/** A hollow dot for last year and a filled one for this year, joined by a line. */
function dumbbell(panel, rows, isLog, width) {
  // A log scale has no zero: it is drawn at the left end.
  const at = (value) => (isLog ? Math.max(value, 1) : value);
  const series = {
    id: "dumbbell",
    type: "custom",
    xAxisIndex: panel,
    yAxisIndex: panel,
    data: rows.map((row, index) => [at(row.last), at(row.now), index]),
    encode: { x: [0, 1], y: 2 },
    renderItem({ dataIndex }, api) {
      const row = rows[dataIndex];
      const [from, y] = api.coord([api.value(0), api.value(2)]);
      const [to] = api.coord([api.value(1), api.value(2)]);
      const font = api.font(VALUE);
      const text = (x, align, text) => ({
        type: "text",
        x,
        y,
        transition: ["x", "y"],
        style: { text, align, verticalAlign: "middle", fill: VALUE.color, font },
      });
      const dot = (cx, style) => ({ type: "circle", transition: "shape", shape: { cx, cy: y, r: 7 }, style });
      const [low, high] = to >= from ? [row.last, row.now] : [row.now, row.last];
      return {
        type: "group",
        children: [
          { type: "line", transition: "shape", shape: { x1: from, y1: y, x2: to, y2: y }, style: { stroke: ACCENT, lineWidth: 2 } },
          dot(from, { fill: "#fff", stroke: ACCENT, lineWidth: 2 }),
          dot(to, { fill: ACCENT }),
          text(Math.min(from, to) - 12, "right", grouped(low)),
          text(Math.max(from, to) + 12, "left", grouped(high)),
          text(width, "right", row.label),
        ],
      };
    },
  };
  return [series];
}

/** Gains and losses on either side of zero. */
function changes(panel, rows) {
  const series = {
    id: "changes",
    type: "bar",
    xAxisIndex: panel,
    yAxisIndex: panel,
    barWidth: BAR,
    data: rows.map(({ value, change, color }) => ({
      value,
      itemStyle: { color },
      label: { position: change < 0 ? "left" : "right" },
    })),
    label: { ...VALUE, show: true, formatter: ({ dataIndex }) => rows[dataIndex].label },
  };
  return [series];
}

function squaresSeries(pathData, text, top) {
  return {
    id: "squares",
    type: "custom",
    coordinateSystem: "none",
    data: [text],
    renderItem: (_, api) => ({
      type: "group",
      y: top,
      children: [
        { type: "text", y: -28, style: { text, fill: VALUE.color, font: api.font(VALUE) } },
        { type: "path", shape: { pathData }, style: { fill: ACCENT } },
      ],
    }),
  };
}
