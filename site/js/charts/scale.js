/**
 * A straight map from values to pixels. Distances are taken from the start of the domain first, so a
 * domain such as 1e8 to 1e8 + 1 loses no digits.
 *
 * @typedef {object} Scale
 * @property {number} from first value of the domain
 * @property {number} to last value of the domain
 * @property {number} start pixel of `from`
 * @property {number} end pixel of `to`
 * @property {(value: number) => number} at
 * @property {(pixel: number) => number} invert
 */

/**
 * @param {readonly [number, number]} domain
 * @param {readonly [number, number]} range
 * @returns {Scale}
 */
export function linearScale([from, to], [start, end]) {
  const slope = (end - start) / (to - from);
  return {
    from,
    to,
    start,
    end,
    at: (value) => start + (value - from) * slope,
    invert: (pixel) => from + (pixel - start) / slope,
  };
}

/**
 * The least and greatest finite number of some arrays; null when there is none.
 *
 * @param {...ArrayLike<number>} arrays
 * @returns {[number, number] | null}
 */
export function extent(...arrays) {
  let low = Infinity;
  let high = -Infinity;
  for (const values of arrays) {
    for (let i = 0; i < values.length; i += 1) {
      const value = values[i];
      if (!Number.isFinite(value)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return low <= high ? [low, high] : null;
}

/**
 * A domain wide enough to draw on. A span that doubles cannot resolve counts as a single value, and
 * a single value stands in the middle of a span a tenth of its own size (2 around zero).
 *
 * @param {[number, number] | null} span
 * @param {number} [margin] share of the span added at both ends
 * @returns {[number, number]}
 */
export function drawable(span, margin = 0) {
  const [low, high] = span ?? [0, 0];
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (high - low > 64 * Number.EPSILON * size) {
    const room = (high - low) * margin;
    return [low - room, high + room];
  }
  const half = size === 0 ? 1 : size / 20;
  return [low - half, high + half];
}
