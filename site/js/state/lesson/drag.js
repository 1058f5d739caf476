import { digitsFor, number } from "../../lib/format.js";
import { typedNumber } from "../../lib/spin.js";
import { textAt } from "../parameters/nested.js";
import { entry } from "./entries.js";

/**
 * The start as handles on a chart, and what dragging one of them types into the start's table.
 * Only the start itself can be dragged: the charts have handles while iteration 0 is shown. Pure.
 *
 * @typedef {import("../state.js").State} State
 * @typedef {import("../parameters/form.js").Field} Field
 * @typedef {{ field: Field, path: number[], value: string }} Edit
 */

/**
 * @typedef {object} Drag as charts tell it
 * @property {number} component
 * @property {string} field     "mean", "standardDeviation" or "scale"
 * @property {number | readonly [number, number]} value
 * @property {boolean} isLast   whether the handle was let go
 */

/**
 * Only where the start that is drawn is the one in the page's table: a fit that was taken from
 * elsewhere, or found by a search, began somewhere else. Also for the moment between a run and its
 * start being shown, lest a handle lose the focus.
 * @param {State} state
 */
function isDraggable({ results, lesson }) {
  const { result } = results;
  if (!result || result.origin || result.report.runs.length > 0) return false;
  return results.frame?.body.iteration === 0 || lesson.isDragging;
}

/**
 * @param {State} state
 * @returns {import("../../charts/density/view.js").Grip[] | null}
 */
export function densityGrips(state) {
  const { result } = state.results;
  if (!result || !isDraggable(state) || result.report.d !== 1) return null;
  const { means, standard_deviations: sds } = result.report.start;
  return means.flatMap((_, component) => {
    const drawn = {
      mean: entry(means, component) ?? NaN,
      standardDeviation: entry(sds, component) ?? NaN,
    };
    const typed = {
      mean: typedAt(state, "means", [component]) ?? drawn.mean,
      standardDeviation: typedAt(state, "standard_deviations", [component]) ?? NaN,
    };
    const isWidth = typed.standardDeviation > 0;
    const { standardDeviation } = isWidth ? typed : drawn;
    return [{ component, mean: typed.mean, standardDeviation, drawn }];
  });
}

/**
 * @param {State} state
 * @param {ReadonlyArray<import("../../charts/scatter/view.js").ComponentShape>} components
 * @returns {import("../../charts/scatter/view.js").Grip[] | null}
 */
export function scatterGrips(state, components) {
  const { result } = state.results;
  if (!result || !isDraggable(state) || result.report.d !== 2) return null;
  return components.map(({ centre, outlines }, component) => ({
    component,
    mean: [
      typedAt(state, "means", [component, 0]) ?? centre[0],
      typedAt(state, "means", [component, 1]) ?? centre[1],
    ],
    outline: outlines[0] ?? null,
    scale: stretchOf(state, component),
  }));
}

/**
 * What a drag types into the start's table.
 * @param {State} state
 * @param {Drag} drag
 * @returns {Edit[]}
 */
export function editsOf(state, { component, field, value }) {
  if (field === "scale") return typeof value === "number" ? scaled(state, component, value) : [];
  const name = field === "mean" ? "means" : "standard_deviations";
  const spread = spreadOf(state);
  /** @param {number} one */
  const text = (one) => number(one, digitsFor(one, spread));
  if (typeof value === "number") return [{ field: name, path: [component], value: text(value) }];
  return value.map((one, axis) => ({ field: name, path: [component, axis], value: text(one) }));
}

/**
 * Every spread of a component, so that it is `factor` times the one drawn; a covariance matrix by
 * the square of that.
 * @param {State} state
 * @param {number} component
 * @param {number} factor
 * @returns {Edit[]}
 */
function scaled(state, component, factor) {
  const { field, front, own } = spreadIn(state, component);
  const more = factor / stretchOf(state, component); // than it has been stretched already
  const times = field === "covariances" ? more * more : more;
  return leaves(own).map(({ path, text }) => {
    const value = typedNumber(text);
    return {
      field,
      path: [...front, ...path],
      value: value === null ? text : number(value * times),
    };
  });
}

/**
 * How many times larger the spread of a component is in the start's table than as it is drawn.
 * @param {State} state
 * @param {number} component
 */
function stretchOf(state, component) {
  const { field, own } = spreadIn(state, component);
  const drawn = state.results.result?.report.start[field]?.[component];
  const [typed, first] = [leaves(own)[0]?.text ?? "", leaves(drawn)[0]?.text ?? ""];
  const ratio = (typedNumber(typed) ?? NaN) / Number(first);
  if (!(ratio > 0 && ratio < Infinity)) return 1;
  return field === "covariances" ? Math.sqrt(ratio) : ratio;
}

/**
 * What the start's table has of a component's spread, and where; tied components share a matrix.
 * @param {State} state
 * @param {number} component
 * @returns {{ field: "covariances" | "standard_deviations", front: number[], own: any }}
 */
function spreadIn({ model }, component) {
  const field = model.start.covariances ? "covariances" : "standard_deviations";
  const isShared = field === "covariances" && model.options.covariance === "tied";
  /** @type {any} */
  const all = model.start[field];
  return isShared
    ? { field, front: [], own: all }
    : { field, front: [component], own: all?.[component] };
}

/**
 * Every text of nested lists, with its path.
 * @param {any} nested
 * @returns {{ path: number[], text: string }[]}
 */
function leaves(nested) {
  if (!Array.isArray(nested)) return [{ path: [], text: String(nested ?? "") }];
  return nested.flatMap((one, index) =>
    leaves(one).map(({ path, text }) => ({ path: [index, ...path], text })),
  );
}

/**
 * @param {State} state
 * @param {Field} field
 * @param {number[]} path
 */
function typedAt({ model }, field, path) {
  return typedNumber(textAt(model.start[field], path));
}

/**
 * How far the data reach, of which handles show a thousandth.
 * @param {State} state
 */
function spreadOf({ results }) {
  const x = results.result?.arrays["x"];
  if (!x || x.length === 0) return 1;
  let [low, high] = [Infinity, -Infinity];
  const stride = Math.max(1, Math.floor(x.length / 2000));
  for (let i = 0; i < x.length; i += stride) {
    low = Math.min(low, x[i] ?? low);
    high = Math.max(high, x[i] ?? high);
  }
  return high > low ? (high - low) / 4 : 1;
}
