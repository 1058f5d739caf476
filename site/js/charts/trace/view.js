/**
 * What the trace chart shows: every parameter along the iterations, the start first. Of several
 * columns one is drawn, and the reader chooses which.
 *
 * @typedef {object} TraceView
 * @property {Float64Array} iterations (m) those known, increasing: all, or some of very many
 * @property {number} k
 * @property {readonly string[]} columns (d) their names
 * @property {Float64Array} weights (m, k) row by row
 * @property {Float64Array} means (m, k, d) row by row
 * @property {Float64Array} standardDeviations (m, k, d) row by row
 * @property {number | null} [shown] the iteration shown elsewhere on the page
 * @property {string} summary the chart in words
 */

export {};
