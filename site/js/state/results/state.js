/** What a run found, and the iteration of it that the page shows. */

/**
 * @typedef {object} Parameters of k components: plain numbers for one variable, else (k, d)
 * @property {number[]} weights
 * @property {number[] | number[][]} means
 * @property {number[] | number[][]} standard_deviations
 * @property {number[][][]} [covariances]   (k, d, d), for more than one variable
 * @property {number[][][]} [correlations]  (k, d, d)
 */

/**
 * @typedef {object} Agreement of the likeliest components with the label column
 * @property {string} label
 * @property {string[]} values
 * @property {number[][]} table       a row a component, a column a label
 * @property {number} adjusted_rand
 * @property {number[]} partners      the label that each component is matched with, or -1
 * @property {number} matched         the share of the rows that are in matched pairs
 */

/**
 * @typedef {object} SearchRun one run of a search
 * @property {number} run              from 0
 * @property {string} start            the strategy
 * @property {string} status
 * @property {number} iterations
 * @property {number | null} log_likelihood  null where it saw a sample of the rows only
 * @property {boolean} carried         whether it was carried on to its end
 * @property {number | null} maximum   which of the maxima it reached
 * @property {boolean} spurious        whether that was set aside
 */

/**
 * @typedef {object} Maximum
 * @property {number} log_likelihood
 * @property {number} times   how many runs reached it
 * @property {boolean} spurious
 * @property {string} why
 */

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
 * @property {number} e_steps
 * @property {number} log_likelihood
 * @property {number} aic
 * @property {number} bic
 * @property {number | null} icl
 * @property {number} n_free
 * @property {{ components: number, covariance: string, weights: string }} model
 * @property {SearchRun[]} runs       empty where there was one
 * @property {Maximum[]} maxima
 * @property {number | null} chosen   which of the runs this is
 * @property {{ name: string, values: string[] } | null} labels
 * @property {{ shown: number, all: boolean }} rows
 * @property {string} [engine]  what computed it; a result that came with the page does not say
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
 * @property {Agreement | null} agreement
 * @property {{ of: "values" | "distances", band: number }} [pit]  of its pit_ arrays: what of the
 *   rows is held against the mixture, and how far off chance may put them
 * @property {number[][]} [planes]      pairs of columns in which components are outlined
 * @property {number[]} [columns]       those of the planes, of which marginals are known
 * @property {number[]} [levels]        at these distances in standard deviations
 * @property {number} [outline_points]  points of an outline
 */

/**
 * @typedef {object} ResultsState
 * @property {Result | null} result
 * @property {Frame | null} frame      the iteration of the result that is shown
 * @property {number | null} wanted    the iteration that is wished for and not yet shown
 * @property {string} taken            what was taken away last, as a sentence
 */

/** @type {ResultsState} */
export const RESULTS_AT_FIRST = Object.freeze({
  result: null,
  frame: null,
  wanted: null,
  taken: "",
});

/**
 * A result shows its last iteration at first.
 * @param {Result} result
 * @returns {ResultsState}
 */
export function shownAtLast(result) {
  const frame = { body: result.report.frame, arrays: result.arrays };
  return { result, frame, wanted: null, taken: "" };
}
