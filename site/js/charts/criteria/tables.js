import { structureName } from "../../lib/structure.js";
import { plain } from "../numerals.js";

/** @typedef {import("../parts/tables.js").Table} Table */

/**
 * @param {import("./scene.js").CriteriaScene} scene
 * @returns {Table[]}
 */
export function criteriaTables({ criterion, components, lines }) {
  const rows = components.map((count, i) => [
    String(count),
    ...lines.map(({ values }) => (Number.isFinite(values[i]) ? plain(values[i]) : "")),
  ]);
  const columns = [
    "Number of components",
    ...lines.map(({ covariance }) => structureName(covariance)),
  ];
  return [{ caption: criterion.name, columns, rows }];
}
