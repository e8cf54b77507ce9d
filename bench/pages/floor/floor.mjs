// The same figures as plain SVG in the page, without any script.

const ACCENT = "#1f5f8b";
const MUTED = "#8a97a3";
const PALE = "#b9d0df";
const INK = "#1c1f24";
const ROW = 44;
const NAMES = 190;
const WIDTH = 1080;

const KINDS = { licences: "行政许可", other_services: "其他对外管理服务事项", penalties: "行政处罚", compulsory_measures: "行政强制", fees: "行政事业性收费" };

const grouped = (n) => n.toLocaleString("en").replace("-", "−");
const hedged = ({ count, qualifier }) => grouped(count) + (qualifier === "over" ? " 余" : "");
const text = (x, y, words, rest = "") => `<text x="${x}" y="${y + 6}"${rest}>${words}</text>`;
const rect = (x, y, width, fill) => `<rect x="${x}" y="${y - 9}" width="${Math.max(width, 1.5).toFixed(1)}" height="18" fill="${fill}"/>`;

function figure(title, height, marks) {
  return `<figure><figcaption>${title}</figcaption><svg class="figure" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-size="16" fill="${INK}" role="img" aria-label="${title}">${marks.join("")}</svg></figure>\n`;
}

function bars(list, top, room) {
  const most = Math.max(...list.map((bar) => bar.value + (bar.more || 0)));
  const long = (value) => (value / most) * (room - NAMES - 130);
  return list.map(({ name, value, more = 0, from = 0, label, fill = ACCENT }, row) => {
    const y = top + row * ROW + ROW / 2;
    const end = NAMES + long(value);
    return `<g class="mark">${text(NAMES - 12, y, name, ' text-anchor="end"')}${rect(NAMES + long(from), y, long(value - from), fill)}${more ? rect(end, y, long(more), PALE) : ""}${text((end + long(more) + 6).toFixed(1), y, label)}</g>`;
  });
}

function disclosure({ total, categories }) {
  const sum = categories.reduce((sum, category) => sum + category.count, 0);
  const bar = (category, more) => ({ name: category.name, value: category.count, more: category.qualifier ? more : 0, label: hedged(category) });
  const totals = [
    bar({ ...total, name: "正文所述总数" }, 99),
    { name: `所列 ${categories.length} 类相加`, value: sum, label: grouped(sum), fill: MUTED },
    { name: "两者相差", from: total.count, value: sum, label: grouped(sum - total.count), fill: "#a3541c" },
  ];
  const list = [...categories].sort((a, b) => b.count - a.count).map((category) => bar(category, 99));
  return figure("主动公开：各类信息数量", (totals.length + list.length) * ROW + 20, [
    ...bars(totals, 0, WIDTH),
    ...bars(list, totals.length * ROW + 20, WIDTH),
  ]);
}

function services(proactive) {
  const rows = Object.entries(KINDS).map(([field, name]) => ({ name, ...proactive[field] }));
  const at = (value) => NAMES + 60 + (Math.log10(Math.max(value, 1)) / 4) * (WIDTH - NAMES - 240);
  const spans = rows.map(({ name, items_last_year: last, change }, row) => {
    const y = row * ROW + ROW / 2;
    const [from, to] = [at(last), at(last + change)];
    const isForward = to >= from;
    const [low, high] = isForward ? [last, last + change] : [last + change, last];
    return `<g class="mark">${text(NAMES - 12, y, name, ' text-anchor="end"')}<path d="M${from.toFixed(1)} ${y}H${to.toFixed(1)}" stroke="${ACCENT}" stroke-width="2"/><circle cx="${from.toFixed(1)}" cy="${y}" r="7" fill="#fff" stroke="${ACCENT}" stroke-width="2"/><circle cx="${to.toFixed(1)}" cy="${y}" r="7" fill="${ACCENT}"/>${text((Math.min(from, to) - 12).toFixed(1), y, grouped(low), ' text-anchor="end"')}${text((Math.max(from, to) + 12).toFixed(1), y, grouped(high))}${text(WIDTH, y, (change > 0 ? "+" : "") + grouped(change), ' text-anchor="end"')}</g>`;
  });
  const decided = rows
    .filter((row) => row.decisions != null)
    .map(({ name, decisions }) => ({ name, value: decisions, label: grouped(decisions), fill: MUTED }));
  return figure("许可与处罚：上年 → 本年，及处理决定数量", (rows.length + decided.length) * ROW + 20, [
    ...spans,
    ...bars(decided, rows.length * ROW + 20, WIDTH),
  ]);
}

function procurement({ projects, amount }) {
  const money = (value) => `${value.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 })} ${amount.unit}`;
  const total = Number(amount.value);
  const list = [
    { name: "采购总金额", value: total, label: money(total) },
    { name: "平均每个项目", value: total / projects, label: money(total / projects), fill: MUTED },
  ];
  let path = "";
  for (let index = 0; index < projects; index += 1) {
    path += `M${(index % 50) * 16} ${130 + Math.floor(index / 50) * 16}h13v13h-13z`;
  }
  return figure("政府采购：金额、平均与项目", 130 + Math.ceil(projects / 50) * 16, [
    ...bars(list, 0, WIDTH - 60),
    `<g class="mark">${text(0, 108, `采购项目数量 ${grouped(projects)}（每格代表 1 个项目）`)}<path d="${path}" fill="${ACCENT}"/></g>`,
  ]);
}

/** The part of the page between the portal's own paragraphs. */
export function floor(report) {
  return disclosure(report.disclosure) + services(report.proactive) + procurement(report.proactive.procurement);
}
