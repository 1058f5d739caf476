/** Places for names beside what they name, so that none covers another or a curve. */

/** @typedef {{ left: number, right: number, top: number, bottom: number }} Box */
/** @typedef {{ x: number, width: number }} Label x: where its middle would like to stand */
/** @typedef {{ left: number, foot: number }} Place */
/** @typedef {(left: number, right: number) => number} Skyline the highest pixel taken in between */

const SIDESTEP = 8;
const SIDESTEPS = 40;

/**
 * Each label stands over its wish, on the skyline and on the labels before it, or as little to the
 * side as lets it stay within the bounds. Where there is no room at all it hangs from the top.
 *
 * @param {readonly Label[]} labels
 * @param {number} height of every label
 * @param {Box} bounds
 * @param {Skyline} skyline
 * @returns {Place[]} in the order of the labels
 */
export function placeLabels(labels, height, bounds, skyline) {
  /** @type {Box[]} */
  const taken = [];
  return labels.map(({ x, width }) => {
    const wish = x - width / 2;
    const box =
      standing(wish, width, height, bounds, withLabels(skyline, taken)) ??
      hanging(wish, width, height, bounds, taken);
    taken.push(box);
    return { left: box.left, foot: box.bottom };
  });
}

/**
 * @param {Skyline} skyline
 * @param {readonly Box[]} taken
 * @returns {Skyline}
 */
function withLabels(skyline, taken) {
  return (left, right) => {
    const inTheWay = taken.filter((other) => left < other.right && other.left < right);
    return Math.min(skyline(left, right), ...inTheWay.map(({ top }) => top));
  };
}

/**
 * @param {number} wish
 * @param {number} width
 * @param {number} height
 * @param {Box} bounds
 * @param {Skyline} skyline
 * @returns {Box | null}
 */
function standing(wish, width, height, bounds, skyline) {
  for (let step = 0; step <= 2 * SIDESTEPS; step += 1) {
    const aside = Math.ceil(step / 2) * SIDESTEP * (step % 2 === 0 ? 1 : -1);
    const left = within(wish + aside, width, bounds);
    const bottom = Math.min(bounds.bottom, skyline(left, left + width));
    if (bottom - height >= bounds.top) {
      return { left, right: left + width, top: bottom - height, bottom };
    }
  }
  return null;
}

/**
 * @param {number} wish
 * @param {number} width
 * @param {number} height
 * @param {Box} bounds
 * @param {readonly Box[]} taken
 * @returns {Box}
 */
function hanging(wish, width, height, bounds, taken) {
  const left = within(wish, width, bounds);
  const right = left + width;
  const column = taken.filter((other) => left < other.right && other.left < right);
  const downwards = [...column].sort((a, b) => a.top - b.top);
  let top = bounds.top;
  for (const other of downwards) {
    if (top + height > other.top) top = Math.max(top, other.bottom);
  }
  return { left, right, top, bottom: top + height };
}

/**
 * @param {number} left
 * @param {number} width
 * @param {Box} bounds
 */
function within(left, width, bounds) {
  return Math.max(bounds.left, Math.min(left, bounds.right - width));
}
