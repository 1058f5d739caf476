import { countOf } from "../../lib/format.js";
import { arrayOf, densityView, named } from "../results/chart-views.js";
import { shownAtLast } from "../results/state.js";
import { besideAnswer } from "./views.js";

/**
 * The rows twice: coloured softly by the fit, and hard by their groups. Pure.
 *
 * @typedef {import("../results/state.js").Result} Result
 * @typedef {import("../../charts/density/view.js").DensityView} DensityView
 * @typedef {import("../../charts/scatter/view.js").ScatterView} ScatterView
 * @typedef {import("./state.js").Grouping & { against: import("./state.js").Against }} Grouping
 */

/**
 * @typedef {{ kind: "density", soft: DensityView, hard: DensityView }
 *   | { kind: "scatter", soft: ScatterView, hard: ScatterView }} Pair
 */

/**
 * @param {import("../state.js").State} state
 * @returns {Pair | null}
 */
export function besideCharts(state) {
  const answer = besideAnswer(state);
  const { result } = state.results;
  const labels = answer?.arrays["labels"];
  if (!result || !labels || !answer) return null;
  const looks = looksOf(answer.body, result.report.frame.components);
  const codes = labels.map((group) => looks.codes[group] ?? NaN);
  const { d } = result.report;
  return d === 1 ? densityPair(result, codes, looks) : scatterPair(result, codes, looks);
}

/**
 * Which look each group has: that of the component it is matched with, or else one of its own.
 * @param {Grouping} grouping
 * @param {readonly number[]} components  the numbers of those that are left
 * @returns {{ codes: number[], names: string[] }}
 */
function looksOf({ against }, components) {
  let next = Math.max(against.components, 1 + Math.max(...components));
  const codes = against.partners.map((partner) => {
    return partner >= 0 ? (components[partner] ?? partner) : next++;
  });
  const names = Array.from({ length: next }, (_, code) => {
    const group = codes.indexOf(code);
    return group >= 0 ? `Group ${group + 1}` : "no group";
  });
  return { codes, names };
}

/**
 * @param {Result} result
 * @param {Float64Array} codes
 * @param {{ names: string[] }} looks
 * @returns {Pair | null}
 */
function densityPair(result, codes, { names }) {
  const soft = densityView(shownAtLast(result));
  if (!soft?.points) return null; // so many values that their strokes would be one bar
  const components = names.map((name) => ({ name, weight: 0, mean: NaN, standardDeviation: NaN }));
  const responsibilities = oneHot(codes, names.length);
  const summary = `The same ${countOf(codes.length, "value")}, each in the colour of its group.`;
  const hard = { ...soft, curves: null, ghost: null, components, responsibilities, summary };
  return { kind: "density", soft, hard };
}

/**
 * @param {Result} result
 * @param {Float64Array} codes
 * @param {{ names: string[] }} looks
 * @returns {Pair}
 */
function scatterPair({ report, arrays }, codes, { names }) {
  const isPlane = report.d > 2;
  const { params } = report.frame;
  const [across = "", up = ""] = isPlane ? ["Direction 1", "Direction 2"] : report.columns;
  const common = {
    values: arrayOf(arrays, isPlane ? "projected" : "x"),
    d: 2,
    axes: /** @type {const} */ ([
      { name: across, column: 0 },
      { name: up, column: 1 },
    ]),
    rows: arrays["drawn"] ? Uint32Array.from(arrays["drawn"]) : null,
    rowNumbers: arrayOf(arrays, "row_numbers"),
    k: params.weights.length,
  };
  const soft = {
    ...common,
    responsibilities: arrayOf(arrays, "responsibilities"),
    components: params.weights.map((_, j) => ({
      ...named(report.frame.components, j),
      centre: /** @type {[number, number]} */ ([NaN, NaN]),
      outlines: [],
    })),
    summary: `${countOf(report.n, "row")}, coloured by their responsibilities.`,
  };
  const hard = {
    ...common,
    responsibilities: null,
    components: [],
    labels: { name: "group", codes, values: names },
    colouring: /** @type {const} */ ("label"),
    shapes: true,
    summary: `The same ${countOf(report.n, "row")}, coloured by their groups.`,
  };
  return { kind: "scatter", soft, hard };
}

/**
 * (n, k) with a one where each row belongs.
 * @param {Float64Array} codes
 * @param {number} k
 */
function oneHot(codes, k) {
  const table = new Float64Array(codes.length * k);
  codes.forEach((code, row) => (table[row * k + code] = 1));
  return table;
}
