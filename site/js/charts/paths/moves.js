import { rank } from "../search.js";
import { endOf } from "./view.js";

/** Finding one's way among runs. */

/** @typedef {import("./scene.js").PathsScene} PathsScene */

/**
 * The run whose path passes nearest to a pixel; where several do, the one that ends nearest.
 *
 * @param {PathsScene} scene
 * @param {import("../parts/cursor.js").Point} point
 * @param {import("./layout.js").PathsLayout} layout
 */
export function runAt({ runs, xs }, point, { x, y, box }) {
  const at = x.invert(point.x);
  let best = -1;
  let least = Infinity;
  runs.forEach(({ logLikelihood }, place) => {
    const last = logLikelihood.length - 1;
    const step = Math.min(Math.max(rank(xs[place], at) - 1, 0), last);
    const height = Math.min(
      Math.max(y.at(valueAt(xs[place], logLikelihood, step, at)), box.top),
      box.bottom,
    );
    const beyond = Math.max(0, point.x - x.at(xs[place][last]));
    const toEnd = Math.hypot(x.at(xs[place][last]) - point.x, y.at(logLikelihood[last]) - point.y);
    const distance = Math.hypot(height - point.y, beyond) + toEnd / 1000;
    if (distance < least) [best, least] = [place, distance];
  });
  return best;
}

/**
 * @param {ArrayLike<number>} xs
 * @param {ArrayLike<number>} ys
 * @param {number} step the last at or before
 * @param {number} at
 */
function valueAt(xs, ys, step, at) {
  if (step >= ys.length - 1) return ys[ys.length - 1];
  const share = Math.max(0, (at - xs[step]) / (xs[step + 1] - xs[step]));
  return ys[step] + share * (ys[step + 1] - ys[step]);
}

/**
 * Sideways from run to run; up and down to the next higher and lower end.
 *
 * @param {PathsScene} scene
 * @param {number} place
 * @param {import("../parts/cursor.js").Move} move
 */
export function nextRun({ runs }, place, { by, upright }) {
  if (!upright) return place + by;
  const ranked = runs.map((_, i) => i).sort((a, b) => endOf(runs[a]) - endOf(runs[b]) || a - b);
  const next = ranked.indexOf(place) + by;
  return ranked[Math.min(Math.max(next, 0), ranked.length - 1)];
}
