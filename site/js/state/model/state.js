/** The model to fit, where it starts and when it stops, as a person typed it. */

/** @typedef {"weights" | "means" | "standard_deviations"} StartField */

/** @typedef {"iterations" | "tolerance" | "regularisation"} Option */

/** @typedef {Record<StartField, ReadonlyArray<string>>} StartInput as typed, one of each a component */

/** @typedef {Record<StartField, number[]>} Parameters */

/**
 * @typedef {object} ModelState text throughout, so that nothing typed is lost
 * @property {string} components
 * @property {StartInput} start
 * @property {boolean} ownStart   whether a person has edited the start
 * @property {string} iterations
 * @property {string} tolerance
 * @property {string} regularisation
 * @property {import("../../engine/protocol.js").Fault | null} fault  why no start could be suggested
 */

export const DEFAULT_COMPONENTS = 2;

/** @type {ModelState} */
export const MODEL_AT_FIRST = Object.freeze({
  components: String(DEFAULT_COMPONENTS),
  start: emptyStart(DEFAULT_COMPONENTS),
  ownStart: false,
  iterations: "100",
  tolerance: "1e-6",
  regularisation: "0",
  fault: null,
});

/**
 * A start table without values.
 * @param {number} components
 * @returns {StartInput}
 */
export function emptyStart(components) {
  const blank = Array.from({ length: components }, () => "");
  return Object.freeze({ weights: blank, means: blank, standard_deviations: blank });
}

/**
 * How many components are asked for, or null where what is typed is not such a number.
 * @param {ModelState} model
 */
export function componentsOf({ components }) {
  const value = Number(components);
  return components.trim() !== "" && Number.isInteger(value) && value >= 1 && value <= 16
    ? value
    : null;
}

/**
 * Whether nothing has been typed in a row of the start table.
 * @param {StartInput} start
 * @param {number} row
 */
export function isBlankRow({ weights, means, standard_deviations }, row) {
  return [weights, means, standard_deviations].every((column) => column[row] === "");
}
