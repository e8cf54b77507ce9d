/** Events after which the chosen tab or the current mark may be another. */
const EVENTS = ["click", "keydown", "focusin", "mouseover", "mouseout"];

/** The distance in pixels between a mark and its details, and between a tab and the end of its row. */
const GAP = 4;
const TAB_MARGIN = 32;

/**
 * Keeps the chosen tab in sight within its row, and the details beside their mark.
 * @param {ShadowRoot} root
 * @returns {() => void} does so in the next frame, for a change that no event announces
 */
export function arrangeOnEvents(root) {
  /** The ids of the tabs that were chosen last. */
  let shownTabs = "";
  let isScheduled = false;

  function arrange() {
    isScheduled = false;
    const tabs = Array.from(root.querySelectorAll("[role=tab][aria-selected=true]"));
    const ids = tabs.map((tab) => tab.id).join();
    // Otherwise the reader may have scrolled the row.
    if (ids !== shownTabs) tabs.forEach(revealTab);
    shownTabs = ids;
    const detail = root.querySelector("#panel > .detail");
    // In a comparison they have a line of their own below the chart.
    if (detail instanceof HTMLElement && detail.textContent && !detail.closest(".compare")) placeDetail(detail);
  }

  function schedule() {
    if (isScheduled) return;
    isScheduled = true;
    requestAnimationFrame(arrange);
  }

  EVENTS.forEach((event) => root.addEventListener(event, schedule));
  return schedule;
}

/** Scrolls the row of tabs and nothing else. @param {Element} tab */
function revealTab(tab) {
  const row = /** @type {Element} */ (tab.parentNode);
  const [inner, outer] = [tab, row].map((element) => element.getBoundingClientRect());
  row.scrollLeft += Math.min(inner.left - TAB_MARGIN - outer.left, 0) + Math.max(inner.right + TAB_MARGIN - outer.right, 0);
}

/**
 * Moves the details below their mark, or above it where there is no room below. By a transform, which browsers
 * do not count as a layout shift.
 * @param {HTMLElement} detail
 */
function placeDetail(detail) {
  const panel = /** @type {HTMLElement} */ (detail.parentNode);
  const label = detail.textContent;
  const mark = Array.prototype.filter.call(panel.querySelectorAll(".mark"), (mark) => mark.getAttribute("aria-label") === label)[0];
  if (!mark) return;
  const [inner, outer] = [mark, panel].map((element) => element.getBoundingClientRect());
  // The page may show the widget scaled.
  const scale = outer.width / panel.offsetWidth || 1;
  const left = Math.max(0, Math.min((inner.left - outer.left) / scale, panel.clientWidth - detail.offsetWidth));
  const height = detail.offsetHeight + GAP;
  const isAbove = inner.bottom + height * scale > innerHeight && inner.top > height * scale;
  const top = isAbove ? (inner.top - outer.top) / scale - height : (inner.bottom - outer.top) / scale + GAP;
  detail.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}
