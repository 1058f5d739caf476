import { ranksOf } from "./form.js";
import { isAt, labelOf } from "./labels.js";
import { textAt } from "./nested.js";

/**
 * Parameters as they are laid out to be edited: a table with a row for each component, and one
 * matrix at a time where components have covariances. Pure.
 *
 * @typedef {import("./form.js").Field} Field
 * @typedef {import("./form.js").Form} Form
 * @typedef {import("./form.js").Typed} Typed
 * @typedef {import("../../engine/protocol.js").Fault} Fault
 */

/** @typedef {{ field: Field, path: number[], label: string, value: string, wrong: boolean }} Cell */

/** @typedef {{ head: string, label: string, cells: Cell[] }} Row */

/**
 * @typedef {object} Grid
 * @property {{ head: string, note: string }[]} heads
 * @property {Row[]} rows
 * @property {Matrix | null} matrix
 */

/**
 * @typedef {object} Matrix
 * @property {string} title
 * @property {string[]} components  to choose from; empty where there is one matrix for all
 * @property {number} shown
 * @property {string[]} heads
 * @property {Row[]} rows
 */

/**
 * @param {object} parts
 * @param {Typed} parts.typed
 * @param {Form} parts.form
 * @param {number} parts.shown         the component whose matrix is wanted
 * @param {Fault | null} [parts.fault]
 * @param {string} [parts.before]      what tells these parameters from others on the page
 * @returns {Grid}
 */
export function gridOf({ typed, form, shown, fault = null, before = "" }) {
  /** @type {(field: Field, path: number[]) => Cell} */
  const cell = (field, path) => ({
    field,
    path,
    label: labelOf(form, field, path, before),
    value: textAt(typed[field], path),
    wrong: isAt(fault, form, field, path),
  });
  const columns = columnsOf(form);
  const rows = Array.from({ length: form.k }, (_, j) => ({
    head: String(j + 1),
    label: `Component ${j + 1}`,
    cells: columns.map(({ field, inner }) => cell(field, [j, ...inner])),
  }));
  const heads = columns.map(({ head, note }) => ({ head, note }));
  return { heads, rows, matrix: matrixOf(form, Math.min(shown, form.k - 1), cell) };
}

/** @typedef {{ field: Field, inner: number[], head: string, note: string }} Column */

/**
 * @param {Form} form
 * @returns {Column[]}
 */
function columnsOf(form) {
  const ranks = ranksOf(form);
  const d = form.columns.length;
  /** @type {(field: Field, head: string, note: string) => Column[]} */
  const each = (field, head, note) =>
    ranks[field] === 1
      ? [{ field, inner: [], head, note }]
      : form.columns.map((name, a) => ({
          field,
          inner: [a],
          head: `${head} of ${name}`,
          note: "",
        }));
  return [
    ...each("weights", "Weight", "share"),
    ...each("means", "Mean", "centre"),
    ...("standard_deviations" in ranks
      ? each("standard_deviations", "SD", d > 1 ? "in every column" : "spread")
      : []),
  ];
}

/**
 * @param {Form} form
 * @param {number} shown
 * @param {(field: Field, path: number[]) => Cell} cell
 * @returns {Matrix | null}
 */
function matrixOf(form, shown, cell) {
  const rank = ranksOf(form).covariances;
  if (!rank) return null;
  const outer = rank === 3 ? [shown] : [];
  const { columns, k } = form;
  return {
    title: rank === 3 ? "" : "Covariance, the same for all components",
    components: rank === 3 ? Array.from({ length: k }, (_, j) => `Component ${j + 1}`) : [],
    shown,
    heads: columns,
    rows: columns.map((name, a) => ({
      head: name,
      label: name,
      cells: columns.map((_, b) => cell("covariances", [...outer, a, b])),
    })),
  };
}
