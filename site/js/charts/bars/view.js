/**
 * What the bars chart shows: for each row a bar as high as one, divided among the components by
 * their responsibilities.
 *
 * @typedef {object} BarsView
 * @property {readonly number[]} components (k) the number of each, counted from 0
 * @property {Float64Array} responsibilities (n, k) row by row
 * @property {ArrayLike<number> | null} [order] (n) which row stands where; as they come by default
 * @property {string} [orderName] "Rows, surest first"
 * @property {ArrayLike<number> | null} [rowNumbers] (n) as the file counts them; from 1 by default
 * @property {Float64Array | null} [values] (n) said after the row's number
 * @property {string | null} [valueName]
 * @property {number | null} [shown] the row shown elsewhere on the page, counted from 0
 * @property {string} summary the chart in words
 *
 * @typedef {BarsView & { k: number, n: number, rowAt: (place: number) => number }} BarsScene
 */

/**
 * @param {BarsView} view
 * @param {number} row
 */
export function rowNumber({ rowNumbers }, row) {
  return rowNumbers ? rowNumbers[row] : row + 1;
}
