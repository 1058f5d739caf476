/** Finding one's place in sorted arrays. */

/**
 * How many of the sorted values lie at or below `value`.
 *
 * @param {ArrayLike<number>} sorted
 * @param {number} value
 */
export function rank(sorted, value) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The index of the sorted value nearest to `value`; -1 when there is none.
 *
 * @param {ArrayLike<number>} sorted
 * @param {number} value
 */
export function nearest(sorted, value) {
  const above = rank(sorted, value);
  if (above === 0) return sorted.length === 0 ? -1 : 0;
  if (above === sorted.length) return above - 1;
  return value - sorted[above - 1] <= sorted[above] - value ? above - 1 : above;
}

/**
 * The same for values in any order.
 *
 * @param {ArrayLike<number>} values
 * @param {number} value
 */
export function closest(values, value) {
  let best = -1;
  for (let i = 0; i < values.length; i += 1) {
    if (best < 0 || Math.abs(values[i] - value) < Math.abs(values[best] - value)) best = i;
  }
  return best;
}

/**
 * The bin that holds `value`: bins own their left edge, and the last one both; -1 when outside.
 *
 * @param {ArrayLike<number>} edges
 * @param {number} value
 */
export function binOf(edges, value) {
  const last = edges.length - 1;
  if (last < 1 || value < edges[0] || value > edges[last]) return -1;
  return Math.min(rank(edges, value), last) - 1;
}

/**
 * @param {ArrayLike<number>} values
 * @param {number} [from]
 * @param {number} [to] one past the last
 * @returns {number} the index of the greatest value
 */
export function indexOfGreatest(values, from = 0, to = values.length) {
  let best = from;
  for (let i = from + 1; i < to; i += 1) if (values[i] > values[best]) best = i;
  return best;
}
