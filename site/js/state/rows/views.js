import { isSame } from "../../lib/same.js";

/**
 * @typedef {import("./state.js").Key} Key
 * @typedef {object} Heading
 * @property {Key} by
 * @property {string} name        what it is called in full
 * @property {string} long        what stands before the text where there is room
 * @property {string} text
 * @property {number} [component] from 0
 * @property {"none" | "ascending" | "descending"} sorted
 */

/** In a table of more columns of data than this components are named by number and colour alone. */
const NAMED_IN_FULL = 4;

/**
 * All that the table of rows depends on.
 * @param {import("../state.js").State} state
 */
export function rowsSource({ results: { result, frame }, rows, settings }) {
  return [result, frame, rows, settings.allDigits];
}

/**
 * What the table of rows is made of: arrays as they came, and how they are sorted. Pure.
 * @param {import("../state.js").State} state
 */
export function rowsView({ results: { result, frame }, rows, settings }) {
  if (!result || !frame) return null;
  const { report, arrays } = result;
  const { responsibilities: shares, hard } = frame.arrays;
  const { x } = arrays;
  if (!x || !shares || !hard) return null;
  const k = frame.body.params.weights.length;
  return {
    n: x.length / report.d,
    d: report.d,
    k,
    x,
    shares,
    hard,
    numbers: arrays.row_numbers ?? null,
    codes: arrays.label_codes ?? null,
    labels: report.labels?.values ?? [],
    components: frame.body.components,
    order: rows.order,
    fit: report.fit,
    allDigits: settings.allDigits,
    headings: headings(report, frame.body.components, rows),
    sought: soughtRow(rows.find, arrays.row_numbers, x.length / report.d),
    find: rows.find,
    note: report.rows.all ? "" : "A sample of the rows is shown; all are counted.",
  };
}

/**
 * @param {import("../results/state.js").Report} report
 * @param {number[]} components
 * @param {import("./state.js").RowsState} rows
 * @returns {Heading[]}
 */
function headings({ columns, labels, name }, components, { by, descending }) {
  const filled = columns.length + (labels ? 1 : 0) + components.length;
  const long = filled <= NAMED_IN_FULL ? "Component " : "";
  const named = columns.length === 1 ? [name] : columns;
  /** @type {Omit<Heading, "sorted" | "long">[]} */
  const heads = [
    { by: "row", name: "Row", text: "Row" },
    ...named.map((text, column) => ({ by: { column }, name: text, text })),
    ...(labels ? [{ by: /** @type {Key} */ ("label"), name: labels.name, text: labels.name }] : []),
    ...components.map((component, j) => ({
      by: j,
      name: `Component ${component + 1}`,
      text: String(component + 1),
      component,
    })),
    { by: "hard", name: "Likeliest component", text: "Likeliest" },
    { by: "sure", name: "How sure", text: "How sure" },
  ];
  return heads.map((head) => ({
    ...head,
    long: head.component === undefined ? "" : long,
    text: head.text.replace(/[_.-]/g, "$&\u200b"), // where a long name may be broken
    sorted: !isSame(head.by, by) ? "none" : descending ? "descending" : "ascending",
  }));
}

/**
 * Which of the shown rows has the number that is looked for: its place, -1 for none of them, null
 * where nothing is looked for.
 * @param {string} typed
 * @param {Float64Array | undefined} numbers
 * @param {number} n
 */
function soughtRow(typed, numbers, n) {
  const wanted = Number(typed);
  if (typed.trim() === "" || !Number.isInteger(wanted)) return typed.trim() === "" ? null : -1;
  return placeOf(wanted, numbers, n);
}

/**
 * The place among the shown rows of the row with a number; -1 where it is not shown.
 * @param {number} wanted
 * @param {Float64Array | undefined} numbers
 * @param {number} n
 */
export function placeOf(wanted, numbers, n) {
  if (!numbers) return Number.isInteger(wanted) && wanted >= 1 && wanted <= n ? wanted - 1 : -1;
  const place = lowerBound(numbers, wanted);
  return numbers[place] === wanted ? place : -1;
}

/**
 * The first place of an increasing array whose value is not below another.
 * @param {Float64Array} values
 * @param {number} value
 */
function lowerBound(values, value) {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? NaN) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
