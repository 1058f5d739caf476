/** Finding one's way among the results of a comparison. */

/** @typedef {import("./scene.js").CriteriaScene} CriteriaScene */
/** @typedef {import("./layout.js").CriteriaLayout} CriteriaLayout */

/**
 * @param {CriteriaScene} scene
 * @param {import("../parts/cursor.js").Point} point
 * @param {CriteriaLayout} layout
 */
export function resultAt({ results }, point, { x, y, box }) {
  let best = -1;
  let least = Infinity;
  results.forEach(({ components, value }, place) => {
    const height = Math.min(Math.max(y.at(value), box.top), box.bottom);
    const distance = Math.hypot(x.at(components) - point.x, height - point.y);
    if (distance < least) [best, least] = [place, distance];
  });
  return best;
}

/**
 * Sideways along a line; up and down among the results for one number of components.
 *
 * @param {CriteriaScene} scene
 * @param {number} place
 * @param {import("../parts/cursor.js").Move} move
 */
export function nextResult({ results }, place, { by, upright }) {
  const { components, covariance } = results[place];
  const peers = results
    .map((result, own) => ({ ...result, own }))
    .filter((other) =>
      upright ? other.components === components : other.covariance === covariance,
    );
  const rank = peers.findIndex(({ own }) => own === place);
  return peers[Math.min(Math.max(rank + by, 0), peers.length - 1)].own;
}
