import { countOf, number } from "../../lib/format.js";
import { structureName } from "../../lib/structure.js";
import { tableOf } from "./views.js";

/**
 * What the chart of criteria shows of a comparison, while it runs and after. Pure.
 *
 * @typedef {import("../state.js").State} State
 * @typedef {import("./state.js").Table} Table
 * @typedef {import("./state.js").Criterion} Criterion
 * @typedef {import("../../charts/criteria/view.js").CriteriaView} CriteriaView
 */

/** @type {ReadonlyArray<[Criterion, string, "low" | "high"]>} */
const CRITERIA = [
  ["bic", "BIC", "low"],
  ["icl", "ICL", "low"],
  ["aic", "AIC", "low"],
  ["cross_validated", "Cross-validated log-likelihood", "high"],
];

/** @param {State} state */
export function criteriaView(state) {
  const table = tableOf(state);
  const canTake = state.errands.compare.phase === "idle";
  return { chart: table?.rows.length ? chartView(table, state) : null, canTake };
}

/**
 * @param {Table} table
 * @param {State} state
 * @returns {CriteriaView}
 */
function chartView(table, state) {
  const components = [...new Set(table.rows.map((row) => row.components))].sort((a, b) => a - b);
  const known = CRITERIA.filter(([name]) => table.rows.some((row) => row[name] !== null));
  return {
    components,
    criteria: known.map(([name, title, better]) => ({
      name: title,
      better,
      values: valuesOf(table, name, components),
      best: bestOf(table, name),
      summary: summaryOf(table, name, title),
    })),
    chosen: shownModel(state),
  };
}

/**
 * What the view is made of, as a text that changes when it does.
 * @param {State} state
 */
export function criteriaSource(state) {
  const table = tableOf(state);
  const { phase } = state.errands.compare;
  return `${table?.comparison} ${table?.rows.length} ${phase} ${state.results.result?.report.fit}`;
}

/**
 * @param {Table} table
 * @param {Criterion} criterion
 * @param {number[]} components
 */
function valuesOf({ rows }, criterion, components) {
  const structures = [...new Set(rows.map((row) => row.covariance))];
  return Object.fromEntries(
    structures.map((covariance) => {
      const own = rows.filter((row) => row.covariance === covariance);
      const at = new Map(own.map((row) => [row.components, row[criterion]]));
      return [covariance, components.map((k) => at.get(k) ?? NaN)];
    }),
  );
}

/**
 * @param {Table} table
 * @param {Criterion} criterion
 */
function bestOf({ rows, best }, criterion) {
  const row = rows[best[criterion] ?? -1];
  return row ? { components: row.components, covariance: row.covariance } : null;
}

/**
 * @param {Table} table
 * @param {Criterion} criterion
 * @param {string} title
 */
function summaryOf(table, criterion, title) {
  const row = table.rows[table.best[criterion] ?? -1];
  const fits = countOf(table.rows.length, "fit");
  if (!row) return `${title} of ${fits}; none ended at a maximum.`;
  return `${title} of ${fits}. The best has ${countOf(row.components, "component")}, ${structureName(row.covariance)}, at ${number(row[criterion] ?? NaN, 8)}.`;
}

/** @param {State} state */
function shownModel({ results: { result } }) {
  if (!result?.report.model) return null;
  const { components, covariance } = result.report.model;
  return { components, covariance };
}
