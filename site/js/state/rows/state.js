/** The table of rows: how it is sorted, and which row is looked for. */

/** @typedef {number | "row" | "label" | "hard" | "sure" | { column: number }} Key  number: a component */

/**
 * @typedef {object} RowsState
 * @property {Key} by
 * @property {boolean} descending
 * @property {Float64Array | null} order  the shown rows in order; null where they are in their own
 * @property {string} find       the number of a row, as typed
 */

/** @type {RowsState} */
export const ROWS_AT_FIRST = Object.freeze({
  by: "row",
  descending: false,
  order: null,
  find: "",
});
