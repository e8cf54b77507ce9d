// What a machine can see of a page's looks.

/**
 * Returns what is wrong with the text of the figures, in words: text that overlaps another or leaves its picture, and
 * text of the page that is cut off.
 * @param {import("playwright-core").Page} page
 * @param {string} [selector] of the element with the widget
 * @returns {Promise<string[]>}
 */
export function faults(page, selector = "gongkai-report") {
  return page.evaluate((selector) => {
    const { shadowRoot } = document.querySelector(selector);
    const wrong = [];
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
      const texts = [...svg.querySelectorAll("text")].filter((text) => text.textContent.trim() && text.checkVisibility());
      const boxes = texts.map((text) => text.getBoundingClientRect());
      boxes.forEach((one, index) => {
        const text = texts[index].textContent;
        if (one.left < box.left - 2 || one.right > box.right + 2 || one.top < box.top - 4 || one.bottom > box.bottom + 4) wrong.push(`“${text}” leaves the picture`);
        for (let next = index + 1; next < boxes.length; next += 1) {
          const other = boxes[next];
          const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
          const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
          if (width > 3 && height > one.height * 0.4) wrong.push(`“${text}” overlaps “${texts[next].textContent}”`);
        }
      });
    }
    for (const one of shadowRoot.querySelectorAll("h2, h3, h4, p, li, dt, dd, button, summary, th, td, label, figcaption")) {
      if (!one.checkVisibility() || one.closest(".spoken") || isElsewhere(one)) continue;
      const { overflowX } = getComputedStyle(one);
      if (one.scrollWidth > one.clientWidth + 1 && overflowX !== "visible" && one.clientWidth) wrong.push(`“${one.textContent.trim().slice(0, 30)}” is cut off`);
      const { left, right, width } = one.getBoundingClientRect();
      if (width && (left < -1 || right > innerWidth + 1)) wrong.push(`“${one.textContent.trim().slice(0, 30)}” leaves the window`);
    }
    return wrong;
  }, selector);
}
