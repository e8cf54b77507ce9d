// The page around the figures: tabs, the finding, the reader's choices as buttons, and one chart.
import { DEFAULTS, VIEWS } from "./figures.js";

/**
 * @param {(element: HTMLElement) => {show(figure: object, isNew: boolean): void, instance(): unknown}} plot
 *   makes the library's chart; `isNew` says that another view was shown before
 */
export async function start(plot) {
  const root = document.getElementById("report");
  const report = await (await fetch("/longde-2020.json")).json();

  root.innerHTML =
    '<div role="tablist" aria-label="查看内容"></div><p class="finding"></p><div class="controls"></div><div class="numbers"></div><div class="chart"></div><p class="note"></p>';
  const [tabs, finding, controls, numbers, element, note] = root.children;
  const button = (attributes, content) => `<button type="button" ${attributes}>${content}</button>`;
  const chosen = { ...DEFAULTS };
  const chart = plot(element);
  let shown;

  function show() {
    const { figure: draw, choices } = VIEWS.find(({ id }) => id === chosen.view);
    const isNew = shown !== chosen.view;
    const figure = draw(report, chosen);
    finding.textContent = figure.title;
    note.textContent = figure.note;
    if (isNew) {
      tabs.innerHTML = VIEWS.map(({ id, title }) =>
        button(`role="tab" data-view="${id}" aria-selected="${id === chosen.view}"`, title),
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
    // Headline numbers need no chart.
    numbers.innerHTML = (figure.numbers || [])
      .map(({ view, value, label }) => button(`class="number" data-view="${view}"`, `<b>${value}</b>${label}`))
      .join("");
    element.hidden = !figure.panels;
    if (figure.panels) chart.show(figure, isNew);
  }

  root.addEventListener("click", ({ target }) => {
    const { view, choice, value } = target.closest("button")?.dataset || {};
    if (view) chosen.view = view;
    else if (choice) chosen[choice] = value;
    else return;
    show();
  });
  addEventListener("resize", show);
  show();
  root.dispatchEvent(new CustomEvent("report-drawn", { bubbles: true, detail: chart.instance() }));
}
