import { plain } from "../numerals.js";
import { spread } from "../parts/tables.js";
import { rowNumber } from "./view.js";

/** @typedef {import("../parts/tables.js").Table} Table */

const ROWS = 60;

/**
 * @param {import("./view.js").BarsScene} scene
 * @returns {Table[]}
 */
export function barTables(scene) {
  const { n, k, components, responsibilities, rowAt } = scene;
  const kept = spread(n, ROWS).map(rowAt);
  const part = kept.length === n ? "" : `, ${kept.length} of ${n} rows`;
  const rows = kept.map((row) => [
    String(rowNumber(scene, row)),
    ...Array.from({ length: k }, (_, j) => plain(responsibilities[row * k + j], 6)),
  ]);
  const columns = ["Row", ...components.map((j) => `Component ${j + 1}`)];
  return [{ caption: `Shares of each row${part}`, columns, rows }];
}
