import { plain } from "../numerals.js";
import { spread } from "../parts/tables.js";

/** @typedef {import("./view.js").DensityView} DensityView */
/** @typedef {import("../parts/tables.js").Table} Table */

const CURVE_ROWS = 60;

/**
 * @param {DensityView} view
 * @returns {Table[]}
 */
export function densityTables(view) {
  return view.curves ? [binTable(view), curveTable(view, view.curves)] : [binTable(view)];
}

/**
 * @param {DensityView} view
 * @returns {Table}
 */
function binTable({ name, histogram }) {
  const { edges, counts, densities } = histogram;
  const rows = Array.from(counts, (count, i) => [
    plain(edges[i]),
    plain(edges[i + 1]),
    String(count),
    plain(densities[i], 6),
  ]);
  return { caption: "Histogram", columns: [`${name} from`, "to", "Count", "Density"], rows };
}

/**
 * @param {DensityView} view
 * @param {import("./view.js").Curves} curves
 * @returns {Table}
 */
function curveTable({ name, components }, { x, mixture, components: densities }) {
  const kept = spread(x.length, CURVE_ROWS);
  const rows = kept.map((i) => [
    plain(x[i]),
    plain(mixture[i], 6),
    ...densities.map((ys) => plain(ys[i], 6)),
  ]);
  const all = kept.length === x.length;
  const caption = all ? "Curves" : `Curves, at ${kept.length} of the ${x.length} places drawn`;
  return { caption, columns: [name, "Mixture", ...components.map((c) => c.name)], rows };
}
