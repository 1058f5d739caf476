import { count, countOf, number } from "../../lib/format.js";

/** @typedef {import("./state.js").Report} Report */
/** @typedef {import("./state.js").SearchRun} SearchRun */

/**
 * The paths of all runs of a search. Runs are counted from 1 here, as people see them. Pure.
 * @param {import("./state.js").Result | null} result
 * @returns {import("../../charts/paths/view.js").PathsView | null}
 */
export function pathsView(result) {
  const { run_lengths: lengths, run_log_likelihoods: flat } = result?.arrays ?? {};
  if (!result || !lengths || !flat) return null;
  const { report } = result;
  const ends = runningSums(lengths);
  const runs = report.runs.map(({ run, maximum, spurious, status }, i) => ({
    run: run + 1,
    maximum,
    setAside: setAside(spurious, status),
    logLikelihood: flat.subarray((ends[i] ?? 0) - (lengths[i] ?? 0), ends[i]),
  }));
  return {
    runs: runs.filter(({ logLikelihood }) => logLikelihood.length > 0),
    chosen: report.chosen === null ? null : report.chosen + 1,
    summary: summary(report),
  };
}

/**
 * @param {boolean} spurious
 * @param {string} status
 * @returns {"spurious" | "collapsed" | null}
 */
function setAside(spurious, status) {
  if (status === "collapsed") return status;
  return spurious ? "spurious" : null;
}

/** @param {Float64Array} lengths */
function runningSums(lengths) {
  let sum = 0;
  return lengths.map((length) => (sum += length));
}

/** @param {Report} report */
function summary({ runs, maxima }) {
  const [best] = maxima;
  const ends = best
    ? ` The highest maximum, ${number(best.log_likelihood, 8)}, was found ${countOf(best.times, "time")}.`
    : "";
  return `Log-likelihood along ${countOf(runs.length, "run")}, which ended at ${count(maxima.length)} distinct maxima.${ends}`;
}
