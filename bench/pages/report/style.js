// Colours and sizes that every library's figures share.

/** Colours, as the widget's own light theme has them. */
export const ACCENT = "#1f5f8b";
export const MUTED = "#8a97a3";
export const PALE = "#b9d0df";
export const CONTRAST = "#a3541c";
export const INK = "#1c1f24";
export const SUBDUED = "#5a6068";
export const RULE = "#dde1e5";

/** Heights in CSS pixels of a row and of a bar in it. */
export const ROW = 44;
export const BAR = 18;

/** Milliseconds that a mark takes to its new place. */
export const MOVE = 400;

/** Pixels left of a panel for its rows' names, and right of it for its labels. */
export function margins(width) {
  return width < 600 ? { names: 112, labels: 76, ticks: 2 } : { names: 190, labels: 110, ticks: 5 };
}
