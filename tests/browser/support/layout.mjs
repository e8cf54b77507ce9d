// What a machine can see of a page's looks, in every engine.

/**
 * Returns what is wrong with a widget's looks, in words: text of figures that overlaps another or leaves its picture,
 * text of the page that is cut off or leaves the window, and a page that is too wide.
 * @param {{evaluate: (use: Function, selector: string) => Promise<any>}} page of Playwright or of engines.mjs
 * @param {string} [selector] of the element with the widget
 * @returns {Promise<string[]>}
 */
export function faults(page, selector = "gongkai-report") {
  return page.evaluate(found, selector);
}

/** Runs in the page, also in Chromium 69. @param {string} selector */
function found(selector) {
  const { shadowRoot } = document.querySelector(selector);
  const wrong = [];
  /** @param {Element} one */
  const isShown = (one) => {
    const { width } = one.getBoundingClientRect();
    return width > 0 && (one.checkVisibility ? one.checkVisibility({ visibilityProperty: true }) : getComputedStyle(one).visibility === "visible");
  };
  /** Whether the element is in a box that scrolls sideways by itself, or that is only heard. @param {Element} one */
  const isElsewhere = (one) => {
    for (let box = one.parentElement; box; box = box.parentElement) {
      const { overflowX } = getComputedStyle(box);
      if (/auto|scroll/.test(overflowX) || (overflowX === "hidden" && box.getBoundingClientRect().width <= 1)) return true;
    }
    return false;
  };
  const overflow = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (overflow > 0) wrong.push(`the page is ${overflow} px too wide`);
  for (const svg of shadowRoot.querySelectorAll("svg.figure, svg.strip")) {
    const box = svg.getBoundingClientRect();
    const texts = Array.from(svg.querySelectorAll("text")).filter((text) => text.textContent.trim() && isShown(text));
    const boxes = texts.map((text) => text.getBoundingClientRect());
    boxes.forEach((one, index) => {
      const text = texts[index].textContent;
      // Browsers count what a letter may overhang.
      const overhang = Math.max(2, one.height * 0.15);
      if (one.left < box.left - overhang || one.right > box.right + overhang || one.top < box.top - 2 * overhang || one.bottom > box.bottom + 2 * overhang) wrong.push(`“${text}” leaves the picture`);
      for (let next = index + 1; next < boxes.length; next += 1) {
        const other = boxes[next];
        const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (width > 3 && height > one.height * 0.4) wrong.push(`“${text}” overlaps “${texts[next].textContent}”`);
      }
    });
  }
  for (const one of shadowRoot.querySelectorAll("h2, h3, h4, p, li, dt, dd, button, summary, th, td, label, figcaption")) {
    if (!isShown(one) || one.closest(".spoken") || isElsewhere(one)) continue;
    const { overflowX } = getComputedStyle(one);
    const text = one.textContent.trim().slice(0, 30);
    if (one.scrollWidth > one.clientWidth + 1 && overflowX !== "visible" && one.clientWidth) wrong.push(`“${text}” is cut off`);
    const { left, right, width } = one.getBoundingClientRect();
    if (width && (left < -1 || right > innerWidth + 1)) wrong.push(`“${text}” leaves the window`);
  }
  return wrong;
}
