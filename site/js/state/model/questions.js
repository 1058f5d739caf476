import { typedNumber } from "../../lib/spin.js";
import { componentsOf, isBlankRow } from "./state.js";

/**
 * What a person typed, as the questions that Python is asked. Python alone decides whether it is
 * acceptable and says so in its own sentences: here nothing is refused.
 *
 * @typedef {import("../state.js").State} State
 * @typedef {import("./state.js").ModelState} ModelState
 */

/**
 * What the engine is asked in order to fill the start table; null where a person has filled it.
 * @param {State} state
 */
export function startQuestion({ model }) {
  if (!needsStart(model)) return null;
  return { command: "start", body: { components: meant(model.components) } };
}

/** @param {State} state */
export function fitQuestion({ model }) {
  const k = componentsOf(model) ?? model.start.means.length;
  const { weights, means, standard_deviations } = model.start;
  const body = {
    model: { components: meant(model.components), covariance: "full", weights: "free" },
    start: {
      weights: weights.slice(0, k).map(meant),
      means: means.slice(0, k).map(meant),
      standard_deviations: standard_deviations.slice(0, k).map(meant),
    },
    options: {
      tol: meant(model.tolerance),
      max_iter: meant(model.iterations),
      reg_covar: meant(model.regularisation),
    },
  };
  return { command: "fit", body };
}

/**
 * Whether the start table still waits for values computed from the data.
 * @param {ModelState} model
 */
function needsStart(model) {
  if (!model.ownStart) return true;
  const k = componentsOf(model) ?? 0;
  return Array.from({ length: k }, (_, row) => row).some((row) => isBlankRow(model.start, row));
}

/**
 * The number that is meant, or else the text as it is.
 * @param {string} text
 */
function meant(text) {
  return typedNumber(text) ?? text;
}
