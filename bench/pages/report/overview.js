// The year in headline numbers, each of which leads to its view.
import { decimal, grouped, quantity } from "./numbers.js";

export function overview({ year, agency, disclosure, proactive }) {
  const { projects, amount } = proactive.procurement;
  return {
    title: `${agency.name} ${year} 年主要数字`,
    note: "数字按原文录入，点按可查看相应内容。",
    numbers: [
      { view: "disclosure", value: quantity(disclosure.total), label: "主动公开信息" },
      { view: "services", value: grouped(proactive.licences.decisions), label: "行政许可处理决定" },
      { view: "services", value: grouped(proactive.penalties.decisions), label: "行政处罚处理决定" },
      { view: "procurement", value: `${decimal(Number(amount.value), 2)} ${amount.unit}`, label: "政府集中采购总金额" },
      { view: "procurement", value: `${grouped(projects)} 个`, label: "政府集中采购项目" },
    ],
  };
}
