/**
 * Which part of a chart is seen. A window is null while the whole is; it never reaches beyond it.
 *
 * @typedef {readonly [number, number]} Span
 * @typedef {{ x: Span | null, y: Span | null }} Zoom
 * @typedef {{ x: Span, y?: Span }} Whole the spans that can be zoomed into
 */

/** @type {Zoom} */
export const UNZOOMED = Object.freeze({ x: null, y: null });

/** No window is a smaller share of the whole. */
const SMALLEST = 1 / 1000;

/**
 * @param {Span | null} seen
 * @param {Span} whole
 * @param {number} factor how many times closer, above 1, or further away, below
 * @param {number} anchor the value that stays where it is
 * @returns {Span | null}
 */
export function closer(seen, whole, factor, anchor) {
  const [low, high] = seen ?? whole;
  const all = whole[1] - whole[0];
  const size = Math.max((high - low) / factor, all * SMALLEST);
  const share = (anchor - low) / (high - low);
  return inside(anchor - share * size, size, whole);
}

/**
 * @param {Span | null} seen
 * @param {Span} whole
 * @param {number} by how far the window moves
 * @returns {Span | null}
 */
export function moved(seen, whole, by) {
  return seen && inside(seen[0] + by, seen[1] - seen[0], whole);
}

/**
 * Moves the window no further than it takes to see a value, and a little around it.
 *
 * @param {Span | null} seen
 * @param {Span} whole
 * @param {number} value
 * @returns {Span | null}
 */
export function revealing(seen, whole, value) {
  if (!seen || (value >= seen[0] && value <= seen[1])) return seen;
  const size = seen[1] - seen[0];
  const low = value < seen[0] ? value - size / 10 : value - size + size / 10;
  return inside(low, size, whole);
}

/**
 * @param {number} low
 * @param {number} size
 * @param {Span} whole
 * @returns {Span | null}
 */
function inside(low, size, whole) {
  const all = whole[1] - whole[0];
  if (!(size < all * (1 - 1e-9))) return null;
  const start = Math.min(Math.max(low, whole[0]), whole[1] - size);
  return [start, start + size];
}

/**
 * How many times closer than the whole.
 *
 * @param {Span | null} seen
 * @param {Span} whole
 */
export function magnification(seen, whole) {
  return seen ? (whole[1] - whole[0]) / (seen[1] - seen[0]) : 1;
}
