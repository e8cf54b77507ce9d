// One chart instance, three views, and the reader's choices as buttons.
import * as disclosure from "./disclosure.js";
import * as services from "./services.js";
import * as procurement from "./procurement.js";

const VIEWS = [
  ["disclosure", "主动公开", disclosure.disclosure, disclosure.choices],
  ["services", "许可与处罚", services.services, services.choices],
  ["procurement", "政府采购", procurement.procurement, procurement.choices],
];

const chosen = {
  view: "disclosure",
  sort: "size",
  measure: "count",
  scale: "linear",
  compare: "sizes",
  change: "number",
  sizes: "log",
  unit: "wan",
};

export async function start(init) {
  const place = document.getElementById("report");
  const report = await (await fetch("/longde-2020.json")).json();

  place.innerHTML =
    '<div role="tablist" aria-label="查看内容"></div><p class="finding"></p><div class="controls"></div><div class="chart"></div><p class="note"></p>';
  const [tabs, finding, controls, element, note] = place.children;
  const button = (attributes, label) => `<button type="button" ${attributes}>${label}</button>`;
  let chart;
  const { fontFamily } = getComputedStyle(place);
  let shown;
  let details;
  const tooltip = {
    trigger: "axis",
    axisPointer: { type: "shadow" },
    transitionDuration: 0,
    formatter(found) {
      const { axisIndex, dataIndex } = found[0];
      const { name, label, detail = `${name}：${label}。` } = details[axisIndex][dataIndex];
      return detail;
    },
  };

  function show() {
    const [, , draw, choices] = VIEWS.find(([id]) => id === chosen.view);
    const isNew = shown !== chosen.view;
    const width = element.clientWidth;
    const figure = draw(report, chosen, width);
    details = figure.details;
    finding.textContent = figure.title;
    note.textContent = figure.note;
    if (isNew) {
      tabs.innerHTML = VIEWS.map(([id, label]) =>
        button(`role="tab" data-view="${id}" aria-selected="${id === chosen.view}"`, label),
      ).join("");
      controls.innerHTML = choices
        .map(
          ([id, label, options]) =>
            `<div role="group" aria-label="${label}"><span>${label}</span>${options
              .map(([value, label]) => button(`data-choice="${id}" data-value="${value}"`, label))
              .join("")}</div>`,
        )
        .join("");
      shown = chosen.view;
    }
    for (const one of controls.querySelectorAll("button")) {
      one.setAttribute("aria-pressed", chosen[one.dataset.choice] === one.dataset.value);
    }
    chart ??= init(element, null, { width, height: figure.height });
    const option = {
      textStyle: { fontFamily },
      animationDuration: 0,
      animationDurationUpdate: 400,
      tooltip,
      ...figure.option,
    };
    if (width === chart.getWidth() && figure.height === chart.getHeight()) {
      // What is there moves to its new place.
      chart.setOption(option, isNew ? { notMerge: true } : { replaceMerge: ["series"] });
    } else {
      // Drawn once, at its new size.
      chart.setOption(option, { notMerge: true, lazyUpdate: true });
      chart.resize({ width, height: figure.height });
    }
  }

  place.addEventListener("click", ({ target }) => {
    const { view, choice, value } = target.closest("button")?.dataset || {};
    if (view) chosen.view = view;
    else if (choice) chosen[choice] = value;
    else return;
    show();
  });
  addEventListener("resize", show);
  show();
  place.dispatchEvent(new CustomEvent("report-drawn", { bubbles: true, detail: { chart } }));
}
