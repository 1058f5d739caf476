import { count, megabytes, number } from "../../lib/format.js";
import { typeset } from "../../lib/typeset.js";
import { longErrand } from "../errands/waiting.js";
import { isStale } from "../question.js";
import { badEnding, currentFault } from "./fault.js";
import { placeOf } from "./places.js";

/** @typedef {import("../state.js").State} State */

/** The faults that a second try can mend. */
const NOT_LOADED = ["ShipmentMissing", "PartMissing"];

/** @param {State} state */
export function runView(state) {
  const { run, engine } = state;
  const { progress } = run;
  const fault = currentFault(state);
  return {
    canCalculate: run.phase === "idle",
    canStop: run.phase !== "idle",
    status: typeset(standing(state)),
    isPassing: engine.phase === "loading" || run.phase !== "idle",
    progress: run.phase === "running" && progress ? shareOf(progress) : loaded(engine),
    fault,
    place: placeOf(fault, state),
    canRetry: engine.phase === "failed" || NOT_LOADED.includes(fault?.kind ?? ""),
  };
}

/**
 * How things stand, in one sentence.
 * @param {State} state
 */
function standing(state) {
  const { engine, run, results } = state;
  const { phase, progress } = run;
  if (engine.phase === "loading") {
    const { label, loaded: bytes, total } = engine.progress;
    const amount =
      bytes === null || total === null ? "" : `: ${megabytes(bytes)} of ${megabytes(total)} MB`;
    return `${label}${amount}…${phase === "waiting" ? " Your run starts as soon as it is ready." : ""}`;
  }
  if (engine.phase === "failed") return "The engine is not running. Your input is kept.";
  const other = longErrand(state);
  if (phase !== "idle" && !progress && other) {
    return `Waiting for ${other} to end, or to be stopped where it was started.`;
  }
  if (phase === "waiting") return "Reading the data…";
  if (phase === "running" && progress) {
    return runningText(progress);
  }
  if (phase === "running") return "Running EM…";
  if (currentFault(state) && !badEnding(state)) return "Not calculated: see above.";
  if (!results.result) return "Ready.";
  if (isStale(state)) return "Ready. The input has changed since the result.";
  if (badEnding(state)) return "The run broke off. The results are those of its last good step.";
  const { message, notices } = results.result.report;
  return [headline(message), ...notices].join(" ");
}

/**
 * How the run ended, without the reasons: those stand with the results.
 * @param {string} message "Converged after 14 iterations: the last one gained ..."
 */
function headline(message) {
  return message.replace(/:\s.*$/s, ".");
}

/** @param {import("./state.js").FitProgress} progress */
function runningText({ phase, done, total, iteration, max_iter, log_likelihood }) {
  const limit = max_iter === null ? "" : ` of at most ${count(max_iter)}`;
  const where =
    total > 1
      ? `${phase === "carrying on" ? "Carrying on run" : "Start"} ${count(done + 1)} of ${count(total)}, iteration ${count(iteration)}`
      : `Iteration ${count(iteration)}${limit}`;
  return log_likelihood === null
    ? `${where}.`
    : `${where}: log-likelihood ${number(log_likelihood, 10)}.`;
}

/**
 * Of a search the short runs and those that are carried on are taken for one half each.
 * @param {import("./state.js").FitProgress} progress
 */
function shareOf({ phase, done, total, iteration, max_iter }) {
  if (total > 1) return (done / total + (phase === "carrying on" ? 1 : 0)) / 2;
  return max_iter === null ? undefined : iteration / max_iter;
}

/** @param {State["engine"]} engine */
function loaded(engine) {
  if (engine.phase !== "loading") return null;
  const { loaded: bytes, total } = engine.progress;
  return bytes === null || total === null ? undefined : bytes / total;
}
