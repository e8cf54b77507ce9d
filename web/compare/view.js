/** The view of a catalogue in one widget. WebAssembly renders it as HTML, region by region. */

import { backLabel, openingMessage } from "gongkai-compare";
import { sizeObserver } from "../frames.js";
import { attachDotPlot } from "./dot-plot.js";
import { answerExports } from "./exports.js";
import { rememberFocus, rememberListPosition } from "./focus.js";
import { fragmentKey, readEntry } from "./fragment.js";
import { attachLineChart } from "./line-chart.js";
import { attachTileGrid } from "./tile-grid.js";
import { virtualRows } from "./virtual-rows.js";

/** The delay before a count is announced, in milliseconds, so that it is not announced at each keystroke. */
const ANNOUNCEMENT_DELAY = 700;

export class View {
  /**
   * @param {import("gongkai-compare").SharedCatalog} catalog
   * @param {import("./module.js").Page} page
   * @param {(report: number) => Promise<import("./report-files.js").LoadedReport>} loadReport
   */
  constructor(catalog, page, loadReport) {
    this.page = page;
    this.loadReport = loadReport;
    this.lang = page.settings().lang;
    this.size = page.size();
    const view = catalog.view(this.lang, this.size.width, this.size.em, this.linkInPage());
    if (!view) throw new Error("gongkai: the catalogue is empty");
    /** The state in WebAssembly. */
    this.view = view;
    this.body = document.createElement("div");
    /** The bar above a report that is open. */
    this.bar = document.createElement("div");
    this.bar.className = "back";
    this.bar.hidden = true;
    page.container.append(this.bar, this.body);
    /** @type {import("./virtual-rows.js").VirtualRows | null} */
    this.rows = null;
    /** Counts the reports asked for, so that only the last one is shown. */
    this.openCount = 0;
    /** Returns to where the reader was when the open report was opened. @type {(() => void) | null} */
    this.onReturn = null;
    /** The length of the history once the open report has become a page of it; 0 if it has not. */
    this.historyLength = 0;
    /** Returns to where the reader was when a group was opened from the sums. @type {(() => void) | null} */
    this.onGroupClosed = null;
    /** The length of the history once a group has become a page of it; 0 if it has not. */
    this.groupHistoryLength = 0;
    /** The text in the search field, which is not part of the choice. */
    this.agencyQuery = "";
    this.isFreed = false;
    /** Whether the current choice comes from a link that was followed on this page. */
    this.hasFollowedLink = false;
    /** Timers by name. @type {Record<string, number>} */
    this.timers = {};

    this.body.addEventListener("click", (event) => this.onClick(event));
    this.body.addEventListener("change", (event) => this.onChange(event));
    this.body.addEventListener("input", (event) => this.onInput(event));
    this.body.addEventListener("compositionend", (event) => this.onInput(event));
    this.body.addEventListener("keydown", (event) => this.onKeydown(event));
    this.onResize = () => this.resize();
    this.observer = window.ResizeObserver ? sizeObserver(this.onResize) : null;
    if (this.observer) this.observer.observe(page.container);
    else addEventListener("resize", this.onResize);
    this.stopExports = answerExports(this);
    view.setHasLink(this.fragmentKey() !== null);
    this.render();
    const report = view.openReport();
    if (report !== undefined) this.openReport(report, false);
  }

  // The page

  /** @returns {string | null} null if the choice is not kept in the page's address */
  fragmentKey() {
    const { permalink } = this.page.settings();
    return permalink === undefined ? null : fragmentKey(permalink);
  }

  linkInPage() {
    const key = this.fragmentKey();
    return key === null ? undefined : readEntry(this.page.settings().fragment, key);
  }

  saveLink() {
    const key = this.fragmentKey();
    if (key !== null) this.page.writeEntry(key, `${key}=${this.view.link()}`);
  }

  /** @param {string} id @returns {HTMLElement | null} */
  findRegion(id) {
    return this.body.querySelector(`[data-region=${id}]`);
  }

  /** @param {string} id of a region that every rendering has @returns {HTMLElement} */
  region(id) {
    return /** @type {HTMLElement} */ (this.findRegion(id));
  }

  // Rendering

  render() {
    const restoreFocus = rememberFocus(this.body);
    /** @returns {HTMLDetailsElement[]} */
    const folded = () => Array.prototype.slice.call(this.body.querySelectorAll("details"));
    const open = folded().map((details) => details.open);
    this.page.html.set(this.body, this.view.render());
    folded().forEach((details, index) => (details.open = Boolean(open[index])));
    this.attachFigure();
    if (restoreFocus) restoreFocus(this.body);
  }

  /** @param {string} id */
  renderRegion(id) {
    const region = this.region(id);
    const restoreFocus = rememberFocus(region);
    const nextInList = rememberListPosition(region);
    this.page.html.set(region, this.view.renderRegion(id));
    if (id === "agencies") {
      this.renderMatches();
      /** @type {HTMLInputElement} */ (region.querySelector("[data-search]")).value = this.agencyQuery;
    }
    if (id === "figure") this.attachFigure();
    if (!restoreFocus || restoreFocus(region)) return;
    // The element that had the focus is gone, so one near it gets the focus.
    const fallback = id === "figure" ? "#panel" : "button, input, select";
    const next = (nextInList && nextInList()) || /** @type {HTMLElement} */ (region.querySelector(fallback));
    if (next) next.focus({ preventScroll: true });
  }

  renderMatches() {
    this.page.html.set(this.region("found"), this.view.renderMatches(this.agencyQuery));
  }

  /** Makes the figure interactive. */
  attachFigure() {
    const figure = this.region("figure");
    const describe = (/** @type {string} */ text) => this.describeMark(text);
    attachLineChart(figure, describe);
    attachDotPlot(figure, this.view, describe);
    attachTileGrid(figure, (group) => this.choose("group", group), describe);
    const scroller = this.tableScroller();
    this.rows = scroller && virtualRows(scroller, this.view, this.page.html);
  }

  /** @returns {HTMLElement | null} */
  tableScroller() {
    return this.region("figure").querySelector("[data-open=rows]");
  }

  /** @param {string} text */
  describeMark(text) {
    const detail = this.findRegion("detail");
    if (!detail || detail.textContent === text) return;
    detail.textContent = text;
    detail.removeAttribute("data-hint");
  }

  /** @param {string} text */
  announce(text) {
    clearTimeout(this.timers.found);
    this.region("announcement").textContent = text;
  }

  /** @param {string} name of the timer @param {() => void} callback */
  afterTyping(name, callback) {
    clearTimeout(this.timers[name]);
    this.timers[name] = setTimeout(() => this.isFreed || callback(), ANNOUNCEMENT_DELAY);
  }

  // Choices

  /** @param {string} id @param {string} value */
  choose(id, value) {
    const regions = this.view.update(id, value);
    for (const region of regions) {
      if (region === "announcement") this.announce(this.view.announcement());
      else if (region === "match-count") this.afterTyping(region, () => this.findRegion(region) && this.renderRegion(region));
      else if (region !== "rows") this.renderRegion(region);
      else if (this.rows) this.rows.refresh(id === "query" || id === "sort");
      else this.renderRegion("figure");
    }
    if (!regions.length) return;
    this.clearRefusal();
    this.saveLink();
    this.page.dispatch("select", { view: "compare", key: id, label: value });
  }

  /** @param {Event} event */
  onClick(event) {
    const button = /** @type {Element} */ (event.target).closest("button[data-choice]");
    if (!button) return;
    const [id, value] = ["data-choice", "data-value"].map((name) => button.getAttribute(name) || "");
    if (id === "report") this.openReport(Number(value), true);
    else if (id === "open-group" || id === "open-dots") this.openGroup(id, value);
    else if (id === "close-group") this.closeGroup();
    else this.choose(id, value);
  }

  /** @param {Event} event */
  onChange(event) {
    const target = /** @type {HTMLSelectElement} */ (event.target);
    if (target.localName === "select") this.choose(target.getAttribute("data-choice") || "", target.value);
  }

  /** @param {Event} event */
  onInput(event) {
    // An input method is in the middle of a word, which nobody looks for.
    if (/** @type {InputEvent} */ (event).isComposing) return;
    const target = /** @type {HTMLInputElement} */ (event.target);
    const field = target.getAttribute("data-search");
    if (field === "rows") {
      this.choose("query", target.value);
    } else if (field === "agencies") {
      this.agencyQuery = target.value;
      this.renderMatches();
      this.afterTyping("found", () => {
        const count = this.region("found").querySelector(".hint");
        this.announce((count && count.textContent) || "");
      });
    }
  }

  /** @param {KeyboardEvent} event */
  onKeydown(event) {
    const target = /** @type {Element} */ (event.target);
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
    const isInPanel = target.closest("#panel") && target.localName !== "input";
    if (!hasModifier && /^t$/i.test(event.key) && isInPanel) {
      const other = this.body.querySelector("[data-choice=as][aria-pressed=false]");
      if (other) this.choose("as", other.getAttribute("data-value") || "");
      return;
    }
    const tab = target.closest("[role=tab]");
    if (tab) this.moveTab(tab, event);
  }

  /** @param {Element} tab @param {KeyboardEvent} event */
  moveTab(tab, event) {
    /** @returns {HTMLElement[]} */
    const tabs = () => Array.prototype.slice.call(this.body.querySelectorAll("[role=tab]"));
    const current = tabs().indexOf(/** @type {HTMLElement} */ (tab));
    const last = tabs().length - 1;
    const next = {
      ArrowRight: current === last ? 0 : current + 1,
      ArrowLeft: current ? current - 1 : last,
      Home: 0,
      End: last,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.choose("kind", tabs()[next].getAttribute("data-value") || "");
    tabs()[next].focus();
  }

  // The agencies of a group

  /** @param {string} id of the panel's button @param {string} group */
  openGroup(id, group) {
    const scroll = [scrollX, scrollY];
    const restoreFocus = rememberFocus(this.body);
    if (this.fragmentKey() !== null) this.groupHistoryLength = this.addPage();
    this.choose(id, group);
    this.focusPanel();
    this.onGroupClosed = () => {
      scrollTo(scroll[0], scroll[1]);
      if (!restoreFocus || !restoreFocus(this.body)) this.focusPanel();
    };
  }

  /** Goes back to the sums by the button above the agencies. */
  closeGroup() {
    const isLastPage = this.groupHistoryLength === history.length;
    this.groupHistoryLength = 0;
    // The page of the group goes from the history as well, unless the reader has left it since.
    if (isLastPage) return history.back();
    this.choose("close-group", "");
    this.returnToSums();
  }

  /** Returns to where the reader was when the group was opened. */
  returnToSums() {
    const onClosed = this.onGroupClosed || (() => this.focusPanel());
    this.onGroupClosed = null;
    onClosed();
  }

  focusPanel() {
    const panel = /** @type {HTMLElement | null} */ (this.body.querySelector("#panel"));
    if (panel) panel.focus({ preventScroll: true });
  }

  // Reports

  /** @param {number} report @param {boolean} isNewPage whether the browser's back button is to close it again */
  async openReport(report, isNewPage) {
    const count = ++this.openCount;
    const scroll = [scrollX, scrollY];
    const restoreFocus = rememberFocus(this.body);
    const isCurrent = () => count === this.openCount && !this.isFreed;
    this.clearRefusal();
    this.announce(openingMessage(this.lang));
    let loaded;
    try {
      loaded = await this.loadReport(report);
    } catch (error) {
      if (isCurrent()) this.showRefusal(error.message);
      return;
    }
    if (!isCurrent()) return;
    const scroller = this.tableScroller();
    const tableTop = scroller ? scroller.scrollTop : 0;
    const back = document.createElement("button");
    back.type = "button";
    back.textContent = backLabel(this.lang);
    back.onclick = () => this.goBack();
    this.onReturn = () => {
      if (this.rows) this.rows.scrollTo(tableTop);
      scrollTo(scroll[0], scroll[1]);
      if (restoreFocus) restoreFocus(this.body);
    };
    if (isNewPage && this.fragmentKey() !== null) this.historyLength = this.addPage();
    this.view.setOpenReport(report);
    this.saveLink();
    this.bar.textContent = "";
    this.bar.append(back);
    this.bar.hidden = false;
    // Removed instead of hidden, since the report has elements with the same ids.
    this.body.remove();
    this.page.preview(loaded.json, loaded.file, loaded.others);
    back.focus({ preventScroll: true });
    this.page.container.scrollIntoView({ block: "nearest" });
  }

  /**
   * Makes the page's address another page of the history.
   * @returns {number} the length of the history; 0 if that is not possible
   */
  addPage() {
    // So that the browser's way back leads to what is shown now.
    this.saveLink();
    try {
      history.pushState(history.state, "", this.page.link());
      return history.length;
    } catch (error) {
      // A sandboxed frame: its address stays as it is.
      return 0;
    }
  }

  /** Closes the report by the button above it. */
  goBack() {
    const isLastPage = this.historyLength === history.length;
    this.closeReport();
    // The page of the report goes from the history as well, unless the reader has left it since.
    if (isLastPage) return history.back();
    const key = this.fragmentKey();
    if (key !== null) this.page.writeEntry(`${key}-report`, null);
    this.saveLink();
  }

  closeReport() {
    this.openCount += 1;
    this.historyLength = 0;
    this.view.setOpenReport(undefined);
    this.page.close();
    this.bar.hidden = true;
    this.bar.textContent = "";
    this.page.container.append(this.body);
    this.resize();
    if (this.onReturn) this.onReturn();
    this.onReturn = null;
  }

  /**
   * Says above the figure why a report is not shown.
   * @param {string} message
   */
  showRefusal(message) {
    this.clearRefusal();
    const notice = document.createElement("p");
    notice.className = "refused";
    notice.setAttribute("role", "alert");
    notice.setAttribute("data-region", "refusal");
    notice.textContent = message;
    this.region("figure").before(notice);
    notice.scrollIntoView({ block: "nearest" });
  }

  clearRefusal() {
    const notice = this.findRegion("refusal");
    if (notice) notice.remove();
  }

  // Changes from outside

  /** Draws again if the size has changed. */
  resize() {
    // A hidden element has no size.
    if (this.isFreed || !this.body.offsetParent) return;
    const size = this.page.size();
    if (Math.abs(size.width - this.size.width) < 1 && size.em === this.size.em) return;
    this.size = size;
    this.view.resize(size.width, size.em);
    this.render();
  }

  /** Takes changed settings. */
  update() {
    const { lang } = this.page.settings();
    this.view.setHasLink(this.fragmentKey() !== null);
    if (lang !== this.lang) {
      this.lang = lang;
      this.view.setLanguage(lang);
      this.render();
      const back = this.bar.querySelector("button");
      if (back) back.textContent = backLabel(lang);
    }
    this.resize();
  }

  /** Takes a changed fragment of the page. */
  follow() {
    const link = this.linkInPage();
    // Going back from a link restores the initial choice. A link of the host's own, such as to the top of
    // the page, changes nothing.
    if (link === undefined && !this.hasFollowedLink) return;
    this.hasFollowedLink = link !== undefined;
    if (link === this.view.link()) return;
    const before = this.view.openReport();
    const shown = before === undefined ? this.view.link() : this.linkWithoutReport();
    this.view.restore(link);
    const report = this.view.openReport();
    if (before !== undefined) this.closeReport();
    if (report === undefined && link === shown) return;
    this.render();
    this.announce(this.view.announcement());
    if (report !== undefined) this.openReport(report, false);
    else if (this.onGroupClosed && this.body.querySelector("#tab-sums[aria-selected=true]")) this.returnToSums();
  }

  /** Returns the link to the comparison while a report is open. */
  linkWithoutReport() {
    const report = this.view.openReport();
    this.view.setOpenReport(undefined);
    const link = this.view.link();
    this.view.setOpenReport(report);
    return link;
  }

  free() {
    this.isFreed = true;
    this.stopExports();
    if (this.observer) this.observer.disconnect();
    else removeEventListener("resize", this.onResize);
    this.page.container.remove();
    this.view.free();
  }
}
