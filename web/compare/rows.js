/** A table of thousands of rows of which only those in sight stand in the page. */

/** Rows beyond what is in sight, on either side: a short scroll finds them there. */
const BEYOND = 6;
/** Of rows that are sorted or filtered anew, which are to be there within a frame: enough for the tab key. */
const NEAR = 2;

/**
 * @param {HTMLElement} scroller
 * @param {import("gongkai-compare").Look} look
 */
export function rows(scroller, look) {
  const part = (name) => scroller.querySelector(`[data-part=${name}]`);
  const table = scroller.querySelector("table");
  let first = 0;
  let end = part("rows").rows.length;

  /** All rows are of one height, which only another width changes; then the table is another. */
  let each = 0;
  const height = () => each || (each = part("rows").rows[0].getBoundingClientRect().height) || 1;

  /** The spacers' heights are set by script, which a strict policy allows, and attributes it does not. */
  function space(count) {
    const of = (name, rows) => {
      const body = part(name);
      body.querySelector("td").style.height = `${rows * height()}px`;
      body.hidden = rows <= 0;
    };
    of("rows-before", first);
    of("rows-after", count - end);
  }

  function put(from, count) {
    const all = look.row_count();
    first = Math.max(0, Math.min(from, all - count));
    end = Math.min(all, first + count);
    const focused = focusIn(scroller);
    part("rows").outerHTML = look.rows(first, count);
    space(all);
    if (focused) focused(scroller);
  }

  /** The rows in sight, and so many on either side. */
  function inSight(beyond) {
    const first = Math.floor(scroller.scrollTop / height());
    const end = Math.ceil((scroller.scrollTop + scroller.clientHeight) / height());
    const from = Math.max(0, first - beyond);
    return { from, count: end + beyond - from };
  }

  scroller.addEventListener(
    "scroll",
    () => {
      const sight = inSight(0);
      // What is in sight is there already.
      if (sight.from >= first && Math.min(look.row_count(), sight.from + sight.count) <= end) return;
      const { from, count } = inSight(BEYOND);
      put(from, count);
    },
    { passive: true },
  );
  space(look.row_count());

  return {
    /** The rows are others. @param {boolean} fromTop */
    renew(fromTop) {
      table.setAttribute("aria-rowcount", String(look.row_count() + 1));
      if (fromTop) scroller.scrollTop = 0;
      const { from, count } = inSight(NEAR);
      put(from, count);
    },

    /** Back on the page, where rows have a height again. @param {number} top */
    goTo(top) {
      space(look.row_count());
      scroller.scrollTop = top;
    },
  };
}

/**
 * What has the focus in an element that is about to be replaced, by what it does.
 * @param {Element} element
 * @returns {((where: ParentNode) => boolean) | null} gives the focus to its like
 */
export function focusIn(element) {
  const active = element.getRootNode().activeElement;
  if (!active || !element.contains(active)) return null;
  const names = ["data-choice", "data-value", "data-search", "data-open", "data-place"];
  // What lists all rows lists fewer then: its value is what it does next.
  if (active.getAttribute("data-choice") === "whole") names.splice(1, 1);
  const has = names.filter((name) => active.hasAttribute(name));
  // A select has no value among its attributes, a button may have any.
  const selector = active.localName + has.map((name) => `[${name}=${JSON.stringify(active.getAttribute(name))}]`).join("");
  const at = active.selectionStart;
  return (where) => {
    const like = has.length ? where.querySelector(selector) : null;
    if (!like) return false;
    like.focus({ preventScroll: true });
    if (like.localName === "input" && at !== null) like.setSelectionRange(at, at);
    return true;
  };
}

/**
 * Where the focus goes when a body that had it in a list is added or removed.
 * @param {Element} element
 * @returns {(() => Element | null) | null}
 */
export function nearby(element) {
  const active = element.getRootNode().activeElement;
  const item = active && element.contains(active) && active.closest("li");
  if (!item) return null;
  // Among those that are found it stays, and does the contrary now; of those that are chosen it is gone.
  if (item.closest("[data-part=found]")) {
    const value = JSON.stringify(active.getAttribute("data-value"));
    return () => element.querySelector(`[data-part=found] [data-value=${value}]`);
  }
  const at = Array.prototype.indexOf.call(item.parentNode.children, item);
  return () => {
    const left = element.querySelectorAll(".chosen [data-choice=remove]");
    return left[Math.min(at, left.length - 1)] || null;
  };
}
