// The views of the report, as every charting library's page shows them.
//
// A figure is a sentence, a note and a list of panels below each other. Each panel has a `kind`, a
// caption and rows; each row has its name, its numbers, the label printed beside its mark and the
// sentence shown when it is pointed at. A library's `chart.js` turns panels into its own options.
import { disclosure } from "./disclosure.js";
import { overview } from "./overview.js";
import { procurement } from "./procurement.js";
import { services } from "./services.js";

/** Each view with its title, its figure and the choices it offers: a name, a label and options. */
export const VIEWS = [
  { id: "overview", title: "总览", figure: overview, choices: [] },
  {
    id: "disclosure",
    title: "主动公开",
    figure: disclosure,
    choices: [
      ["sort", "排序", [["size", "由多到少"], ["printed", "按原文顺序"]]],
      ["measure", "显示", [["count", "数量"], ["share", "占比"]]],
      ["scale", "刻度", [["linear", "等距"], ["log", "对数"]]],
    ],
  },
  {
    id: "services",
    title: "许可与处罚",
    figure: services,
    choices: [
      ["compare", "比较", [["sizes", "数量大小"], ["changes", "增减变化"]]],
      ["change", "变化显示为", [["number", "数量"], ["percent", "百分比"]]],
      ["sizes", "刻度", [["linear", "等距"], ["log", "对数"]]],
    ],
  },
  {
    id: "procurement",
    title: "政府采购",
    figure: procurement,
    choices: [["unit", "金额单位", [["wan", "万元"], ["yi", "亿元"]]]],
  },
];

/** What is chosen before the reader chooses anything. */
export const DEFAULTS = {
  view: "disclosure",
  sort: "size",
  measure: "count",
  scale: "linear",
  compare: "sizes",
  change: "number",
  sizes: "linear",
  unit: "wan",
};
