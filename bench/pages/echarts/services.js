// Licences, other services, penalties, compulsory measures and fees: last year → this year.
import { ACCENT, CONTRAST, MUTED, VALUE, bars, panels } from "./parts.js";
import { grouped, signed, signedPercent } from "./numbers.js";

const KINDS = [
  ["licences", "行政许可"],
  ["other_services", "其他对外管理服务事项"],
  ["penalties", "行政处罚"],
  ["compulsory_measures", "行政强制"],
  ["fees", "行政事业性收费"],
];

export const choices = [
  ["compare", "比较", [["sizes", "数量大小"], ["changes", "增减变化"]]],
  ["change", "变化显示为", [["number", "数量"], ["percent", "百分比"]]],
  ["sizes", "刻度", [["linear", "等距"], ["log", "对数"]]],
];

export function services({ proactive }, chosen, width) {
  const isPercent = chosen.change === "percent";
  const kinds = KINDS.filter(([field]) => proactive[field]).map(([field, name]) => {
    const { items_last_year: last, change, decisions } = proactive[field];
    const share = signedPercent(change, last);
    return {
      name,
      last,
      change,
      decisions,
      now: last + change,
      share,
      label: isPercent ? share : signed(change),
      detail: `${name}：上年 ${grouped(last)} 项，本年增减 ${signed(change)}，本年 ${grouped(last + change)} 项（${last ? share : "无百分比"}）；${decisions == null ? "表中没有处理决定一栏" : `处理决定 ${grouped(decisions)}`}。`,
    };
  });
  const decided = kinds
    .filter((kind) => kind.decisions != null)
    .map(({ name, decisions }) => ({
      name,
      value: decisions,
      color: MUTED,
      label: grouped(decisions),
      detail: `${name}：处理决定 ${grouped(decisions)}。`,
    }));

  const first = chosen.compare === "sizes" ? sizes(kinds, chosen.sizes === "log", width) : changes(kinds, isPercent);
  const { option, height } = panels(width, [
    { rows: kinds.map((kind) => kind.name), ...first.panel },
    { caption: "处理决定数量", rows: decided.map((d) => d.name), axis: { axisLabel: { formatter: grouped } } },
  ]);
  option.series = [first.series, ...bars(1, decided)];

  const most = kinds.reduce((most, kind) => (Math.abs(kind.change) > Math.abs(most.change) ? kind : most));
  const counted = (sign) => kinds.filter((kind) => Math.sign(kind.change) === sign).length;
  return {
    option,
    height,
    title: `变化最大的是“${most.name}”：由上年 ${grouped(most.last)} 项${most.change < 0 ? "减少" : "增加"}为 ${grouped(most.now)} 项（${most.share}）；${kinds.length} 类中 ${counted(-1)} 类减少、${counted(1)} 类增加、${counted(0)} 类未变。`,
    note: "本年项目数量 = 上一年项目数量 + 本年增/减；“项目”是事项的种类数，“处理决定”是办理的件数，两者不能相加或相比。",
    details: [kinds, decided],
  };
}

/** A hollow dot for last year and a filled one for this year, joined by a line. */
function sizes(kinds, isLog, width) {
  // Zero has no place on a log scale and stands at its left end.
  const at = (value) => (isLog ? Math.max(value, 1) : value);
  return {
    panel: {
      caption: "项目数量（○ 上年　● 本年）",
      room: 50,
      axis: { type: isLog ? "log" : "value", min: isLog ? 1 : null, axisLabel: { formatter: grouped } },
    },
    series: {
      id: "sizes",
      type: "custom",
      data: kinds.map((kind, row) => [at(kind.last), at(kind.now), row]),
      encode: { x: [0, 1], y: 2 },
      renderItem({ dataIndex }, api) {
        const kind = kinds[dataIndex];
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
        const isForward = to >= from;
        return {
          type: "group",
          children: [
            { type: "line", transition: "shape", shape: { x1: from, y1: y, x2: to, y2: y }, style: { stroke: ACCENT, lineWidth: 2 } },
            dot(from, { fill: "#fff", stroke: ACCENT, lineWidth: 2 }),
            dot(to, { fill: ACCENT }),
            text(Math.min(from, to) - 12, "right", grouped(isForward ? kind.last : kind.now)),
            text(Math.max(from, to) + 12, "left", grouped(isForward ? kind.now : kind.last)),
            text(width, "right", kind.label),
          ],
        };
      },
    },
  };
}

/** Gains and losses either side of zero. */
function changes(kinds, isPercent) {
  return {
    panel: {
      caption: isPercent ? "比上年增减（%）" : "比上年增减（项）",
      room: 50,
      axis: { axisLabel: { formatter: (n) => signed(n) + (isPercent ? "%" : "") } },
    },
    series: {
      id: "changes",
      type: "bar",
      barWidth: 18,
      data: kinds.map(({ change, last }) => ({
        value: isPercent ? (last && (change * 100) / last) : change,
        itemStyle: { color: change < 0 ? CONTRAST : ACCENT },
        label: { position: change < 0 ? "left" : "right" },
      })),
      label: { ...VALUE, show: true, formatter: ({ dataIndex }) => kinds[dataIndex].label },
    },
  };
}
