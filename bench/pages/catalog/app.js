// The same catalogue as JSON with ECharts: a trend, a distribution and a table that renders only the
// rows in sight, with search, order and filter. Its controls have the widget's names.
const ROW = 44;
const SHOWN = 30;
const MEASURE = "applications.received[6]";

export async function start(echarts) {
  const root = document.getElementById("report");
  const data = await (await fetch(document.documentElement.dataset.src)).json();
  // Packed, a report is an array, and the figures' names are listed once.
  const at = data.measures ? data.measures.indexOf(MEASURE) + 2 : 0;
  const yearOf = (report) => (at ? report[0] : report.year);
  const years = [...new Set(data.places.flatMap(({ reports }) => reports.map(yearOf)))].sort();
  const year = years.at(-1);
  const number = (place, year) => {
    const report = place.reports.find((one) => yearOf(one) === year);
    const value = report && (at ? report[at] : report.figures[MEASURE]);
    return typeof value === "number" ? value : null;
  };
  const chosen = { kind: "trend", places: [0], sort: "listed", falling: false, query: "" };

  root.innerHTML =
    '<div class="tabs">' +
    [["trend", "趋势"], ["distribution", "分布"], ["agencies", "各机关"]]
      .map(([id, label]) => `<button type="button" role="tab" data-choice="kind" data-value="${id}">${label}</button>`)
      .join("") +
    '</div><label>查找机关 <input type="search" data-search="agencies"></label><div data-region="found"></div><h3></h3><div class="chart"></div><div class="list" hidden></div>';
  const [found, title, element, list] = ["[data-region=found]", "h3", ".chart", ".list"].map((selector) => root.querySelector(selector));
  const chart = echarts.init(element, null, { width: element.clientWidth, height: 380 });
  const names = data.places.map(({ name, code, initials }) => [name, code || "", initials]);
  const find = (query) => {
    const word = query.trim().toLowerCase();
    return names.flatMap(([name, code, initials], index) =>
      name.includes(word) || code.startsWith(word) || initials.includes(word) ? [index] : [],
    );
  };

  const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

  function search(query) {
    const places = query.trim() ? find(query) : [];
    found.innerHTML = places
      .slice(0, SHOWN)
      .map((index) => `<button type="button" data-choice="add" data-value="${index}">${escape(names[index][0])}</button>`)
      .join("");
  }

  function trend() {
    title.textContent = `${names[chosen.places[0]][0]}等 ${chosen.places.length} 个机关，${MEASURE}`;
    chart.setOption(
      {
        animation: false,
        grid: { left: 60, right: 160, top: 30, bottom: 40 },
        tooltip: { trigger: "item" },
        xAxis: { type: "category", data: years },
        yAxis: { type: "value" },
        series: chosen.places.map((index) => ({
          type: "line",
          name: names[index][0],
          endLabel: { show: true, formatter: "{a}" },
          data: years.map((year) => number(data.places[index], year)),
        })),
      },
      true,
    );
  }

  function distribution() {
    const marks = data.places
      .map((place, index) => [number(place, year), index])
      .filter(([value]) => value !== null)
      .sort((one, other) => one[0] - other[0]);
    const quartile = (share) => marks[Math.max(0, Math.ceil(marks.length * share) - 1)][0];
    title.textContent = `${year} 年 ${marks.length} 个机关，中位数 ${quartile(0.5)}`;
    const high = marks.at(-1)[0] || 1;
    const stacks = new Map();
    const points = marks.map(([value, index]) => {
      const bin = Math.round((value / high) * 250);
      const level = stacks.get(bin) || 0;
      stacks.set(bin, level + 1);
      return [value, level, index];
    });
    chart.setOption(
      {
        animation: false,
        grid: { left: 20, right: 20, top: 30, bottom: 40 },
        tooltip: { trigger: "item", transitionDuration: 0, formatter: ({ value }) => (Array.isArray(value) ? `${names[value[2]][0]}：${value[0]}` : "") },
        xAxis: { type: "value" },
        yAxis: { type: "value", show: false },
        series: [
          {
            type: "scatter",
            symbolSize: 6,
            data: points,
            markLine: { symbol: "none", data: [0.25, 0.5, 0.75].map((share) => ({ xAxis: quartile(share) })) },
          },
        ],
      },
      true,
    );
  }

  let order = [];
  function sorted() {
    const places = chosen.query ? find(chosen.query) : names.map((_, index) => index);
    const sign = chosen.falling ? -1 : 1;
    if (chosen.sort === "name") places.sort((one, other) => sign * (names[one][0] < names[other][0] ? -1 : 1));
    if (chosen.sort === "number" || chosen.sort === "before") {
      const of = chosen.sort === "number" ? year : year - 1;
      const values = new Map(places.map((index) => [index, number(data.places[index], of)]));
      places.sort((one, other) => {
        const [first, second] = [values.get(one), values.get(other)];
        if (first === null || second === null) return (first === null) - (second === null);
        return sign * (first - second);
      });
    }
    order = places;
  }

  function rows() {
    const body = list.querySelector("tbody");
    const scroller = list.querySelector(".rows");
    const first = Math.max(0, Math.floor(scroller.scrollTop / ROW) - 5);
    const part = order.slice(first, first + SHOWN);
    const row = (index) => {
      const [now, before] = [number(data.places[index], year), number(data.places[index], year - 1)];
      const change = now === null || before === null ? "—" : now - before;
      return `<tr><th>${escape(names[index][0])}</th><td>${now ?? "—"}</td><td>${before ?? "—"}</td><td>${change}</td></tr>`;
    };
    body.innerHTML = part.map(row).join("");
    list.querySelector(".before").style.height = `${first * ROW}px`;
    list.querySelector(".after").style.height = `${(order.length - first - part.length) * ROW}px`;
  }

  function places() {
    title.textContent = `${year} 年 ${names.length} 个机关`;
    if (!list.innerHTML) {
      list.innerHTML =
        '<label>筛选 <input type="search" data-search="rows"></label><div class="rows"><div class="before"></div><table><thead><tr>' +
        [["name", "机关"], ["number", year], ["before", year - 1], ["change", "变化"]]
          .map(([id, label]) => `<th><button type="button" data-choice="sort" data-value="${id}">${label}</button></th>`)
          .join("") +
        '</tr></thead><tbody></tbody></table><div class="after"></div></div>';
      list.querySelector(".rows").addEventListener("scroll", rows);
    }
    sorted();
    rows();
  }

  function show() {
    const isList = chosen.kind === "agencies";
    element.hidden = isList;
    list.hidden = !isList;
    for (const tab of root.querySelectorAll("[role=tab]")) tab.setAttribute("aria-selected", tab.dataset.value === chosen.kind);
    ({ trend, distribution, places })[chosen.kind]();
  }

  root.addEventListener("click", ({ target }) => {
    const button = target.closest("button[data-choice]");
    if (!button) return;
    const { choice, value } = button.dataset;
    if (choice === "kind") chosen.kind = value;
    if (choice === "add") chosen.places.push(Number(value));
    if (choice === "sort") {
      chosen.falling = chosen.sort === value && !chosen.falling;
      chosen.sort = value;
    }
    show();
  });
  root.addEventListener("input", ({ target }) => {
    if (target.dataset.search === "agencies") return search(target.value);
    chosen.query = target.value;
    sorted();
    rows();
  });
  show();
  document.dispatchEvent(new CustomEvent("many-drawn"));
  return chart;
}
