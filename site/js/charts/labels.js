/** Places for names beside what they name, so that none covers another or a curve. */

/** @typedef {{ left: number, right: number, top: number, bottom: number }} Box */
/** @typedef {{ x: number, width: number }} Label x: where its middle would like to stand */
/** @typedef {{ left: number, foot: number }} Place */

const SIDESTEP = 8;
const SIDESTEPS = 40;
/** Pixels two names may share, so that rounding never counts as touching. */
const SLACK = 0.01;

/**
 * Each label stands over its wish, or as little to the side of it as finds room above the skyline;
 * where there is none anywhere it is stacked under the others.
 *
 * @param {readonly Label[]} labels
 * @param {number} height of every label
 * @param {Box} bounds
 * @param {(left: number, right: number) => number} skyline the highest pixel taken between two others
 * @returns {Place[]} in the order of the labels
 */
export function placeLabels(labels, height, bounds, skyline) {
  /** @type {Box[]} */
  const taken = [];
  return labels.map(({ x, width }) => {
    const wish = x - width / 2;
    const box = beside(wish, width, height, bounds, skyline, taken)
      ?? below(wish, width, height, bounds, taken);
    taken.push(box);
    return { left: box.left, foot: box.bottom };
  });
}

/**
 * @param {number} wish
 * @param {number} width
 * @param {number} height
 * @param {Box} bounds
 * @param {(left: number, right: number) => number} skyline
 * @param {readonly Box[]} taken
 * @returns {Box | null}
 */
function beside(wish, width, height, bounds, skyline, taken) {
  for (let step = 0; step <= 2 * SIDESTEPS; step += 1) {
    const aside = Math.ceil(step / 2) * SIDESTEP * (step % 2 === 0 ? 1 : -1);
    const left = within(wish + aside, width, bounds);
    const bottom = skyline(left, left + width);
    const box = { left, right: left + width, top: bottom - height, bottom };
    if (box.top >= bounds.top && !taken.some((other) => overlap(box, other))) return box;
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
function below(wish, width, height, bounds, taken) {
  const left = within(wish, width, bounds);
  let top = bounds.top;
  for (;;) {
    const box = { left, right: left + width, top, bottom: top + height };
    const blocker = taken.find((other) => overlap(box, other));
    if (!blocker) return box;
    top = blocker.bottom;
  }
}

/**
 * @param {number} left
 * @param {number} width
 * @param {Box} bounds
 */
function within(left, width, bounds) {
  return Math.max(bounds.left, Math.min(left, bounds.right - width));
}

/**
 * @param {Box} a
 * @param {Box} b
 */
function overlap(a, b) {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > SLACK && down > SLACK;
}
