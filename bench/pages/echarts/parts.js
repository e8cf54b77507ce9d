// Parts of an ECharts option that the figures share.

export const ACCENT = "#1f5f8b";
export const MUTED = "#8a97a3";
export const PALE = "#b9d0df";
export const CONTRAST = "#a3541c";
export const INK = "#1c1f24";
export const ROW = 44;
export const VALUE = { color: INK, fontSize: 16 };

const CAPTION = 30;
const TICKS = 24;

/** Stacks panels of rows below each other; each has a grid and two axes of its own. */
export function panels(width, list) {
  const isNarrow = width < 600;
  const names = isNarrow ? 112 : 190;
  const values = isNarrow ? 76 : 110;
  const option = { grid: [], xAxis: [], yAxis: [] };
  let height = 0;
  list.forEach(({ caption, rows, axis, room = 0 }, gridIndex) => {
    height += CAPTION;
    option.grid.push({
      left: names + room,
      right: values + room,
      top: height,
      height: rows.length * ROW,
      outerBoundsMode: "none",
    });
    option.xAxis.push({
      gridIndex,
      type: "value",
      min: null,
      splitNumber: isNarrow ? 2 : 5,
      axisLabel: { color: "#5a6068", hideOverlap: true },
      splitLine: { lineStyle: { color: "#dde1e5" } },
      ...axis,
    });
    option.yAxis.push({
      gridIndex,
      type: "category",
      inverse: true,
      data: rows,
      name: caption,
      nameLocation: "start",
      nameTextStyle: { align: "left", color: "#5a6068", fontSize: 14, padding: [0, 0, 0, -names - room] },
      axisTick: { show: false },
      axisLine: { show: !room, onZero: false, lineStyle: { color: MUTED } },
      axisLabel: { color: INK, fontSize: 16, interval: 0, margin: 12 + room, width: names - 20, overflow: "truncate" },
    });
    height += rows.length * ROW + TICKS + 16;
  });
  return { option, height };
}

/** Bars of one panel, each from `from` to `value`; `more` is what a hedge allows beyond that. */
export function bars(panel, data, isThin) {
  // Items keep their identity, so that sorting moves them.
  const stack = (name, item, rest) => ({
    id: `${name} ${panel}`,
    type: "bar",
    xAxisIndex: panel,
    yAxisIndex: panel,
    barWidth: isThin ? 2 : 18,
    stack: `panel ${panel}`,
    data: data.map((d) => ({ id: d.name, ...item(d) })),
    ...rest,
  });
  return [
    ...(data.some((d) => d.from) ? [stack("from", (d) => ({ value: d.from || 0 }), { itemStyle: { color: "transparent" } })] : []),
    stack("value", (d) => ({ value: d.value - (d.from || 0), itemStyle: { color: d.color || ACCENT } })),
    stack("hedge", (d) => ({ value: d.more || 0 }), {
      itemStyle: { color: PALE },
      label: {
        ...VALUE,
        show: true,
        position: "right",
        distance: isThin ? 12 : 6,
        formatter: ({ dataIndex }) => data[dataIndex].label,
      },
    }),
  ];
}
