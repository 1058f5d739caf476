import { MOST_COMPONENTS } from "../model/state.js";
import { meant } from "../parameters/nested.js";
import { tableOf } from "./views.js";

/**
 * What the engine is asked in order to compare numbers of components. As everywhere, Python alone
 * decides whether what is typed is acceptable.
 *
 * @typedef {import("../state.js").State} State
 */

/** @param {State} state */
export function compareQuestion(state) {
  const { upTo, structures, isCrossValidated, folds } = state.study;
  const body = {
    components: numbersUpTo(meant(upTo)),
    covariances: [...structures],
    folds: isCrossValidated ? meant(folds) : null,
    options: optionsOf(state),
  };
  return { command: "compare", body };
}

/**
 * @param {State} state
 * @param {{ components: number, covariance: string }} choice  a fit of the table that is shown
 */
export function takeQuestion(state, { components, covariance }) {
  const table = tableOf(state);
  const index = table?.rows.findIndex((row) => {
    return row.components === components && row.covariance === covariance;
  });
  return { command: "take", body: { comparison: table?.comparison, index } };
}

/** @param {State} state */
export function ratioQuestion(state) {
  const { smaller, structure, samples } = state.study;
  const body = {
    components: meant(smaller),
    covariance: structure,
    samples: meant(samples),
    seed: meant(state.model.options.seed),
    options: optionsOf(state),
  };
  return { command: "likelihood_ratio", body };
}

/**
 * Those of the options that say what is fitted. How far and from where is left to the search.
 * @param {State} state
 */
function optionsOf({ model: { options } }) {
  return {
    reg_covar: meant(options.reg_covar),
    equal_weights: options.equal_weights === "true",
    on_collapse: options.on_collapse,
    seed: meant(options.seed),
  };
}

/**
 * 1, 2, ... up to a number; or what was typed instead of one, or too large a one, to be refused.
 * @param {number | string} last
 */
function numbersUpTo(last) {
  const isPlain = Number.isInteger(last) && Number(last) >= 1 && Number(last) <= MOST_COMPONENTS;
  return isPlain ? Array.from({ length: Number(last) }, (_, index) => index + 1) : [last];
}
