/**
 * Returns what is wrong with the text of a widget's figures: words that overlap others or leave the picture, and a page
 * that is too wide. It runs in the page, also in Chromium 69.
 * @param {string} id of the element
 * @returns {string[]}
 */
export function faults(id) {
  const host = document.getElementById(id);
  const wrong = [];
  const overflow = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (overflow > 0) wrong.push(`the page is ${overflow} px too wide`);
  for (const svg of host.shadowRoot.querySelectorAll("svg.figure")) {
    const box = svg.getBoundingClientRect();
    const texts = Array.from(svg.querySelectorAll("text")).filter((text) => text.textContent.trim() && text.getBoundingClientRect().width > 0 && getComputedStyle(text).visibility === "visible");
    const boxes = texts.map((text) => text.getBoundingClientRect());
    boxes.forEach((one, index) => {
      // Browsers count what a letter may overhang.
      const overhang = Math.max(2, one.height * 0.15);
      if (one.left < box.left - overhang || one.right > box.right + overhang) wrong.push(`“${texts[index].textContent}” leaves the picture`);
      for (let next = index + 1; next < boxes.length; next += 1) {
        const other = boxes[next];
        const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (width > 3 && height > one.height * 0.4) wrong.push(`“${texts[index].textContent}” overlaps “${texts[next].textContent}”`);
      }
    });
  }
  return wrong;
}
