import { windowStart } from "../likelihood/window.js";
import { endOf } from "./view.js";

/** @typedef {import("./view.js").PathsView} PathsView */
/** @typedef {import("./view.js").Run} Run */
/** @typedef {import("./view.js").Along} Along */

/**
 * @typedef {object} Peak runs that found one maximum
 * @property {number} value
 * @property {number} times
 *
 * @typedef {object} PathsExtras
 * @property {Along} along
 * @property {ArrayLike<number>[]} xs of each run
 * @property {Peak[]} peaks from the highest down
 * @property {[number, number] | null} reach of the log-likelihoods the axis holds
 * @property {boolean} isZoomed whether there are lower ones
 * @property {number} chosenPlace
 *
 * @typedef {PathsView & PathsExtras} PathsScene
 */

/** The axis reaches as far below the lowest end as this many times what lies between the ends. */
const BELOW = 1;
/** Ends nearer to each other than this, for their size, are one. */
const SAME = 1e-7;

/**
 * @param {PathsView} view
 * @param {{ along: Along, isWhole: boolean }} wishes
 * @returns {PathsScene}
 */
export function preparePaths(view, { along, isWhole }) {
  const { runs, chosen } = view;
  const lowest = Math.min(...runs.flatMap(({ logLikelihood }) => least(logLikelihood, 0)));
  const from = isWhole ? lowest : Math.max(lowest, windowFloor(runs));
  const top = Math.max(...runs.map(({ logLikelihood }) => greatest(logLikelihood)));
  return {
    ...view,
    along,
    xs: runs.map(({ logLikelihood, eSteps }) =>
      along === "E-steps" && eSteps ? eSteps : logLikelihood.map((_, t) => t),
    ),
    peaks: peaksOf(runs),
    reach: from <= top ? [from, top] : null,
    isZoomed: from > lowest,
    chosenPlace: runs.findIndex(({ run }) => run === chosen),
  };
}

/**
 * Where an axis begins on which the ends of the runs, and how each comes to its end, can be seen.
 *
 * @param {readonly Run[]} runs
 */
function windowFloor(runs) {
  const ends = runs.map(endOf).filter(Number.isFinite);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const apart = high - low;
  if (apart > SAME * Math.max(Math.abs(low), Math.abs(high))) return low - BELOW * apart;
  return Math.min(
    ...runs.map(({ logLikelihood }) => least(logLikelihood, windowStart(logLikelihood))),
  );
}

/**
 * @param {readonly Run[]} runs
 * @returns {Peak[]}
 */
function peaksOf(runs) {
  /** @type {Map<number, Peak>} */
  const peaks = new Map();
  for (const own of runs) {
    const value = endOf(own);
    const key = own.maximum ?? null;
    if (key === null || !Number.isFinite(value)) continue;
    const peak = peaks.get(key) ?? { value, times: 0 };
    peaks.set(key, { ...peak, value: Math.max(peak.value, value), times: peak.times + 1 });
  }
  return [...peaks.values()].sort((a, b) => b.value - a.value);
}

/**
 * @param {ArrayLike<number>} values
 * @param {number} from
 */
function least(values, from) {
  let low = Infinity;
  for (let t = from; t < values.length; t += 1) if (values[t] < low) low = values[t];
  return low;
}

/** @param {ArrayLike<number>} values */
function greatest(values) {
  let high = -Infinity;
  for (let t = 0; t < values.length; t += 1) if (values[t] > high) high = values[t];
  return high;
}
