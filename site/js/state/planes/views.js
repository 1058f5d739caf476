import { countOf, number } from "../../lib/format.js";
import { scatterGrips } from "../lesson/drag.js";
import { named } from "../results/chart-views.js";
import { directionNames } from "./directions.js";
import { marginalsOf } from "./marginals.js";
import { outlinesOf } from "./outlines.js";
import { drawnColumns } from "./questions.js";
import { shownRow } from "./shown-row.js";

/**
 * What the charts of more than one variable show. Pure.
 *
 * @typedef {import("../state.js").State} State
 * @typedef {import("../results/state.js").Report} Report
 * @typedef {import("../results/state.js").Frame} Frame
 * @typedef {import("../../engine/protocol.js").Arrays} Arrays
 * @typedef {import("../../charts/scatter/view.js").ScatterView} ScatterView
 * @typedef {import("../../charts/pairs/view.js").PairsView} PairsView
 */

/**
 * @param {State} state
 * @param {Frame | null} frame  as it is to be drawn
 * @returns {{ scatter: ScatterView | null, plane: ScatterView | null, pairs: PairsView | null }}
 */
export function planesView(state, frame) {
  const { result } = state.results;
  const d = result?.report.d ?? 0;
  if (!result || !frame || d < 2) return { scatter: null, plane: null, pairs: null };
  const common = { ...pointsOf(result, frame), shown: shownRow(state) };
  if (d === 2) {
    const scatter = scatterView(result, frame, common);
    const grips = scatterGrips(state, scatter.components);
    return { scatter: { ...scatter, grips }, plane: null, pairs: null };
  }
  return {
    scatter: null,
    plane: planeView(result, frame, common),
    pairs: pairsView(state, result, frame, common),
  };
}

/**
 * What all charts of the rows share.
 * @param {import("../results/state.js").Result} result
 * @param {Frame} frame
 */
function pointsOf({ report, arrays }, frame) {
  const codes = arrays["label_codes"];
  const { labels } = report;
  return {
    rows: rowsOf(arrays),
    rowNumbers: arrays["row_numbers"] ?? null,
    k: frame.body.params.weights.length,
    responsibilities: frame.arrays["responsibilities"] ?? null,
    labels: labels && codes ? { name: labels.name, codes, values: labels.values } : null,
    shapes: labels !== null && labels !== undefined && labels.values.length <= MOST_SHAPES,
  };
}

/** More labels than this cannot be told by the shape of a marker. */
const MOST_SHAPES = 8;

/** @type {WeakMap<Float64Array, Uint32Array>} */
const DRAWN = new WeakMap();

/**
 * The rows drawn, the same list for the same result.
 * @param {Arrays} arrays
 */
function rowsOf({ drawn }) {
  if (!drawn) return null;
  const known = DRAWN.get(drawn) ?? Uint32Array.from(drawn);
  DRAWN.set(drawn, known);
  return known;
}

/** @typedef {ReturnType<typeof pointsOf> & { shown: number | null }} Common */

/**
 * @param {import("../results/state.js").Result} result
 * @param {Frame} frame
 * @param {Common} common
 * @returns {ScatterView}
 */
function scatterView({ report, arrays }, frame, common) {
  const [across = "x", up = "y"] = report.columns;
  const { density_x: x, density_y: y, density: values } = frame.arrays;
  const { params, components } = frame.body;
  const means = /** @type {[number, number][]} */ (params.means);
  return {
    ...common,
    values: arrays["x"] ?? new Float64Array(),
    d: 2,
    axes: [
      { name: across, column: 0 },
      { name: up, column: 1 },
    ],
    components: shapes(outlinesOf(frame.arrays["ellipses"], frame.body, 1)[0], means, components),
    ghost: ghostOf(frame),
    density: x && y && values ? { x, y, values } : null,
    summary: `${countOf(report.n, "row")} of ${across} and ${up}, coloured by responsibility: ${centres(means, components)}.`,
  };
}

/** @param {Frame} frame */
function ghostOf({ arrays, body }) {
  const outlines = outlinesOf(arrays["start_ellipses"], body, 1)[0];
  if (!outlines || body.iteration === 0) return null;
  return shapes(
    outlines,
    outlines.map(() => [NaN, NaN]),
    [],
  );
}

/**
 * @param {import("../results/state.js").Result} result
 * @param {Frame} frame
 * @param {Common} common
 * @returns {ScatterView}
 */
function planeView({ report, arrays }, frame, common) {
  const { projected, projected_ellipses: ellipses, directions, projected_means } = frame.arrays;
  const outlines = outlinesOf(ellipses, frame.body, 1)[0] ?? [];
  const names = directionNames(directions, arrays["x"], report.columns);
  const means = outlines.map((_, j) => [
    projected_means?.[2 * j] ?? NaN,
    projected_means?.[2 * j + 1] ?? NaN,
  ]);
  return {
    ...common,
    values: projected ?? new Float64Array(),
    d: 2,
    axes: [
      { name: "Direction 1", title: `Direction 1: ${names[0]}`, column: 0 },
      { name: "Direction 2", title: `Direction 2: ${names[1]}`, column: 1 },
    ],
    isometric: true,
    components: shapes(outlines, means, frame.body.components),
    summary: `${countOf(report.n, "row")} on the plane where the components lie most apart. Direction 1 is ${names[0]}, direction 2 ${names[1]}.`,
  };
}

/**
 * @param {State} state
 * @param {import("../results/state.js").Result} result
 * @param {Frame} frame
 * @param {Common} common
 * @returns {PairsView}
 */
function pairsView(state, { report, arrays }, frame, common) {
  const columns = drawnColumns(state);
  const planes = frame.body.planes ?? [];
  const outlines = outlinesOf(frame.arrays["ellipses"], frame.body, planes.length);
  return {
    ...common,
    values: arrays["x"] ?? new Float64Array(),
    d: report.d,
    choices: report.columns.map((name, column) => ({ name, column })),
    columns,
    components: frame.body.params.weights.map((_, j) => named(frame.body.components, j)),
    planes: planes.map(([across = 0, up = 0], i) => ({ across, up, outlines: outlines[i] ?? [] })),
    marginals: marginalsOf(frame),
    summary: `${countOf(report.n, "row")}, every two of ${columns.map((column) => report.columns[column]).join(", ")} against each other, coloured by responsibility.`,
  };
}

/**
 * @param {readonly (readonly Float64Array[])[] | undefined} outlines
 * @param {readonly (readonly number[])[]} means
 * @param {readonly number[]} components  their numbers
 */
function shapes(outlines, means, components) {
  return means.map(([across = NaN, up = NaN], j) => ({
    ...named(components, j),
    centre: /** @type {const} */ ([across, up]),
    outlines: outlines?.[j] ?? [],
  }));
}

/**
 * @param {readonly (readonly number[])[]} means
 * @param {readonly number[]} components  their numbers
 */
function centres(means, components) {
  const parts = means.map(
    (mean, j) =>
      `component ${(components[j] ?? j) + 1} lies around ${mean.map((value) => number(value, 4)).join(", ")}`,
  );
  return parts.join("; ");
}
