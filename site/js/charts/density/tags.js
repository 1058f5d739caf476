import { placeLabels } from "../labels.js";
import { tagWidth } from "../marks/tag.js";
import { indexOfGreatest, rank } from "../search.js";

/** @typedef {import("./view.js").DensityView} DensityView */
/** @typedef {import("../theme.js").Theme} Theme */
/** @typedef {import("../axes.js").Box} Box */
/** @typedef {import("../scale.js").Scale} Scale */

const TAG_GAP = 4;

/**
 * Names stand over the peaks of their components, clear of the curves and bars there.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {DensityView} view
 * @param {Theme} theme
 * @param {{ box: Box, x: Scale, y: Scale, lineHeight: number }} place
 * @returns {import("../labels.js").Place[]}
 */
export function placeTags(context, view, theme, { box, x, y, lineHeight }) {
  const { curves } = view;
  if (!curves) return [];
  context.font = theme.fontStrong;
  const first = Math.max(0, rank(curves.x, x.from) - 1);
  const seen = /** @type {const} */ ([first, Math.max(first + 1, rank(curves.x, x.to))]);
  const labels = view.components.map(({ name }, j) => ({
    x: x.at(curves.x[indexOfGreatest(curves.components[j], ...seen)]),
    width: tagWidth(context.measureText(name).width),
  }));
  return placeLabels(labels, lineHeight, box, (left, right) => {
    return y.at(skyline(view, x.invert(left - 2 * TAG_GAP), x.invert(right))) - TAG_GAP;
  });
}

/**
 * The highest thing drawn between two values.
 *
 * @param {DensityView} view
 * @param {number} from
 * @param {number} to
 */
function skyline({ histogram, curves }, from, to) {
  const { edges, densities } = histogram;
  const bar = greatest(densities, rank(edges, from) - 1, rank(edges, to));
  if (!curves) return bar;
  const { x, mixture } = curves;
  return Math.max(bar, greatest(mixture, rank(x, from) - 1, rank(x, to) + 1));
}

/**
 * @param {Float64Array} values
 * @param {number} from
 * @param {number} to one past the last
 */
function greatest(values, from, to) {
  const first = Math.max(0, from);
  const last = Math.min(values.length, to);
  return first < last ? values[indexOfGreatest(values, first, last)] : 0;
}
