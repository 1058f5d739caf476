/** Marks that would lie on one another step aside. */

/** @typedef {{ x: number, y: number }} Spot */

const TURNS = 12;
const RINGS = 6;

/**
 * A spot for each mark: its own, or the nearest found on rings around it that is clear of the marks
 * before it and inside the box.
 *
 * @param {readonly Spot[]} wishes
 * @param {number} apart how far any two marks are to lie from each other
 * @param {import("./labels.js").Box} box
 * @returns {Spot[]}
 */
export function spreadMarks(wishes, apart, box) {
  /** @type {Spot[]} */
  const taken = [];
  for (const wish of wishes) {
    const spots = [wish, ...rings(wish, apart)].filter((spot) => isInside(spot, box));
    const clear = spots.find((spot) => taken.every((other) => isApart(spot, other, apart)));
    taken.push(clear ?? wish);
  }
  return taken;
}

/**
 * @param {Spot} middle
 * @param {number} apart
 * @returns {Spot[]}
 */
function rings({ x, y }, apart) {
  return Array.from({ length: RINGS * TURNS }, (_, i) => {
    const radius = apart * (1 + Math.floor(i / TURNS)) * 1.001;
    const angle = -Math.PI / 2 + (2 * Math.PI * (i % TURNS)) / TURNS;
    return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
  });
}

/**
 * @param {Spot} one
 * @param {Spot} other
 * @param {number} apart
 */
function isApart(one, other, apart) {
  return Math.hypot(one.x - other.x, one.y - other.y) >= apart;
}

/**
 * @param {Spot} spot
 * @param {import("./labels.js").Box} box
 */
function isInside({ x, y }, { left, right, top, bottom }) {
  return x >= left && x <= right && y >= top && y <= bottom;
}
