import { count } from "../../lib/format.js";
import { shownRow } from "../planes/shown-row.js";

/**
 * All that the bars depend on.
 * @param {import("../state.js").State} state
 */
export function barsSource(state) {
  const { results, rows } = state;
  return [results.result, results.frame, rows.order, shownRow(state)];
}

/**
 * The rows as bars divided by their responsibilities, in the order of the table. Pure.
 * @param {import("../state.js").State} state
 * @returns {import("../../charts/bars/view.js").BarsView | null}
 */
export function barsView(state) {
  const { results, rows } = state;
  const { result, frame } = results;
  const responsibilities = frame?.arrays.responsibilities;
  const { x, row_numbers: numbers } = result?.arrays ?? {};
  if (!result || !frame || !responsibilities || !x) return null;
  const { components } = frame.body;
  const { d, name, columns } = result.report;
  const isFolded = d === 1 && !rows.order && x.length <= MOST_SORTED;
  const own = rows.order ? "Rows, sorted as in the table below" : "Rows, in their order";
  return {
    components,
    responsibilities,
    order: isFolded ? increasing(x) : rows.order,
    orderName: isFolded ? `Rows, by ${name === "x" ? "value" : name}` : own,
    rowNumbers: numbers ?? null,
    valueName: d === 1 ? (columns[0] ?? null) : null,
    values: d === 1 ? x : null,
    shown: shownRow(state),
    summary: `Responsibilities of ${count(components.length)} components for ${count(responsibilities.length / components.length)} rows, a bar for each.`,
  };
}

/** Longer lists are left in the order in which they come. */
const MOST_SORTED = 20_000;

/** @type {WeakMap<Float64Array, Uint32Array>} */
const sorted = new WeakMap();

/**
 * The places of values from the least up; each list is sorted once.
 * @param {Float64Array} values
 */
function increasing(values) {
  const known = sorted.get(values);
  if (known) return known;
  const order = Uint32Array.from(values, (_, i) => i).sort(
    (a, b) => (values[a] ?? 0) - (values[b] ?? 0),
  );
  sorted.set(values, order);
  return order;
}
