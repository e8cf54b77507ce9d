// How much was bought, in how many projects: amount, average, and a square for each project.
import { MUTED } from "./style.js";
import { decimal, grouped } from "./numbers.js";

/** How many 元 a unit is, as a power of ten. */
const POWERS = { 元: 0, 万元: 4, 亿元: 8 };

export function procurement({ proactive }, chosen) {
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

  return {
    title: `全年集中采购 ${grouped(projects)} 个项目，合计 ${decimal(total / 10 ** (8 - POWERS[printed]), 2)} 亿元（${money(total)}），平均每个项目 ${money(average)}。`,
    note: "平均数 = 采购总金额 ÷ 采购项目数量；各项目的实际金额可能相差很大。",
    panels: [
      {
        kind: "bars",
        caption: `金额（${unit}）`,
        rows: [bar("采购总金额", total), bar("平均每个项目", average, MUTED)],
        tick: (n) => decimal(n, unit === "亿元" ? 1 : 0),
      },
      { kind: "squares", caption: `采购项目数量　${grouped(projects)}（每格代表 1 个项目）`, count: projects },
    ],
  };
}

const SIDE = 13;
const PITCH = SIDE + 3;

/** Unit squares in rows, as the path of an SVG or a canvas, and the height they take. */
export function squares(count, width) {
  const columns = Math.max(1, Math.min(50, Math.floor(width / PITCH)));
  let path = "";
  for (let index = 0; index < count; index += 1) {
    path += `M${(index % columns) * PITCH} ${Math.floor(index / columns) * PITCH}h${SIDE}v${SIDE}h-${SIDE}z`;
  }
  return { path, height: Math.ceil(count / columns) * PITCH };
}
