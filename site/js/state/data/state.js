/** The data as a person gave them, and what emkit found in them. */

/** @typedef {import("../../engine/protocol.js").Fault} Fault */

/**
 * @typedef {object} Own  a person's own input, which a sample has taken the place of
 * @property {string} text
 * @property {import("../model/state.js").StartInput} start
 * @property {boolean} ownStart
 */

/**
 * @typedef {object} Summary what emkit found in the text
 * @property {number} n
 * @property {string} name
 * @property {number} minimum
 * @property {number} maximum
 * @property {number} mean
 * @property {number} standard_deviation
 * @property {string[]} notices
 */

/**
 * @typedef {object} DataState
 * @property {string} sample      the name of the sample that the text is, or ""
 * @property {string} text        all that is typed, so that nothing typed is lost
 * @property {Own | null} own     what a sample has taken the place of
 * @property {boolean} unfolded   whether the box shows all of a long text
 * @property {Summary | null} summary   what the text holds, null while it is not known
 * @property {Fault | null} fault       why the text could not be read
 */

/** @type {DataState} */
export const DATA_AT_FIRST = Object.freeze({
  sample: "",
  text: "",
  own: null,
  unfolded: false,
  summary: null,
  fault: null,
});
