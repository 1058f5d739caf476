import { STRUCTURES } from "./view.js";

/** @typedef {import("./view.js").CriteriaView} CriteriaView */
/** @typedef {import("./view.js").Criterion} Criterion */
/** @typedef {import("./view.js").Choice} Choice */

/**
 * @typedef {Choice & { value: number, look: number }} Result look: which of the components' looks
 *
 * @typedef {object} CriteriaScene
 * @property {Criterion} criterion
 * @property {readonly number[]} components
 * @property {{ covariance: string, look: number, values: Float64Array }[]} lines
 * @property {Result[]} results those known, by components and then from the lowest value up
 * @property {number} best its place among the results, or -1
 * @property {number} chosen
 * @property {[number, number] | null} reach of the values the axis holds
 * @property {boolean} isZoomed whether there are others
 * @property {string} summary
 */

/** The axis leaves values out when the better three quarters would not get this share of it. */
const READABLE = 1 / 4;
const KEPT = 0.75;
const ROOM = 1.5;

/**
 * @param {CriteriaView} view
 * @param {number} index of the criterion
 * @returns {CriteriaScene}
 */
export function prepareCriteria({ components, criteria, chosen }, index) {
  const criterion = criteria[Math.min(index, criteria.length - 1)];
  const lines = linesOf(criterion);
  const results = lines
    .flatMap(({ values, ...line }) =>
      components.map((count, i) => ({ ...line, components: count, value: values[i] })),
    )
    .filter(({ value }) => Number.isFinite(value))
    .sort((a, b) => a.components - b.components || a.value - b.value);
  const values = results.map(({ value }) => value);
  return {
    criterion,
    components,
    lines,
    results,
    best: placeOf(results, criterion.best),
    chosen: placeOf(results, chosen ?? null),
    ...readableReach(values, criterion.better),
    summary: criterion.summary,
  };
}

/** @param {Criterion} criterion */
function linesOf({ values }) {
  const names = Object.keys(values);
  return names.map((covariance, i) => {
    const known = STRUCTURES.indexOf(covariance);
    const look = known < 0 ? STRUCTURES.length + i : known;
    return { covariance, look, values: Float64Array.from(values[covariance]) };
  });
}

/**
 * @param {readonly Result[]} results
 * @param {Choice | null} choice
 */
function placeOf(results, choice) {
  return results.findIndex(
    ({ components, covariance }) =>
      components === choice?.components && covariance === choice.covariance,
  );
}

/**
 * @param {readonly number[]} values
 * @param {"low" | "high"} better
 * @returns {{ reach: [number, number] | null, isZoomed: boolean }}
 */
function readableReach(values, better) {
  if (values.length === 0) return { reach: null, isZoomed: false };
  const sorted = [...values].sort((a, b) => (better === "low" ? a - b : b - a));
  const [best, worst] = [sorted[0], sorted[sorted.length - 1]];
  const kept = ROOM * (sorted[Math.floor(KEPT * (sorted.length - 1))] - best);
  const isZoomed = Math.abs(kept) > 0 && Math.abs(kept) < READABLE * ROOM * Math.abs(worst - best);
  const end = isZoomed ? best + kept : worst;
  return { reach: [Math.min(best, end), Math.max(best, end)], isZoomed };
}
