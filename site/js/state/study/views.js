import { count, countOf, number } from "../../lib/format.js";
import { structureName } from "../../lib/structure.js";
import { isOutdated } from "../errands/about.js";
import { faultyField, sentences, standingView } from "../errands/views.js";

/**
 * What the room "How many components?" shows. Pure.
 *
 * @typedef {import("../state.js").State} State
 * @typedef {import("./state.js").Table} Table
 * @typedef {import("./state.js").ComparedRow} ComparedRow
 * @typedef {import("./state.js").Criterion} Criterion
 */

/** What each criterion is called in a sentence. */
const CRITERIA = /** @type {const} */ ([
  ["bic", "BIC"],
  ["icl", "ICL"],
  ["cross_validated", "cross-validation"],
]);

/** @param {State} state */
export function studyView(state) {
  const { study, errands } = state;
  const { compare, take } = errands;
  const table = tableOf(state);
  const isIdle = compare.phase === "idle";
  const standing = standingView(state, compare, {
    doing: doing(table),
    found: found(state, table),
  });
  return {
    ...study,
    wrong: faultyField(compare.fault),
    canCompare: isIdle,
    canStop: !isIdle,
    standing: { ...standing, fault: standing.fault || sentences(take.fault) },
    rows: table ? table.rows.map((row, index) => rowView(table, row, index)) : [],
    canTake: isIdle,
  };
}

/**
 * The table under way, row by row, or the one that was finished last.
 * @param {State} state
 * @returns {Table | null}
 */
export function tableOf({ errands: { compare } }) {
  return compare.phase === "idle" ? (compare.answer?.body ?? null) : compare.progress;
}

/**
 * @param {Table} table
 * @param {ComparedRow} row
 * @param {number} index
 */
function rowView({ best }, row, index) {
  /** @param {Criterion} name */
  const cell = (name) => ({ text: shown(row[name]), isBest: best[name] === index });
  const hasEnded = row.status === "converged";
  return {
    choice: { components: row.components, covariance: row.covariance },
    name: [
      count(row.components),
      row.components === 1 ? " component," : " components,",
      ` ${structureName(row.covariance)}`,
    ],
    cells: [
      cell("bic"),
      cell("icl"),
      cell("aic"),
      cell("cross_validated"),
      { text: shown(row.log_likelihood) + (hasEnded ? "" : ` (${said(row)})`), isBest: false },
      { text: count(row.n_free), isBest: false },
    ],
  };
}

/** @param {ComparedRow} row */
const fitName = ({ components, covariance }) => `${components} ${structureName(covariance)}`;

/** @param {ComparedRow} row */
const said = ({ status }) => status.replaceAll("_", " ");

/** @param {number | null} value */
const shown = (value) => (value === null ? "–" : number(value, 8));

/** @param {Table | null} table */
function doing(table) {
  if (!table) return "Comparing…";
  return `${table.done} of ${countOf(table.total, "fit")} done. Now ${table.label}.`;
}

/**
 * What the comparison says, in a sentence.
 * @param {State} state
 * @param {Table | null} table
 */
function found(state, table) {
  if (!table) return "";
  const preferred = CRITERIA.flatMap(([criterion, name]) => {
    const row = table.rows[table.best[criterion] ?? -1];
    return row ? [`${name} prefers ${fitName(row)}`] : [];
  });
  const broken = table.stopped
    ? `Stopped after ${table.done} of ${countOf(table.total, "fit")}.`
    : "";
  const ofThose = table.stopped && preferred.length > 0 ? "Of those, " : "";
  const about = state.errands.compare.answer?.about;
  const outdated = isOutdated("compare", state, about) ? "The data have changed since." : "";
  const verdict =
    preferred.length > 0 ? `${ofThose}${listed(preferred)}.` : "No fit ended at a maximum.";
  const notices = table.notices ?? [];
  return [broken, verdict, outdated, ...notices].filter(Boolean).join(" ");
}

/** @param {string[]} parts */
function listed(parts) {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
