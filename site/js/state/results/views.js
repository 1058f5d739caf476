import { count, number } from "../../lib/format.js";
import { typeset } from "../../lib/typeset.js";
import { hasData } from "../data/questions.js";
import { isStale } from "../question.js";

/** @typedef {import("./state.js").Report} Report */

const INVITATION = "Nothing is calculated yet: press Calculate EM.";

/**
 * Whether there are data of which nobody has asked for a result: no room is kept for one then.
 * @param {import("../state.js").State} state
 */
function isUncalculated(state) {
  return state.results.result === null && state.run.phase === "idle" && hasData(state);
}

/**
 * How the run ended and what it came to. Pure.
 * @param {import("../state.js").State} state
 */
export function resultsView(state) {
  const { result } = state.results;
  const { allDigits } = state.settings;
  const stale = isStale(state);
  const report = result?.report ?? null;
  return {
    stale,
    allDigits,
    invitation: isUncalculated(state) ? INVITATION : "",
    ending: result ? typeset([result.origin, result.report.message].join(" ").trim()) : "",
    staleness: stale ? "Of an earlier input." : "",
    status: report?.status ?? "",
    notices: report?.notices.map(typeset) ?? [],
    figures: report ? figures(report, allDigits) : [],
  };
}

/**
 * @param {Report} report
 * @param {boolean} allDigits
 */
function figures(report, allDigits) {
  const { n, d, iterations, e_steps, log_likelihood, aic, bic, icl, n_free } = report;
  // Twelve digits: what an iteration changes in a log-likelihood is far behind the point.
  const fine = allDigits ? Infinity : 12;
  const rough = allDigits ? Infinity : 8;
  return [
    { name: "Log-likelihood", value: log_likelihood, text: number(log_likelihood, fine) },
    { name: "Iterations", value: iterations, text: count(iterations) },
    { name: "AIC", value: aic, text: number(aic, rough) },
    { name: "BIC", value: bic, text: number(bic, rough) },
    { name: "ICL", value: icl ?? NaN, text: icl === null ? "–" : number(icl, rough) },
    { name: "E-steps", value: e_steps, text: count(e_steps) },
    { name: d > 1 ? "Rows" : "Values", value: n, text: count(n) },
    { name: "Free parameters", value: n_free, text: count(n_free) },
  ];
}
