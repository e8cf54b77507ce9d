// What was published, by category, and the stated total beside the sum of the categories.
import { CONTRAST, MUTED } from "./style.js";
import { grouped, hedged, highest, percent, quantity } from "./numbers.js";

export function disclosure({ disclosure: { total, categories } }, chosen) {
  const sum = categories.reduce((sum, category) => sum + category.count, 0);
  const ranked = [...categories].sort((a, b) => b.count - a.count);
  const shown = chosen.sort === "size" ? ranked : categories;
  const isShare = chosen.measure === "share";

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

  const [largest] = ranked;
  return {
    title: `公开最多的是“${largest.name}”：${quantity(largest)}，占所列 ${categories.length} 类相加数 ${grouped(sum)} 的 ${percent(largest.count, sum)}。`,
    note: difference
      ? `正文所述总数是 ${quantity(total)}，所列 ${categories.length} 类相加是 ${grouped(sum)}，两者相差 ${grouped(Math.abs(difference))}。原文如此，未作改动。`
      : "",
    panels: [
      { kind: "bars", caption: "总数与分类相加", rows: totals, tick: grouped },
      {
        kind: "bars",
        caption: isShare ? "各类信息占所列相加数的百分比" : "各类信息数量",
        rows: list,
        isLog: chosen.scale === "log",
        tick: isShare ? (n) => `${n}%` : grouped,
      },
    ],
  };
}
