/** Which point lies where: under the pointer, or onward from another in some direction. */

/** @typedef {import("../scale.js").Scale} Scale */

/**
 * @typedef {object} Points
 * @property {Float64Array} values (n, d) row by row
 * @property {number} d
 * @property {readonly [{ column: number }, { column: number }]} axes
 * @property {Uint32Array} rows
 */

/** @typedef {{ x: number, y: number }} Pixel */

/** How near to a point is near enough, in CSS pixels. */
const REACH = 24;

/** A step aside counts for this much more than a step ahead. */
const ASIDE = 2;

/**
 * The place, among the rows drawn, of the point nearest to a pixel; -1 when none is near. A scan of
 * 100,000 points takes less than a millisecond, so that no index need be kept.
 *
 * @param {Points} points
 * @param {{ x: Scale, y: Scale }} scales
 * @param {Pixel} pixel
 * @param {number} [reach]
 */
export function nearestPoint({ values, d, axes, rows }, { x, y }, pixel, reach = REACH) {
  let best = -1;
  let least = reach * reach;
  for (let place = 0; place < rows.length; place += 1) {
    const across = x.at(values[rows[place] * d + axes[0].column]) - pixel.x;
    if (across * across > least) continue;
    const down = y.at(values[rows[place] * d + axes[1].column]) - pixel.y;
    const distance = across * across + down * down;
    if (distance < least || (distance === least && best < 0)) {
      least = distance;
      best = place;
    }
  }
  return best;
}

/**
 * The place of the nearest point ahead of a pixel, those right ahead first; -1 when none is.
 *
 * @param {Points} points
 * @param {{ x: Scale, y: Scale }} scales
 * @param {Pixel} pixel
 * @param {readonly [number, number]} direction right and down, one of them 0, the other 1 or -1
 * @param {number} [least] how far ahead it has to be
 */
export function pointAhead({ values, d, axes, rows }, { x, y }, pixel, [right, down], least = 0.5) {
  let best = -1;
  let cost = Infinity;
  for (let place = 0; place < rows.length; place += 1) {
    const across = x.at(values[rows[place] * d + axes[0].column]) - pixel.x;
    const along = y.at(values[rows[place] * d + axes[1].column]) - pixel.y;
    const ahead = across * right + along * down;
    if (!(ahead >= least)) continue;
    const aside = Math.abs(across * down) + Math.abs(along * right);
    const own = ahead * ahead + ASIDE * ASIDE * aside * aside;
    if (own < cost) {
      cost = own;
      best = place;
    }
  }
  return best;
}
