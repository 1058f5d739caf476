import { count, countOf, number } from "../../lib/format.js";
import { sentences } from "../errands/views.js";

/**
 * All runs of a search, the most likely first, and which maxima they reached. Pure.
 *
 * @typedef {import("./state.js").SearchRun} SearchRun
 * @typedef {import("./state.js").Report} Report
 */

/** @param {import("../state.js").State} state */
export function runsView({ results, errands }) {
  const report = results.result?.report ?? null;
  return {
    sentence: report ? summary(report) : "There is no result yet.",
    rows: report ? sorted(report.runs).map((run) => rowOf(report, run)) : [],
    fault: sentences(errands.load.fault),
    canLoad: errands.load.phase === "idle",
    isLoading: errands.load.phase !== "idle",
  };
}

/** @param {Report} report */
function summary({ runs, maxima }) {
  if (runs.length === 0) {
    return "This was a single run. With more Restarts, the runs from all starts are listed here.";
  }
  const carried = runs.filter((run) => run.carried).length;
  const reached = maxima.length === 1 ? "one maximum" : `${count(maxima.length)} distinct maxima`;
  const where = carried > 0 ? `, which reached ${reached}` : "";
  return `${countOf(runs.length, "start")}, ${count(carried)} of them carried on to the end${where}. Press a run to see it.`;
}

/** @param {SearchRun[]} runs */
function sorted(runs) {
  /** @param {SearchRun} run */
  const rank = ({ status, log_likelihood }) =>
    status === "collapsed" ? -Infinity : (log_likelihood ?? -Number.MAX_VALUE);
  return [...runs].sort((a, b) => rank(b) - rank(a) || a.run - b.run);
}

/**
 * @param {Report} report
 * @param {SearchRun} run
 */
function rowOf(report, run) {
  const { log_likelihood } = run;
  return {
    run: run.run,
    name: `Run ${run.run + 1}`,
    isShown: run.run === report.chosen,
    cells: [
      run.start,
      log_likelihood === null ? "–" : number(log_likelihood, 10),
      count(run.iterations),
      ending(report, run),
    ],
  };
}

/**
 * Where a run ended, in words.
 * @param {Report} report
 * @param {SearchRun} run
 */
function ending({ maxima }, run) {
  const maximum = run.maximum === null ? undefined : maxima[run.maximum];
  if (maximum && run.maximum !== null) {
    const found = `maximum ${run.maximum + 1}, found ${countOf(maximum.times, "time")}`;
    return maximum.spurious ? `${found}; set aside as spurious: ${maximum.why}` : found;
  }
  if (run.status === "collapsed") return "collapsed, set aside";
  return run.log_likelihood === null
    ? "saw a sample of the rows; not carried on"
    : "not carried on";
}
