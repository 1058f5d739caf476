import { count, digitsFor, number } from "../../lib/format.js";

/**
 * The table of parameters: at the start, and at the iteration that is shown. Pure.
 *
 * @typedef {import("./state.js").Parameters} Parameters
 * @typedef {{ role: string, text: string, error: string }} Cell  error: the standard error
 * @typedef {{ component: number, label: string, column: string, cells: Cell[] }} Row
 */

const FIELDS = /** @type {const} */ (["weights", "means", "standard_deviations"]);

/**
 * All that the table depends on.
 * @param {import("../state.js").State} state
 */
export function parametersSource({ results: { result, frame }, errands, settings }) {
  return [result, frame, errands.standardErrors.answer, settings.allDigits];
}

/** @param {import("../state.js").State} state */
export function parametersView(state) {
  const { result, frame } = state.results;
  if (!result || !frame) return { hasColumns: false, moment: "final", rows: [] };
  const { report } = result;
  const isLast = frame.body.iteration === report.iterations;
  const errors = isLast ? errorsOf(state, report.fit) : null;
  const context = { report, frame: frame.body, errors, allDigits: state.settings.allDigits };
  return {
    hasColumns: report.d > 1,
    moment: isLast ? "final" : `iteration ${count(frame.body.iteration)}`,
    rows: frame.body.params.weights.flatMap((_, j) => {
      return report.columns.map((column, a) => rowOf(context, j, a, column));
    }),
  };
}

/**
 * The standard errors of a fit, where they were asked for.
 * @param {import("../state.js").State} state
 * @param {number} fit
 * @returns {Parameters | null}
 */
function errorsOf({ errands }, fit) {
  const body = errands.standardErrors.answer?.body;
  return body?.fit === fit ? body : null;
}

/**
 * @typedef {object} Context
 * @property {import("./state.js").Report} report
 * @property {import("./state.js").FrameBody} frame
 * @property {Parameters | null} errors
 * @property {boolean} allDigits
 */

/**
 * @param {Context} context
 * @param {number} j       which of the components that are shown
 * @param {number} a       which variable
 * @param {string} column  its name
 * @returns {Row}
 */
function rowOf({ report, frame, errors, allDigits }, j, a, column) {
  const component = frame.components[j] ?? j;
  const several = report.columns.length > 1;
  const digits = allDigits ? Infinity : 6;
  const spread = smallestSpread(frame.params, a);
  const cells = FIELDS.flatMap((field) => {
    /** @type {(value: number) => string} */
    const shown = (value) =>
      number(value, field === "means" ? Math.max(digits, digitsFor(value, spread)) : digits);
    // a weight belongs to the whole component, and stands in its first row
    const isRepeated = field === "weights" && a > 0;
    const start = isRepeated ? "" : shown(valueOf(report.start, field, component, a));
    const text = isRepeated ? "" : shown(valueOf(frame.params, field, j, a));
    const error = errors && !isRepeated ? valueOf(errors, field, j, a) : NaN;
    return [
      { role: "start", text: start, error: "" },
      { role: "final", text, error: Number.isFinite(error) ? number(error, digits / 2) : "" },
    ];
  });
  const name = `Component ${component + 1}`;
  return { component, label: several ? `${name}, ${column}` : name, column, cells };
}

/**
 * @param {Parameters} params
 * @param {(typeof FIELDS)[number]} field
 * @param {number} j
 * @param {number} a
 */
function valueOf(params, field, j, a) {
  const value = params[field][j];
  return (Array.isArray(value) ? value[a] : value) ?? NaN;
}

/**
 * The least spread of a variable, which tells how many digits its means need.
 * @param {Parameters} params
 * @param {number} a
 */
function smallestSpread(params, a) {
  return Math.min(...params.weights.map((_, j) => valueOf(params, "standard_deviations", j, a)));
}
