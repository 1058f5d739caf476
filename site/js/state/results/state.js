/** What a run found, and the iteration of it that the page shows. */

/** @typedef {import("../model/state.js").Parameters} Parameters */
/** @typedef {import("../../engine/protocol.js").Arrays} Arrays */

/**
 * @typedef {object} Report the result of a fit, as the engine answers it
 * @property {number} n
 * @property {string} name
 * @property {string} status
 * @property {string} message
 * @property {string[]} notices
 * @property {number} iterations
 * @property {number} log_likelihood
 * @property {number} aic
 * @property {number} bic
 * @property {number} n_free
 * @property {number} tol
 * @property {Parameters} start
 * @property {Parameters} final
 */

/**
 * @typedef {object} Result
 * @property {Report} report
 * @property {Arrays} arrays
 * @property {import("../question.js").Question} question  what it answers
 * @property {boolean} isOpening   whether it came with the page, computed when that was built
 */

/** @typedef {{ result: Result | null }} ResultsState */

/** @type {ResultsState} */
export const RESULTS_AT_FIRST = Object.freeze({ result: null });
