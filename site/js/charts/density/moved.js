/**
 * Normal curves keep their form when they are moved and stretched, so that those in between need
 * not be computed anew.
 *
 * @typedef {{ xs: Float64Array, ys: Float64Array }} Curve
 * @typedef {{ weight?: number, mean: number, standardDeviation: number }} Shape
 */

/**
 * A component's curve moved and stretched from one shape to another; its area goes with the weight.
 *
 * @param {Curve} curve
 * @param {Shape} from what the curve was made with
 * @param {Shape} to
 * @returns {Curve}
 */
export function movedCurve({ xs, ys }, from, to) {
  const stretch = to.standardDeviation / from.standardDeviation;
  const rise = (to.weight ?? 1) / (from.weight ?? 1) / stretch;
  return {
    xs: xs.map((value) => to.mean + (value - from.mean) * stretch),
    ys: ys.map((height) => height * rise),
  };
}
