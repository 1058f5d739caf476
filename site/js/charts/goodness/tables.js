import { plain } from "../numerals.js";
import { spread } from "../parts/tables.js";

/** @typedef {import("../parts/tables.js").Table} Table */

const ROWS = 60;

/**
 * @param {import("./view.js").FitView} view
 * @returns {Table[]}
 */
export function fitTables({ x, y, lower, upper }) {
  const kept = spread(x.length, ROWS);
  const part = kept.length === x.length ? "" : `, ${kept.length} of ${x.length} points`;
  const series = lower && upper ? [x, y, lower, upper] : [x, y];
  const columns = ["Expected", "Seen", "Band from", "to"].slice(0, series.length);
  const rows = kept.map((i) => series.map((values) => plain(values[i], 6)));
  return [{ caption: `Quantiles${part}`, columns, rows }];
}
