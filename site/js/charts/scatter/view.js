/**
 * What the scatter chart shows. All numbers come ready from Python.
 *
 * @typedef {object} ScatterAxis
 * @property {string} name
 * @property {string} [unit]
 * @property {string} [title] along the axis, where that says more than the name
 * @property {number} column of `values`
 *
 * @typedef {object} Labels
 * @property {string} name
 * @property {Float64Array} codes (n) from 0; not a number where there is none
 * @property {readonly string[]} values what the codes stand for
 *
 * @typedef {object} ComponentShape
 * @property {string} name
 * @property {number} [component] its number, from 0, where that is not its place
 * @property {readonly [number, number]} centre
 * @property {readonly Float64Array[]} outlines (m, 2) row by row: at 1 and 2 standard deviations
 *
 * @typedef {object} Grip a start that can be dragged
 * @property {number} component counted from 0
 * @property {readonly [number, number]} mean
 * @property {Float64Array | null} outline (m, 2) row by row: at 1 standard deviation, closed, around
 *   the mean or where that was before it was moved
 * @property {number} [scale] how many times larger the start's standard deviations are than those
 *   of the outline; 1 by default
 *
 * @typedef {object} ScatterView
 * @property {Float64Array} values (n, d) row by row
 * @property {number} d
 * @property {readonly [ScatterAxis, ScatterAxis]} axes across and up
 * @property {Uint32Array | null} [rows] which rows are drawn; all by default
 * @property {ArrayLike<number> | null} [rowNumbers] (n) as the file counts them; from 1 by default
 * @property {number} k
 * @property {Float64Array | null} [responsibilities] (n, k) row by row
 * @property {readonly ComponentShape[]} components
 * @property {readonly ComponentShape[] | null} [ghost] where the run started
 * @property {Labels | null} [labels]
 * @property {import("../contours.js").Field | null} [density]
 * @property {import("../points/colours.js").Colouring} [colouring]
 * @property {boolean} [shapes] whether a marker's shape tells its label
 * @property {boolean} [isometric] whether both axes have one scale
 * @property {number | null} [shown] the row chosen elsewhere on the page
 * @property {readonly Grip[] | null} [grips]
 * @property {string} summary the chart in words
 */

/** @param {ScatterAxis} axis */
export function axisTitle({ name, unit, title }) {
  if (title) return title;
  return unit ? `${name} (${unit})` : name;
}

/**
 * @param {ScatterView} view
 * @param {number} row
 * @returns {[number, number]}
 */
export function pointOf({ values, d, axes }, row) {
  return [values[row * d + axes[0].column], values[row * d + axes[1].column]];
}

/**
 * @param {Pick<ScatterView, "rowNumbers">} view
 * @param {number} row
 */
export function rowNumber({ rowNumbers }, row) {
  return rowNumbers ? rowNumbers[row] : row + 1;
}
