import { widest, xAxisThatFits } from "../axes.js";
import { drawable, extent, linearScale } from "../scale.js";
import { ticks } from "../ticks.js";
import { placeLegend } from "./legend.js";
import { densityTop } from "./reach.js";
import { placeTags } from "./tags.js";
import { namesCurves } from "./view.js";

/** @typedef {import("./view.js").DensityView} DensityView */
/** @typedef {import("../theme.js").Theme} Theme */
/** @typedef {import("../axes.js").Box} Box */
/** @typedef {import("../axes.js").Ticks} Ticks */
/** @typedef {import("../scale.js").Scale} Scale */

/**
 * @typedef {object} DensityLayout
 * @property {Box} box
 * @property {Scale} x
 * @property {{ x: import("../zoom.js").Span }} whole
 * @property {Scale} y
 * @property {Ticks} xTicks
 * @property {Ticks} yTicks
 * @property {number} lineHeight
 * @property {ReturnType<typeof placeLegend>} legend
 * @property {number} legendRows below the title's
 * @property {number} rug height of the rug under the zero line; 0 when there is none
 * @property {import("../labels.js").Place[]} tags one per component, or none
 */

const RUG_HEIGHT = 12;
const HEADROOM = 4;
const TICK_SPACE = 8;
const ROW_SPACE = 48;

/**
 * Where everything goes, in CSS pixels.
 *
 * @param {CanvasRenderingContext2D} context for measuring text
 * @param {DensityView} view
 * @param {Theme} theme
 * @param {{ width: number, height: number }} area
 * @param {import("../zoom.js").Zoom} zoom
 * @returns {DensityLayout}
 */
export function layoutDensity(context, view, theme, { width, height }, zoom) {
  const lineHeight = Math.round(theme.fontSize * 1.5);
  const legend = placeLegend(context, view, theme, { width, lineHeight });
  const rug = view.points && view.points.length > 0 ? RUG_HEIGHT : 0;
  const top = (1 + legend.ownRows) * lineHeight;
  const bottom = height - 2 * lineHeight - TICK_SPACE - rug;
  const reach = densityTop(view, zoom.x).top;
  const headroom = namesCurves(view, width) ? lineHeight + HEADROOM : HEADROOM;
  const y = linearScale([0, reach], [bottom, top + headroom]);
  const yTicks = ticks([0, reach], Math.max(2, Math.floor((bottom - top) / ROW_SPACE)));
  const left = widest(context, yTicks.labels) + TICK_SPACE;
  const whole = { x: drawable(extent(view.histogram.edges, view.curves?.x ?? [])) };
  const seen = zoom.x ?? whole.x;
  const { x, ticks: xTicks } = xAxisThatFits(context, seen, [left, width - 1], width);
  const box = { left, right: x.end, top, bottom };
  const scales = { x, y, whole, xTicks, yTicks };
  const layout = { ...scales, box, lineHeight, legend, legendRows: legend.ownRows, rug };
  const tags = namesCurves(view, width) ? placeTags(context, view, theme, layout) : [];
  return { ...layout, tags };
}
