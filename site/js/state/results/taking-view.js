import { hasData } from "../data/questions.js";
import { sentences, standingView } from "../errands/views.js";

/**
 * What can be taken away, and how that stands. Pure.
 * @param {import("../state.js").State} state
 */
export function takingView(state) {
  const { errands, results, engine } = state;
  const { export: taking } = errands;
  const hasFit = (results.result?.report.fit ?? 0) > 0;
  const isRunning = engine.phase === "ready" || engine.phase === "busy";
  const standing = standingView(state, taking, {
    doing: `${taking.progress?.label ?? "Writing"}…`,
    found: results.taken,
  });
  return {
    standing: { ...standing, fault: sentences(taking.fault ?? errands.script.fault) },
    hasResult: results.result !== null,
    canTake: hasFit && isRunning && taking.phase === "idle",
    canCopyLink: hasData(state),
    canCopyCode: isRunning && errands.script.phase === "idle",
    canStop: taking.phase !== "idle",
  };
}

/**
 * The button for standard errors, and how that stands.
 * @param {import("../state.js").State} state
 */
export function measuringView(state) {
  const { errands, results } = state;
  const { standardErrors: errand } = errands;
  const fit = results.result?.report.fit ?? 0;
  const isKnown = errand.answer?.body.fit === fit;
  const standing = standingView(state, errand, {
    doing: `${errand.progress?.label ?? "Measuring"}…`,
    found: isKnown ? "± is the standard error, from the curvature of the log-likelihood." : "",
  });
  return {
    standing,
    canMeasure: fit > 0 && errand.phase === "idle" && !isKnown,
    canStop: errand.phase !== "idle",
  };
}
