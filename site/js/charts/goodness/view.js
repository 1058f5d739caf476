/**
 * What the fit chart shows: quantiles of the data against what the fit expects of them. The better
 * the fit, the nearer the points are to the diagonal.
 *
 * @typedef {object} FitView
 * @property {Float64Array} x (m) expected, increasing
 * @property {Float64Array} y (m) of the data
 * @property {Float64Array | null} [lower] (m) where 95 % of samples from the fit would lie, at each x
 * @property {Float64Array | null} [upper] (m)
 * @property {string} xName
 * @property {string} yName
 * @property {string} summary the chart in words
 */

/**
 * @param {FitView} view
 * @param {number} place
 */
export function isOutside({ y, lower, upper }, place) {
  if (!lower || !upper) return false;
  return y[place] < lower[place] || y[place] > upper[place];
}
