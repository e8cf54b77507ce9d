// Licences, other services, penalties, compulsory measures and fees: last year → this year.
import { ACCENT, CONTRAST, MUTED } from "./style.js";
import { grouped, signed, signedPercent } from "./numbers.js";

const KINDS = [
  ["licences", "行政许可"],
  ["other_services", "其他对外管理服务事项"],
  ["penalties", "行政处罚"],
  ["compulsory_measures", "行政强制"],
  ["fees", "行政事业性收费"],
];

export function services({ proactive }, chosen) {
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
      // On the view of changes.
      value: isPercent ? last && (change * 100) / last : change,
      color: change < 0 ? CONTRAST : ACCENT,
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
  const sizes = { kind: "dumbbell", caption: "项目数量（○ 上年　● 本年）", rows: kinds, isLog: chosen.sizes === "log", tick: grouped };
  const changes = {
    kind: "changes",
    caption: isPercent ? "比上年增减（%）" : "比上年增减（项）",
    rows: kinds,
    tick: (n) => signed(n) + (isPercent ? "%" : ""),
  };

  const most = kinds.reduce((most, kind) => (Math.abs(kind.change) > Math.abs(most.change) ? kind : most));
  const counted = (sign) => kinds.filter((kind) => Math.sign(kind.change) === sign).length;
  return {
    title: `变化最大的是“${most.name}”：由上年 ${grouped(most.last)} 项${most.change < 0 ? "减少" : "增加"}为 ${grouped(most.now)} 项（${most.share}）；${kinds.length} 类中 ${counted(-1)} 类减少、${counted(1)} 类增加、${counted(0)} 类未变。`,
    note: "本年项目数量 = 上一年项目数量 + 本年增/减；“项目”是事项的种类数，“处理决定”是办理的件数，两者不能相加或相比。",
    panels: [chosen.compare === "sizes" ? sizes : changes, { kind: "bars", caption: "处理决定数量", rows: decided, tick: grouped }],
  };
}
