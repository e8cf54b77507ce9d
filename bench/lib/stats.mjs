// The median and quantiles of a list of numbers.

const sorted = (values) => [...values].sort((a, b) => a - b);

/** The median, the least and the greatest value. */
export function spread(values) {
  const list = sorted(values);
  const middle = list.length / 2;
  const median = list.length % 2 ? list[Math.floor(middle)] : (list[middle - 1] + list[middle]) / 2;
  return { value: median, low: list[0], high: list.at(-1) };
}

/** The smallest value that at least a `share` of all values do not exceed. */
export function quantile(values, share) {
  const list = sorted(values);
  return list[Math.max(0, Math.ceil(list.length * share) - 1)];
}
