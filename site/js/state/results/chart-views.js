import { count, countOf, number } from "../../lib/format.js";

/**
 * What the charts show of a result. Pure.
 *
 * @typedef {import("./state.js").Result} Result
 * @typedef {import("../../engine/protocol.js").Arrays} Arrays
 */

/** Above this many values a rug is a solid bar, and the histogram says the same. */
const MOST_RUG_MARKS = 2000;

/**
 * @param {import("./state.js").ResultsState} results
 * @returns {import("../../charts/density/view.js").DensityView | null}
 */
export function densityView({ result, frame }) {
  if (!result || !frame || result.report.d > 1) return null;
  const { report, arrays } = result;
  const { params, components } = frame.body;
  const hasRug = report.n <= MOST_RUG_MARKS;
  return {
    name: report.name === "x" ? "value" : report.name,
    histogram: {
      edges: arrayOf(arrays, "histogram_edges"),
      counts: arrayOf(arrays, "histogram_counts"),
      densities: arrayOf(arrays, "histogram_densities"),
    },
    curves: {
      ...curvesOf(frame.arrays, ""),
      responsibilities: rowsOf(
        arrayOf(frame.arrays, "grid_responsibilities"),
        arrayOf(frame.arrays, "grid"),
      ),
    },
    ghost: curvesOf(frame.arrays, "start_"),
    points: hasRug ? arrayOf(arrays, "x") : undefined,
    responsibilities: hasRug ? arrayOf(frame.arrays, "responsibilities") : undefined,
    components: params.weights.map((weight, j) => ({
      ...named(components, j),
      weight,
      mean: Number(params.means[j] ?? NaN),
      standardDeviation: Number(params.standard_deviations[j] ?? NaN),
    })),
    summary: densitySummary(report, frame.body),
  };
}

/**
 * The number and the name that a component has had since the start.
 * @param {readonly number[]} components  those that are left
 * @param {number} j
 */
export function named(components, j) {
  const component = components[j] ?? j;
  return { component, name: `Component ${component + 1}` };
}

/**
 * @param {import("./state.js").ResultsState} results
 * @returns {import("../../charts/likelihood/view.js").LikelihoodView | null}
 */
export function likelihoodView({ result, frame }) {
  if (!result) return null;
  const logLikelihood = arrayOf(result.arrays, "log_likelihoods");
  return {
    logLikelihood,
    shown: frame?.body.iteration ?? null,
    label: "Log-likelihood",
    summary: likelihoodSummary(logLikelihood),
  };
}

/**
 * @param {import("./state.js").Report} report
 * @param {import("./state.js").FrameBody} frame
 */
function densitySummary({ n, name }, { params, components }) {
  const parts = params.weights.map((weight, j) => {
    const mean = Number(params.means[j] ?? NaN);
    const sd = Number(params.standard_deviations[j] ?? NaN);
    return `component ${(components[j] ?? j) + 1} holds ${number(100 * weight, 3)} % around ${number(mean)} with standard deviation ${number(sd)}`;
  });
  const ofWhat = name === "x" ? "" : ` of ${name}`;
  return `Histogram of ${countOf(n, "value")}${ofWhat} with the fitted mixture over it: ${parts.join("; ")}.`;
}

/** @param {Float64Array} values */
function likelihoodSummary(values) {
  const [first, last] = [values[0] ?? NaN, values[values.length - 1] ?? NaN];
  const iterations = values.length - 1;
  return `Log-likelihood after every iteration: from ${number(first, 8)} at the start to ${number(last, 8)} after ${count(iterations)}.`;
}

/**
 * @param {Arrays} arrays
 * @param {"" | "start_"} prefix
 */
function curvesOf(arrays, prefix) {
  const x = arrayOf(arrays, "grid");
  const components = rowsOf(arrayOf(arrays, `${prefix}components`), x);
  return { x, mixture: arrayOf(arrays, `${prefix}mixture`), components };
}

/**
 * The rows of a (k, g) table that came as one array; no copies.
 * @param {Float64Array} flat
 * @param {Float64Array} x  (g)
 */
function rowsOf(flat, x) {
  const k = x.length > 0 ? flat.length / x.length : 0;
  return Array.from({ length: k }, (_, j) => flat.subarray(j * x.length, (j + 1) * x.length));
}

/**
 * @param {Arrays} arrays
 * @param {string} name
 */
export function arrayOf(arrays, name) {
  return arrays[name] ?? new Float64Array();
}
