/**
 * Which points of a long path are worth drawing: in every pixel column the first, the lowest, the
 * highest and the last, in their order. The drawn path covers the same pixels as the whole one.
 *
 * @param {ArrayLike<number>} values
 * @param {number} from first index
 * @param {number} columns how many pixel columns the path spans
 * @returns {Uint32Array} increasing indexes
 */
export function decimate(values, from, columns) {
  const n = Math.max(0, values.length - from);
  const room = Math.max(1, Math.floor(columns));
  if (n <= 4 * room) return Uint32Array.from({ length: n }, (_, i) => from + i);
  const kept = new Uint32Array(4 * room);
  let length = 0;
  for (let column = 0; column < room; column += 1) {
    const first = from + Math.floor((column * n) / room);
    const last = from + Math.floor(((column + 1) * n) / room) - 1;
    length = keepLandmarks(values, first, last, kept, length);
  }
  return kept.subarray(0, length);
}

/**
 * @param {ArrayLike<number>} values
 * @param {number} first
 * @param {number} last
 * @param {Uint32Array} kept
 * @param {number} length how many are kept already
 * @returns {number} how many are kept now
 */
function keepLandmarks(values, first, last, kept, length) {
  let lowest = first;
  let highest = first;
  for (let i = first + 1; i <= last; i += 1) {
    if (values[i] < values[lowest]) lowest = i;
    if (values[i] > values[highest]) highest = i;
  }
  let count = length;
  kept[count++] = first;
  for (const index of lowest < highest ? [lowest, highest] : [highest, lowest]) {
    if (index > kept[count - 1]) kept[count++] = index;
  }
  if (last > kept[count - 1]) kept[count++] = last;
  return count;
}
