import { number } from "../../lib/format.js";

/**
 * The covariance or correlation matrices of the components. Pure.
 *
 * @typedef {{ component: number, shared: boolean, rows: { name: string, cells: string[] }[] }} Matrix
 */

/**
 * All that the matrices depend on.
 * @param {import("../state.js").State} state
 */
export function matricesSource({ results: { frame }, settings }) {
  return [frame, settings];
}

/** @param {import("../state.js").State} state */
export function matricesView({ results: { result, frame }, settings }) {
  const { matrices: kind, allDigits } = settings;
  const tables = frame?.body.params[kind] ?? [];
  const columns = result?.report.columns ?? [];
  // one for all components is shown once
  const isTied = result?.report.model.covariance === "tied";
  const shown = isTied ? tables.slice(0, 1) : tables;
  const digits = allDigits ? Infinity : kind === "correlations" ? 4 : 6;
  return {
    kind,
    columns,
    /** @type {Matrix[]} */
    matrices: shown.map((table, j) => ({
      component: frame?.body.components[j] ?? j,
      shared: isTied,
      rows: table.map((row, a) => ({
        name: columns[a] ?? "",
        cells: row.map((value) => number(value, digits)),
      })),
    })),
  };
}
