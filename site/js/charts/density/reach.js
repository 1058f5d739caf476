import { extent } from "../scale.js";
import { rank } from "../search.js";

/** @typedef {import("./view.js").DensityView} DensityView */

/** Curves are shown whole while the tallest bar keeps an eighth of their height. */
const WHOLE = 8;
/** What rises higher, as a collapsing component does, is cut off at this many times the bar. */
const CUT = 2.5;

/**
 * How high the density axis reaches, and how high the curves would, over the part that is seen.
 *
 * @param {object} view
 * @param {Pick<DensityView["histogram"], "edges" | "densities">} view.histogram
 * @param {{ x: Float64Array, mixture: Float64Array } | null} [view.curves]
 * @param {import("../zoom.js").Span | null} [seen]
 * @returns {{ top: number, peak: number }}
 */
export function densityTop({ histogram, curves }, seen = null) {
  const { edges, densities } = histogram;
  const bars = extent(within(densities, edges, seen, 0))?.[1] ?? 0;
  const peak = curves ? (extent(within(curves.mixture, curves.x, seen, 1))?.[1] ?? 0) : 0;
  const isCut = bars > 0 && peak > WHOLE * bars;
  const top = isCut ? CUT * bars : Math.max(bars, peak);
  return { top: top > 0 ? top : 1, peak };
}

/**
 * The heights that belong to what is seen.
 *
 * @param {Float64Array} heights
 * @param {Float64Array} places where each stands, or where its bar begins
 * @param {import("../zoom.js").Span | null} seen
 * @param {0 | 1} beyond how many more to take on the right
 * @returns {ArrayLike<number>}
 */
function within(heights, places, seen, beyond) {
  if (!seen) return heights;
  return heights.subarray(Math.max(0, rank(places, seen[0]) - 1), rank(places, seen[1]) + beyond);
}
