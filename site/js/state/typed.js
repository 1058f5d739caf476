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
    components: typedNumber(input.components),
    start: {
      weights: weights.slice(0, k),
      means: means.slice(0, k),
      standard_deviations: standard_deviations.slice(0, k),
    },
    options: {
      tol: typedNumber(input.tolerance),
      max_iter: typedNumber(input.iterations),
      reg_covar: typedNumber(input.regularisation),
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
  return { components: typedNumber(input.components) };
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
 * A number where the text is one that JSON can carry, else the text.
 * @param {string} text
 */
function typedNumber(text) {
  const value = Number(text);
  return text.trim() === "" || !Number.isFinite(value) ? text : value;
}
