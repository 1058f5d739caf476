/** The model to fit, where it starts and when it stops, as a person typed it. */

/**
 * @typedef {import("../parameters/form.js").Field} StartField
 * @typedef {import("../parameters/form.js").Typed} StartInput
 * @typedef {import("../parameters/edit.js").Parameters} Parameters
 */

/**
 * What emkit's catalogue calls the options; yes and no are "true" and "false".
 * @typedef {"covariance" | "equal_weights" | "start" | "seed" | "restarts" | "max_iter" | "tol"
 *   | "within" | "accelerate" | "reg_covar" | "on_collapse"} Option
 */

/**
 * @typedef {object} ModelState text throughout, so that nothing typed is lost
 * @property {string} components
 * @property {Readonly<Record<Option, string>>} options
 * @property {StartInput} start
 * @property {StartInput} suggested  the start that emkit suggested last
 * @property {boolean} ownStart     whether the start is another one, a person's own
 * @property {number} shown         the component whose covariance is shown
 * @property {ReadonlyArray<string>} columns  of the data, as last known
 * @property {boolean} standardise  whether these are standardised
 * @property {import("../../engine/protocol.js").Fault | null} fault  why no start could be suggested
 */

/** @type {Readonly<Record<Option, string>>} a test holds these equal to emkit's own */
export const USUAL = Object.freeze({
  covariance: "full",
  equal_weights: "false",
  start: "quantiles",
  seed: "0",
  restarts: "1",
  max_iter: "100",
  tol: "1e-6",
  within: "",
  accelerate: "false",
  reg_covar: "0",
  on_collapse: "stop",
});

const BLANK = Object.freeze(["", ""]);
const NO_START = Object.freeze({ weights: BLANK, means: BLANK, standard_deviations: BLANK });

/** @type {ModelState} */
export const MODEL_AT_FIRST = Object.freeze({
  components: "2",
  options: USUAL,
  start: NO_START,
  suggested: NO_START,
  ownStart: false,
  shown: 0,
  columns: Object.freeze(["x"]),
  standardise: false,
  fault: null,
});

/** More components than this are nowhere asked for. */
export const MOST_COMPONENTS = 16;

/**
 * How many components are asked for, or null where what is typed is not such a number.
 * @param {ModelState} model
 */
function componentsOf({ components }) {
  const value = Number(components);
  const isCount = Number.isInteger(value) && value >= 1 && value <= MOST_COMPONENTS;
  return components.trim() !== "" && isCount ? value : null;
}

/**
 * Which parameters the model has; half a number of components changes nothing.
 * @param {ModelState} model
 * @returns {import("../parameters/form.js").Form}
 */
export function formOf(model) {
  const { start, columns, options, standardise } = model;
  return {
    k: componentsOf(model) ?? start.weights?.length ?? 1,
    columns: [...columns],
    covariance: options.covariance,
    standardise,
  };
}
