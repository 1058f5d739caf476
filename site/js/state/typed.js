import { typedNumber } from "../lib/spin.js";
import { componentsOf, isBlankRow } from "./state.js";

/**
 * What a person typed, as the questions that Python is asked. Python alone decides whether it is
 * acceptable and says so in its own sentences: here nothing is refused.
 *
 * @typedef {import("./state.js").Input} Input
 */

/** @param {Input} input */
export function fitQuestion(input) {
  const k = componentsOf(input) ?? input.start.means.length;
  const { weights, means, standard_deviations } = input.start;
  return {
    components: meant(input.components),
    start: {
      weights: weights.slice(0, k).map(meant),
      means: means.slice(0, k).map(meant),
      standard_deviations: standard_deviations.slice(0, k).map(meant),
    },
    options: {
      tol: meant(input.tolerance),
      max_iter: meant(input.iterations),
      reg_covar: meant(input.regularisation),
    },
  };
}

/**
 * Whether two inputs ask for the same fit.
 * @param {Input} one
 * @param {Input} other
 */
export function isSameQuestion(one, other) {
  if (one.text !== other.text) return false;
  return JSON.stringify(fitQuestion(one)) === JSON.stringify(fitQuestion(other));
}

/** @param {Input} input */
export function startQuestion(input) {
  return { components: meant(input.components) };
}

/**
 * Whether the start table still waits for values computed from the data.
 * @param {Input} input
 */
export function needsStart(input) {
  if (!input.ownStart) return true;
  const k = componentsOf(input) ?? 0;
  return Array.from({ length: k }, (_, row) => row).some((row) => isBlankRow(input.start, row));
}

/**
 * The number that is meant, or else the text as it is.
 * @param {string} text
 */
function meant(text) {
  return typedNumber(text) ?? text;
}
