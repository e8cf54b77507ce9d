// What was published, by category, and the stated total beside the sum of the categories.
import { ACCENT, CONTRAST, MUTED, bars, panels } from "./parts.js";
import { grouped, hedged, highest, percent, quantity } from "./numbers.js";

export const choices = [
  ["sort", "排序", [["size", "由多到少"], ["printed", "按原文顺序"]]],
  ["measure", "显示", [["count", "数量"], ["share", "占比"]]],
  ["scale", "刻度", [["linear", "等距"], ["log", "对数"]]],
];

export function disclosure({ disclosure: { total, categories } }, chosen, width) {
  const sum = categories.reduce((sum, category) => sum + category.count, 0);
  const ranked = [...categories].sort((a, b) => b.count - a.count);
  const shown = chosen.sort === "size" ? ranked : categories;
  const isShare = chosen.measure === "share";
  const isLog = chosen.scale === "log";

  const totals = [
    {
      name: "正文所述总数",
      value: total.count,
      more: highest(total) - total.count,
      label: hedged(total),
      detail: `正文所述总数：${quantity(total)}。`,
    },
    { name: `所列 ${categories.length} 类相加`, value: sum, color: MUTED, label: grouped(sum) },
  ];
  const difference = sum - total.count;
  if (difference) {
    totals.push({
      name: "两者相差",
      from: Math.min(sum, total.count),
      value: Math.max(sum, total.count),
      color: CONTRAST,
      label: grouped(Math.abs(difference)),
    });
  }
  const list = shown.map((category) => {
    const share = percent(category.count, sum);
    return {
      name: category.name,
      value: isShare ? (category.count * 100) / sum : category.count,
      more: isShare ? 0 : highest(category) - category.count,
      label: isShare ? share : hedged(category),
      detail: `${category.name}：${quantity(category)}，占所列相加数的 ${share}，由多到少第 ${ranked.indexOf(category) + 1}。`,
    };
  });

  const { option, height } = panels(width, [
    { caption: "总数与分类相加", rows: totals.map((d) => d.name) },
    {
      caption: isShare ? "各类信息占所列相加数的百分比" : "各类信息数量",
      rows: list.map((d) => d.name),
      axis: {
        type: isLog ? "log" : "value",
        axisLabel: { formatter: isShare ? "{value}%" : grouped },
      },
    },
  ]);
  option.series = [...bars(0, totals), ...bars(1, list, isLog), dots(isLog ? list : [])];

  const [largest] = ranked;
  return {
    option,
    height,
    title: `公开最多的是“${largest.name}”：${quantity(largest)}，占所列 ${categories.length} 类相加数 ${grouped(sum)} 的 ${percent(largest.count, sum)}。`,
    note: difference
      ? `正文所述总数是 ${quantity(total)}，所列 ${categories.length} 类相加是 ${grouped(sum)}，两者相差 ${grouped(Math.abs(difference))}。原文如此，未作改动。`
      : "",
    details: [totals, list],
  };
}

/** On a log scale a bar has no zero to begin at: a dot says where the value is. */
const dots = (list) => ({
  id: "dots",
  type: "custom",
  xAxisIndex: 1,
  yAxisIndex: 1,
  z: 3,
  data: list.map((d, row) => ({ id: d.name, value: [d.value, row] })),
  renderItem(_, api) {
    const [cx, cy] = api.coord([api.value(0), api.value(1)]);
    return { type: "circle", transition: "shape", shape: { cx, cy, r: 6 }, style: { fill: ACCENT } };
  },
});
