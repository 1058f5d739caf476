import { count } from "../../lib/format.js";

/**
 * How every parameter moved. Pure.
 * @param {import("./state.js").ResultsState} results
 * @returns {import("../../charts/trace/view.js").TraceView | null}
 */
export function traceView({ result, frame }) {
  const {
    trace_iterations: iterations,
    trace_weights: weights,
    trace_means: means,
    trace_standard_deviations: standardDeviations,
  } = result?.arrays ?? {};
  if (!result || !iterations || !weights || !means || !standardDeviations) return null;
  const { columns, iterations: last } = result.report;
  const k = weights.length / iterations.length;
  return {
    iterations,
    k,
    columns,
    weights,
    means,
    standardDeviations,
    shown: frame?.body.iteration ?? null,
    summary: `Weights, means and standard deviations of ${count(k)} components from the start to iteration ${count(last)}.`,
  };
}
