/**
 * What the paths chart shows: the log-likelihood along several runs, and where each ended.
 *
 * @typedef {object} Run
 * @property {number} run its number, counted from 1
 * @property {string} [name] where runs differ by more than their start: "SQUAREM"
 * @property {Float64Array} logLikelihood (iterations + 1) after each iteration, the start first
 * @property {Float64Array | null} [eSteps] (iterations + 1) spent until then
 * @property {number | null} [maximum] which of the maxima it found; runs with one number share one
 * @property {"spurious" | "collapsed" | null} [setAside] why its end counts for nothing, if so
 *
 * @typedef {object} PathsView
 * @property {readonly Run[]} runs
 * @property {number | null} [chosen] the run shown elsewhere on the page
 * @property {string} summary the chart in words
 */

/** @typedef {"iterations" | "E-steps"} Along */

/** @param {Pick<Run, "logLikelihood">} run */
export function endOf({ logLikelihood }) {
  return logLikelihood[logLikelihood.length - 1];
}
