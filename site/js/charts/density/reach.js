import { extent } from "../scale.js";

/** @typedef {import("./view.js").DensityView} DensityView */

/** Curves are shown whole while the tallest bar keeps an eighth of their height. */
const WHOLE = 8;
/** What rises higher, as a collapsing component does, is cut off at this many times the bar. */
const CUT = 2.5;

/**
 * How high the density axis reaches, and how high the curves would.
 *
 * @param {Pick<DensityView, "histogram" | "curves">} view
 * @returns {{ top: number, peak: number }}
 */
export function densityTop({ histogram, curves }) {
  const bars = extent(histogram.densities)?.[1] ?? 0;
  const peak = curves ? (extent(curves.mixture)?.[1] ?? 0) : 0;
  const isCut = bars > 0 && peak > WHOLE * bars;
  const top = isCut ? CUT * bars : Math.max(bars, peak);
  return { top: top > 0 ? top : 1, peak };
}
