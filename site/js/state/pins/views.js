import { countOf, number } from "../../lib/format.js";

/**
 * @typedef {import("../state.js").State} State
 * @typedef {import("../results/state.js").Result} Result
 */

/**
 * All that the pinned runs depend on.
 * @param {State} state
 */
export function pinsSource({ pins, results }) {
  return [pins, results.result];
}

/**
 * The pinned runs and the one on show, as far as they are of the same data. Pure.
 * @param {State} state
 */
export function pinsView({ pins, results: { result } }) {
  const beside = result ? pins.results.filter((pin) => isOfSameData(pin, result)) : [];
  const isPinned = result !== null && beside.includes(result);
  const all = result && !isPinned ? [...beside, result] : beside;
  return {
    results: all,
    canPin: result !== null && !isPinned,
    canForget: pins.results.length > 0,
    chart: result && beside.length > 0 ? chartOf(all, result) : null,
  };
}

/**
 * Log-likelihoods of other data could not be compared.
 * @param {Result} one
 * @param {Result} other
 */
function isOfSameData({ arrays: one }, { arrays: other }) {
  const [mine, theirs] = [one.x ?? new Float64Array(), other.x ?? new Float64Array()];
  return mine.length === theirs.length && mine.every((value, i) => value === theirs[i]);
}

/**
 * @param {Result[]} results
 * @param {Result} shown
 * @returns {import("../../charts/paths/view.js").PathsView}
 */
function chartOf(results, shown) {
  const runs = results.map((result, i) => ({
    run: i + 1,
    name: `${i + 1}: ${describe(result)}`,
    logLikelihood: result.arrays.log_likelihoods ?? new Float64Array(),
    eSteps: result.arrays.e_steps ?? null,
  }));
  const ends = results.map(({ report }, i) => `run ${i + 1} ended at ${ending(report)}`);
  return {
    runs,
    chosen: results.indexOf(shown) + 1,
    summary: `Log-likelihood along ${countOf(runs.length, "run")}: ${ends.join("; ")}.`,
  };
}

/** @param {Result["report"]} report */
function ending({ log_likelihood, e_steps }) {
  return `${number(log_likelihood, 8)} after ${countOf(e_steps, "E-step")}`;
}

/**
 * How a run was made, in a few words. An accelerated one spends more E-steps than iterations.
 * @param {Result} result
 */
function describe({ report }) {
  const { components, covariance } = report.model;
  const method = report.e_steps > report.iterations + 1 ? "SQUAREM" : "EM";
  const size = report.d > 1 ? `${components} ${covariance}` : countOf(components, "component");
  return `${method}, ${size}`;
}
