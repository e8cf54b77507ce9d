/** A comparison as a state of the widget's session; see ../session.js. */

/**
 * @typedef {import("../session.js").State} State
 * @typedef {import("../session.js").Machine} Machine
 * @typedef {import("../session.js").Settings} Settings
 * @typedef {import("../session.js").Report} Report
 *
 * @typedef {object} Session what the comparison may use of the session
 * @property {ReturnType<typeof import("../ui.js").createUi>} ui
 * @property {import("../html.js").Html} html
 * @property {() => Settings} settings
 * @property {(key: string, entry: string | null) => void} saveEntry
 * @property {() => string} link the page's address with all entries
 * @property {() => Promise<import("../notice.js").Notice>} loadNotice
 * @property {(kind: string, detail?: object) => void} dispatch dispatches an event to the page
 * @property {() => Machine} createSlot for the report below the comparison
 * @property {(slot: Machine) => void} close
 * @property {(report: Report, slot: Machine, settings: () => Settings, state: State) => void} draw shows a report
 *   in `slot`, unless `state` has been left
 * @property {(state: import("../session.js").Comparing) => void} enter
 * @property {(problem: import("../session.js").Problem) => void} refuse shows why there is no comparison
 */

/**
 * Shows a catalogue.
 * @param {import("./module.js").CompareModule} module
 * @param {Uint8Array} bytes
 * @param {string} file
 * @param {import("./module.js").CatalogDownload} download
 * @param {Session} session
 */
export function showCatalog(module, bytes, file, download, { ui, html, settings, saveEntry, link, loadNotice, dispatch, createSlot, close, draw, enter, refuse }) {
  const slot = createSlot();
  // The report has an entry of its own in the page's address.
  const reportSettings = () => {
    const own = settings();
    if (own.permalink !== undefined) own.permalink = `${own.permalink && `${own.permalink}-`}report`;
    return own;
  };
  const closeReport = () => {
    if (slot.state.name === "idle") return;
    close(slot);
    ui.newOutlet(true);
  };
  ui.newOutlet();
  const container = ui.addAbove("");
  container.setAttribute("part", "root");
  /** @type {import("./module.js").Page} */
  const page = {
    container,
    html,
    settings,
    size: ui.size,
    writeEntry: saveEntry,
    link,
    loadNotice,
    overlay: ui.overlay,
    dispatch,
    preview: (json, file, others) => draw({ json, file, others }, slot, reportSettings, state),
    close: closeReport,
  };
  const view = module.open(bytes, new URL(file, document.baseURI).href, page, download);
  if (!view) return refuse(Object.assign(module.explain(bytes, file, settings().lang), { file }));
  /** @type {import("../session.js").Comparing} */
  const state = {
    name: "comparing",
    report: () => slot.state,
    update() {
      view.update();
      if (slot.state.update) slot.state.update();
    },
    follow() {
      view.follow();
      if (slot.state.follow) slot.state.follow();
    },
    free() {
      closeReport();
      view.free();
    },
  };
  return enter(state);
}
