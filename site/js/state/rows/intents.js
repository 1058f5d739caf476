/** What can happen to the table of rows. */

/**
 * @typedef {{ type: "sortWanted", by: import("./state.js").Key }
 *   | { type: "orderCame", order: Float64Array }
 *   | { type: "rowSought", text: string }} RowsIntent
 */

export {};
