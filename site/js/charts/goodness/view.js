/**
 * What the fit chart shows: what is seen in the data against what the fit expects, as shares or as
 * quantiles. The better the fit, the nearer the points are to the diagonal.
 *
 * @typedef {{ component: number, y: Float64Array }} Part component: counted from 0; y: (m)
 *
 * @typedef {object} FitView
 * @property {Float64Array} x (m) expected, increasing
 * @property {Float64Array} y (m) of the data
 * @property {Float64Array | null} [lower] (m) of a band that holds 95 % of samples from the fit
 * @property {Float64Array | null} [upper] (m)
 * @property {readonly Part[] | null} [parts] the same within each component
 * @property {string} xName
 * @property {string} yName
 * @property {string} summary the chart in words
 */

/** Sums of shares end near one, not at it. */
const ROUNDING = 1e-9;

/**
 * @param {FitView} view
 * @param {number} place
 */
export function isOutside({ y, lower, upper }, place) {
  if (!lower || !upper) return false;
  return y[place] < lower[place] - ROUNDING || y[place] > upper[place] + ROUNDING;
}
