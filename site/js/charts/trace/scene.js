/** @typedef {import("./view.js").TraceView} TraceView */

/**
 * @typedef {object} Trace one kind of parameter
 * @property {string} title
 * @property {string} short what a reading calls it
 * @property {Float64Array[]} series (iterations + 1) each, one per component
 *
 * @typedef {TraceView & { column: number, iterations: number, traces: Trace[] }} TraceScene
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
    { title: "Weights", short: "weight", series: seriesOf(weights, k, 1, 0) },
    { title: `Means${of}`, short: "mean", series: seriesOf(means, k, d, column) },
    {
      title: `Standard deviations${of}`,
      short: "standard deviation",
      series: seriesOf(standardDeviations, k, d, column),
    },
  ];
  return { ...view, column, iterations: Math.floor(weights.length / k) - 1, traces };
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
