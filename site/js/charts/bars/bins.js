/**
 * Neighbouring rows that share a bar, where rows are more than there is room for. A share is the
 * mean of the rows' own: each row is as much of the bar as any other.
 *
 * @typedef {object} Bins
 * @property {number} count
 * @property {(bin: number) => number} from the first place of a bin
 * @property {(place: number) => number} of the bin of a place
 * @property {Float64Array[]} tops (count) each, one per component: where its part of the bar ends
 */

/**
 * @param {{ n: number, k: number, responsibilities: Float64Array, rowAt: (place: number) => number }} scene
 * @param {number} room how many bars there can be
 * @returns {Bins}
 */
export function binRows({ n, k, responsibilities, rowAt }, room) {
  const count = Math.min(n, Math.max(1, Math.floor(room)));
  const from = (/** @type {number} */ bin) => Math.ceil((bin * n) / count);
  const tops = Array.from({ length: k }, () => new Float64Array(count));
  for (let bin = 0; bin < count; bin += 1) {
    const [first, last] = [from(bin), from(bin + 1)];
    for (let place = first; place < last; place += 1) {
      const start = rowAt(place) * k;
      for (let j = 0; j < k; j += 1) tops[j][bin] += responsibilities[start + j] / (last - first);
    }
    for (let j = 1; j < k; j += 1) tops[j][bin] += tops[j - 1][bin];
  }
  return { count, from, of: (place) => Math.floor((place * count) / n), tops };
}
