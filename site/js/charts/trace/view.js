/**
 * What the trace chart shows: every parameter after every iteration, the start first. Of several
 * columns one is drawn, and the reader chooses which.
 *
 * @typedef {object} TraceView
 * @property {number} k
 * @property {readonly string[]} columns (d) their names
 * @property {Float64Array} weights (iterations + 1, k) row by row
 * @property {Float64Array} means (iterations + 1, k, d) row by row
 * @property {Float64Array} standardDeviations (iterations + 1, k, d) row by row
 * @property {number | null} [shown] the iteration shown elsewhere on the page
 * @property {string} summary the chart in words
 */

export {};
