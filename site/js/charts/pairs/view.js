/**
 * What the pairs chart shows. All numbers come ready from Python.
 *
 * @typedef {import("../scatter/view.js").ScatterAxis} ScatterAxis
 *
 * @typedef {object} Plane two columns and the components' outlines in them
 * @property {number} across
 * @property {number} up
 * @property {readonly (readonly Float64Array[])[]} outlines (k)(levels) of (m, 2) row by row
 *
 * @typedef {object} Marginal a column alone: its bars, and the mixture as it sees it
 * @property {number} column
 * @property {{ edges: Float64Array, densities: Float64Array }} histogram
 * @property {{ x: Float64Array, mixture: Float64Array, components: readonly Float64Array[] }} curves
 *
 * @typedef {object} PairsView
 * @property {Float64Array} values (n, d) row by row
 * @property {number} d
 * @property {readonly ScatterAxis[]} choices every column there is
 * @property {readonly number[]} columns the chosen ones, 2 to 5
 * @property {Uint32Array | null} [rows] which rows are drawn; all by default
 * @property {ArrayLike<number> | null} [rowNumbers] (n) as the file counts them; from 1 by default
 * @property {number} k
 * @property {Float64Array | null} [responsibilities] (n, k) row by row
 * @property {readonly import("../scatter/readings.js").Named[]} components
 * @property {readonly Plane[]} planes those for which outlines are known
 * @property {readonly Marginal[]} [marginals] of the columns for which they are known
 * @property {import("../scatter/view.js").Labels | null} [labels]
 * @property {import("../points/colours.js").Colouring} [colouring]
 * @property {boolean} [shapes] whether a marker's shape tells its label
 * @property {number | null} [shown] the row chosen elsewhere on the page
 * @property {string} summary the chart in words
 */

/** More would be too small to see anything in. */
export const MOST_COLUMNS = 5;

/**
 * The columns after a choice was changed, in the order of the file; unchanged where that would leave
 * fewer than two or more than there is room for.
 *
 * @param {readonly number[]} columns
 * @param {number} column
 * @returns {readonly number[]}
 */
export function toggled(columns, column) {
  const next = columns.includes(column)
    ? columns.filter((other) => other !== column)
    : [...columns, column].sort((a, b) => a - b);
  return next.length >= 2 && next.length <= MOST_COLUMNS ? next : columns;
}

/**
 * The planes below the diagonal, row by row.
 *
 * @param {readonly number[]} columns
 * @returns {{ across: number, up: number, row: number, column: number }[]}
 */
export function lowerPlanes(columns) {
  return columns.flatMap((up, row) =>
    columns.slice(0, row).map((across, column) => ({ across, up, row, column })),
  );
}
