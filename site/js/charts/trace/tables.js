import { plain } from "../numerals.js";
import { spread } from "../parts/tables.js";

/** @typedef {import("../parts/tables.js").Table} Table */

const ROWS = 60;

/**
 * @param {import("./scene.js").TraceScene} scene
 * @returns {Table[]}
 */
export function traceTables({ iterations, traces }) {
  const kept = spread(iterations.length, ROWS);
  const isAll = kept.length === iterations.length;
  const part = isAll ? "" : `, ${kept.length} of ${iterations.length} rows`;
  return traces.map(({ titles, series }) => ({
    caption: `${titles[0]}${part}`,
    columns: ["Iteration", ...series.map((_, j) => `Component ${j + 1}`)],
    rows: kept.map((t) => [String(iterations[t]), ...series.map((values) => plain(values[t]))]),
  }));
}
