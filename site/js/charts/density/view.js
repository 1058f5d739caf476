/**
 * What the density chart shows. All numbers come ready from Python; arrays of one chart share a grid.
 *
 * @typedef {object} Histogram
 * @property {Float64Array} edges (bins + 1)
 * @property {Float64Array} densities (bins) counts over n times the bin's width
 * @property {Float64Array} counts (bins)
 *
 * @typedef {object} Curves
 * @property {Float64Array} x (m) increasing
 * @property {Float64Array} mixture (m)
 * @property {Float64Array[]} components k times (m), each times its weight, so that they add up
 * @property {Float64Array[]} [responsibilities] k times (m): of each component for a value at x
 *
 * @typedef {object} ComponentSummary
 * @property {string} name
 * @property {number} [component] its number, from 0, where that is not its place
 * @property {number} weight
 * @property {number} mean
 * @property {number} standardDeviation
 *
 * @typedef {object} DensityView
 * @property {string} name of the variable
 * @property {string} [unit]
 * @property {Histogram} histogram
 * @property {Curves | null} [curves] nothing before there is a start or a fit
 * @property {readonly ComponentSummary[]} components
 * @property {Float64Array | null} [points] (n) every observation, when there are few enough to draw
 * @property {Float64Array | null} [responsibilities] (n, k) row by row
 * @property {Curves | null} [ghost] where the run started
 * @property {number | null} [shown] which point is chosen elsewhere on the page
 * @property {readonly Grip[] | null} [grips] starts that can be dragged
 * @property {string} summary the chart in words
 */

/**
 * A start that can be dragged. What the ghost's curve of the component was made with tells how that
 * curve is moved and stretched to where the start is now.
 *
 * @typedef {object} Grip
 * @property {number} component counted from 0
 * @property {number} mean
 * @property {number} standardDeviation
 * @property {{ mean: number, standardDeviation: number }} [drawn] what the ghost was made with; the
 *   same by default
 */

/** @param {DensityView} view */
export function titleOf({ name, unit }) {
  return unit ? `${name} (${unit})` : name;
}

/** @param {DensityView} view */
export function densityTitle({ unit }) {
  return unit ? `Density per ${unit}` : "Density";
}

/** Names beside more than two curves need a wide chart. */
const WIDE = 560;

/**
 * Few components are named beside their curves; more are named in the legend.
 *
 * @param {DensityView} view
 * @param {number} width of the chart
 */
export function namesCurves({ components }, width) {
  return components.length <= (width < WIDE ? 2 : 4);
}
