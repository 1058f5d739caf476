/** What a run found, and the iteration of it that the page shows. */

/** @typedef {Record<"weights" | "means" | "standard_deviations", number[]>} Parameters */
/** @typedef {import("../../engine/protocol.js").Arrays} Arrays */

/**
 * @typedef {object} Report the result of a fit, as the engine answers it
 * @property {number} fit   the number under which the engine keeps it
 * @property {FrameBody} frame
 * @property {number} n
 * @property {string} name
 * @property {number} d
 * @property {string[]} columns
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
 * @property {string} [origin]  where it is from, if it is no run of what the page asks, as a sentence
 */

/**
 * How the fit stands after one of its iterations.
 * @typedef {object} Frame
 * @property {FrameBody} body
 * @property {Arrays} arrays
 */

/**
 * @typedef {object} FrameBody as the engine answers it
 * @property {number} fit          the number under which the engine keeps the fit
 * @property {number} iteration
 * @property {number} log_likelihood
 * @property {number | null} gain  over the iteration before
 * @property {Parameters} params
 * @property {number[]} components the number of each component in the start; those dropped lack
 * @property {number[]} counts     how much each component has: its responsibilities summed
 * @property {number[]} hard_counts
 */

/**
 * @typedef {object} ResultsState
 * @property {Result | null} result
 * @property {Frame | null} frame      the iteration of the result that is shown
 * @property {number | null} wanted    the iteration that is wished for and not yet shown
 */

/** @type {ResultsState} */
export const RESULTS_AT_FIRST = Object.freeze({ result: null, frame: null, wanted: null });

/**
 * A result shows its last iteration at first.
 * @param {Result} result
 * @returns {ResultsState}
 */
export function shownAtLast(result) {
  const frame = { body: result.report.frame, arrays: result.arrays };
  return { result, frame, wanted: null };
}
