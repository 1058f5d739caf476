import { between, blended } from "../smooth.js";
import { movedCurve } from "./moved.js";

/** @typedef {import("./view.js").DensityView} DensityView */
/** @typedef {import("./view.js").Curves} Curves */
/** @typedef {import("./view.js").ComponentSummary} ComponentSummary */
/** @typedef {{ xs: Float64Array, ys: Float64Array, shape: ComponentSummary }} Known */

/**
 * A view on the way to another: the components' curves move and stretch, so that each is a normal
 * curve all the way, and the mixture is their sum. All else is blended.
 *
 * @param {DensityView} from
 * @param {DensityView} to
 * @param {number} share of the way
 * @returns {DensityView}
 */
export function densityBetween(from, to, share) {
  const view = blended(from, to, share);
  if (!view.curves || !to.curves) return view;
  const components = movedCurves(from, to, share);
  if (!components) return { ...view, curves: to.curves };
  return { ...view, curves: { ...view.curves, components, mixture: sum(components) } };
}

/**
 * The curves over the new grid; nothing where they cannot move, as when a component was dropped.
 *
 * @param {DensityView} from
 * @param {DensityView} to
 * @param {number} share
 */
function movedCurves(from, to, share) {
  const before = knownCurves(from);
  const after = knownCurves(to);
  const canMove = before.length === after.length && [...before, ...after].every(hasForm);
  if (!to.curves || !canMove) return null;
  const { x } = to.curves;
  return after.map((curve, j) => {
    const shape = shapeBetween(before[j].shape, curve.shape, share);
    const { xs, ys } = stretched(before[j], curve, shape);
    return between(xs, ys, x);
  });
}

/**
 * @param {DensityView} view
 * @returns {Known[]}
 */
function knownCurves({ curves, components }) {
  if (!curves) return [];
  return curves.components.map((ys, j) => ({ xs: curves.x, ys, shape: components[j] }));
}

/** @param {Known} curve */
function hasForm({ shape }) {
  return shape?.weight > 0 && shape.standardDeviation > 0 && Number.isFinite(shape.mean);
}

/**
 * @param {ComponentSummary} from
 * @param {ComponentSummary} to
 * @param {number} share
 */
function shapeBetween(from, to, share) {
  const mix = (/** @type {number} */ old, /** @type {number} */ now) =>
    old * (1 - share) + now * share;
  return {
    weight: mix(from.weight, to.weight),
    mean: mix(from.mean, to.mean),
    standardDeviation: mix(from.standardDeviation, to.standardDeviation),
  };
}

/**
 * Made of the narrower of the two curves: drawn wider, it still reaches to the ends of the grid.
 *
 * @param {Known} before
 * @param {Known} after
 * @param {import("./moved.js").Shape} shape
 */
function stretched(before, after, shape) {
  const isWidening = before.shape.standardDeviation < after.shape.standardDeviation;
  const known = isWidening ? before : after;
  return movedCurve(known, known.shape, shape);
}

/** @param {Float64Array[]} curves over one grid, at least one */
function sum([first, ...others]) {
  return first.map((height, i) => others.reduce((total, ys) => total + ys[i], height));
}
