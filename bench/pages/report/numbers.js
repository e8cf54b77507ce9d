// Numbers as a Chinese reader expects them.

export const grouped = (n) => (n < 0 ? "−" : "") + String(Math.abs(n)).replace(/\B(?=(\d{3})+$)/g, ",");
export const signed = (n) => (n > 0 ? "+" : "") + grouped(n);
export const percent = (part, whole) => ((part * 100) / whole).toFixed(1).replace("-", "−") + "%";
export const signedPercent = (part, whole) => (whole ? (part > 0 ? "+" : "") + percent(part, whole) : "—");

const prefix = { about: "约 ", nearly: "近 " };
export const hedged = ({ count, qualifier }) =>
  (prefix[qualifier] || "") + grouped(count) + (qualifier === "over" ? " 余" : "");
export const quantity = (q) => hedged(q) + (q.qualifier === "over" ? "" : " ") + (q.unit || "");

/** The largest number that the hedge allows. */
export const highest = ({ count, qualifier }) => {
  let place = 1;
  while (count && count % (place * 10) === 0) place *= 10;
  return qualifier === "over" ? count + place - 1 : qualifier === "about" ? count + place / 2 : count;
};

export const decimal = (n, places) => {
  const [whole, fraction] = n.toFixed(places).split(".");
  return grouped(+whole) + (fraction ? "." + fraction : "");
};
