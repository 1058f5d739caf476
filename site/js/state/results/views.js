import { count, digitsFor, number } from "../../lib/format.js";
import { isStale } from "../question.js";

/** @typedef {import("./state.js").Report} Report */
/** @typedef {"weights" | "means" | "standard_deviations"} StartField */

/** @param {import("../state.js").State} state */
export function resultsView(state) {
  const { result } = state.results;
  const { allDigits } = state.settings;
  const stale = isStale(state);
  const digits = allDigits ? Infinity : 6;
  const report = result?.report ?? null;
  const outdated = stale ? ["(The input has changed since.)"] : [];
  return {
    report,
    arrays: result?.arrays ?? null,
    stale,
    allDigits,
    ending: result ? [result.origin, result.report.message, ...outdated].join(" ").trim() : "",
    status: report?.status ?? "",
    notices: report?.notices ?? [],
    figures: report ? figures(report, allDigits) : [],
    rows: report ? parameterRows(report, digits) : [],
  };
}

/**
 * @param {Report} report
 * @param {boolean} allDigits
 */
function figures(report, allDigits) {
  const { n, iterations, log_likelihood, aic, bic, n_free } = report;
  // Twelve digits: what an iteration changes in a log-likelihood is far behind the point.
  const fine = allDigits ? Infinity : 12;
  const rough = allDigits ? Infinity : 8;
  return [
    { name: "Log-likelihood", value: log_likelihood, text: number(log_likelihood, fine) },
    { name: "Iterations", value: iterations, text: count(iterations) },
    { name: "AIC", value: aic, text: number(aic, rough) },
    { name: "BIC", value: bic, text: number(bic, rough) },
    { name: "Values", value: n, text: count(n) },
    { name: "Free parameters", value: n_free, text: count(n_free) },
  ];
}

/** @type {ReadonlyArray<StartField>} */
const FIELDS = ["weights", "means", "standard_deviations"];

/**
 * @param {Report} report
 * @param {number} digits
 */
function parameterRows({ start, final }, digits) {
  const spread = Math.min(...final.standard_deviations);
  /** @type {(value: number, field: StartField) => string} */
  const shown = (value, field) =>
    number(value, field === "means" ? Math.max(digits, digitsFor(value, spread)) : digits);
  return final.weights.map((_, index) => ({
    label: `Component ${index + 1}`,
    cells: FIELDS.flatMap((field) => [
      { role: "start", text: shown(start[field][index] ?? NaN, field) },
      { role: "final", text: shown(final[field][index] ?? NaN, field) },
    ]),
  }));
}
