// How much was bought, in how many projects: amount, average, and a square for each project.
import { ACCENT, MUTED, ROW, VALUE, bars, panels } from "./parts.js";
import { decimal, grouped } from "./numbers.js";

/** How many 元 a unit is, as a power of ten. */
const POWERS = { 元: 0, 万元: 4, 亿元: 8 };
const SIDE = 13;
const PITCH = SIDE + 3;

export const choices = [["unit", "金额单位", [["wan", "万元"], ["yi", "亿元"]]]];

export function procurement({ proactive }, chosen, width) {
  const { projects, amount } = proactive.procurement;
  const printed = amount.unit || "万元";
  const unit = chosen.unit === "yi" ? "亿元" : "万元";
  const total = Number(amount.value);
  const average = Math.round((total / projects) * 100) / 100;
  const money = (value) => `${decimal(value, 2)} ${printed}`;
  const inUnit = (value) => value / 10 ** (POWERS[unit] - POWERS[printed]);
  const bar = (name, value, color) => ({
    name,
    color,
    value: inUnit(value),
    label: `${decimal(inUnit(value), unit === printed ? 2 : 4)} ${unit}`,
    detail: `${name}：${money(value)}。`,
  });
  const list = [bar("采购总金额", total), bar("平均每个项目", average, MUTED)];

  const { option, height } = panels(width, [
    { caption: `金额（${unit}）`, rows: list.map((d) => d.name), axis: { axisLabel: { formatter: (n) => decimal(n, unit === "亿元" ? 1 : 0) } } },
  ]);
  const columns = Math.max(1, Math.min(50, Math.floor(width / PITCH)));
  let path = "";
  for (let index = 0; index < projects; index += 1) {
    path += `M${(index % columns) * PITCH} ${Math.floor(index / columns) * PITCH}h${SIDE}v${SIDE}h-${SIDE}z`;
  }
  const top = height + ROW;
  const squares = {
    id: "squares",
    type: "custom",
    coordinateSystem: "none",
    data: [projects],
    renderItem: (_, api) => ({
      type: "group",
      y: top,
      children: [
        {
          type: "text",
          y: -28,
          style: { text: `采购项目数量　${grouped(projects)}（每格代表 1 个项目）`, fill: VALUE.color, font: api.font(VALUE) },
        },
        { type: "path", shape: { pathData: path }, style: { fill: ACCENT } },
      ],
    }),
  };
  option.series = [...bars(0, list), squares];

  return {
    option,
    height: top + Math.ceil(projects / columns) * PITCH,
    title: `全年集中采购 ${grouped(projects)} 个项目，合计 ${decimal(total / 10 ** (8 - POWERS[printed]), 2)} 亿元（${money(total)}），平均每个项目 ${money(average)}。`,
    note: "平均数 = 采购总金额 ÷ 采购项目数量；各项目的实际金额可能相差很大。",
    details: [list],
  };
}
