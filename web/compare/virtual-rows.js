/** A table of thousands of rows, of which the page has only those in sight. */

import { rememberFocus } from "./focus.js";

/** Rows on either side of those in sight, so that a short scroll finds them rendered. */
const OVERSCAN = 6;
/** The same for rows that were just sorted or filtered, which must be there within a frame: enough for the tab key. */
const OVERSCAN_AFTER_CHANGE = 2;

/**
 * @typedef {object} VirtualRows
 * @property {(fromTop: boolean) => void} refresh renders the rows after they have changed
 * @property {(top: number) => void} scrollTo restores the scroll position once the table is in the page again
 */

/**
 * @param {HTMLElement} scroller
 * @param {import("gongkai-compare").ComparisonView} view
 * @param {import("../html.js").Html} html
 * @returns {VirtualRows}
 */
export function virtualRows(scroller, view, html) {
  /** @param {string} name @returns {HTMLTableSectionElement} */
  const body = (name) => /** @type {HTMLTableSectionElement} */ (scroller.querySelector(`[data-region=${name}]`));
  const table = /** @type {HTMLTableElement} */ (scroller.querySelector("table"));
  let first = 0;
  let end = body("rows").rows.length;

  /** All rows have the same height. It depends only on the width, and another width makes another table. */
  let knownHeight = 0;
  function rowHeight() {
    const [row] = body("rows").rows;
    // Of the layout, in fractions of a pixel: a page may scale the rectangle on the screen.
    if (!knownHeight && row) knownHeight = parseFloat(getComputedStyle(row).height) || row.offsetHeight;
    return knownHeight || 1;
  }

  /**
   * Sets the heights of the spacers by script, which a strict content security policy allows.
   * @param {number} count of all rows
   */
  function setSpacers(count) {
    const setHeight = (/** @type {string} */ name, /** @type {number} */ rows) => {
      const spacer = body(name);
      /** @type {HTMLElement} */ (spacer.querySelector("td")).style.height = `${rows * rowHeight()}px`;
      spacer.hidden = rows <= 0;
    };
    setHeight("rows-before", first);
    setHeight("rows-after", count - end);
  }

  /** @param {{from: number, count: number}} range */
  function render({ from, count }) {
    const all = view.rowCount();
    first = Math.max(0, Math.min(from, all - count));
    end = Math.min(all, first + count);
    const restoreFocus = rememberFocus(scroller);
    html.replace(body("rows"), view.renderRows(first, count));
    setSpacers(all);
    if (restoreFocus) restoreFocus(scroller);
  }

  /** @param {number} overscan @returns the range of the rows in sight, with `overscan` more on either side */
  function visibleRange(overscan) {
    const start = Math.floor(scroller.scrollTop / rowHeight());
    const stop = Math.ceil((scroller.scrollTop + scroller.clientHeight) / rowHeight());
    const from = Math.max(0, start - overscan);
    return { from, count: stop + overscan - from };
  }

  /** Whether all rows in sight are in the page. */
  function isRendered() {
    const visible = visibleRange(0);
    return visible.from >= first && Math.min(view.rowCount(), visible.from + visible.count) <= end;
  }

  scroller.addEventListener(
    "scroll",
    () => {
      if (!isRendered()) render(visibleRange(OVERSCAN));
    },
    { passive: true },
  );
  setSpacers(view.rowCount());

  return {
    refresh(fromTop) {
      table.setAttribute("aria-rowcount", String(view.rowCount() + 1));
      if (fromTop) scroller.scrollTop = 0;
      render(visibleRange(OVERSCAN_AFTER_CHANGE));
      // With more rows than before, the table has grown and more of them are in sight.
      if (!isRendered()) render(visibleRange(OVERSCAN_AFTER_CHANGE));
    },
    scrollTo(top) {
      setSpacers(view.rowCount());
      scroller.scrollTop = top;
    },
  };
}
