import { nearest } from "../search.js";

/** @typedef {import("./view.js").TraceView} TraceView */

/**
 * @typedef {object} Trace one kind of parameter
 * @property {string[]} titles from the longest to the shortest
 * @property {Float64Array[]} series (m) each, one per component
 *
 * @typedef {TraceView & { column: number, traces: Trace[] }} TraceScene
 */

/**
 * @param {TraceView} view
 * @param {number} chosen the column
 * @returns {TraceScene}
 */
export function prepareTraces(view, chosen) {
  const { k, columns, weights, means, standardDeviations } = view;
  const d = columns.length;
  const column = Math.min(chosen, d - 1);
  const of = d > 1 ? ` of ${columns[column]}` : "";
  const traces = [
    { titles: ["Weights"], series: seriesOf(weights, k, 1, 0) },
    { titles: [`Means${of}`], series: seriesOf(means, k, d, column) },
    {
      titles: [`Standard deviations${of}`, `SDs${of}`],
      series: seriesOf(standardDeviations, k, d, column),
    },
  ];
  return { ...view, column, traces };
}

/**
 * @param {Float64Array} values (rows, k, d) row by row
 * @param {number} k
 * @param {number} d
 * @param {number} column
 */
function seriesOf(values, k, d, column) {
  const rows = Math.floor(values.length / (k * d));
  return Array.from({ length: k }, (_, j) =>
    Float64Array.from({ length: rows }, (__, t) => values[(t * k + j) * d + column]),
  );
}

/**
 * The place of the iteration shown on the page, or of the known one nearest to it.
 *
 * @param {TraceScene} scene
 */
export function shownPlace({ iterations, shown }) {
  return typeof shown === "number" ? nearest(iterations, shown) : null;
}
