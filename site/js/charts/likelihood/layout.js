import { widest, xAxisThatFits } from "../axes.js";
import { decimate } from "../decimate.js";
import { drawable, extent, linearScale } from "../scale.js";
import { ticks } from "../ticks.js";

/** @typedef {import("./view.js").LikelihoodScene} LikelihoodScene */
/** @typedef {import("../theme.js").Theme} Theme */

/**
 * @typedef {object} LikelihoodLayout
 * @property {import("../axes.js").Box} box
 * @property {import("../scale.js").Scale} x
 * @property {{ x: import("../zoom.js").Span }} whole
 * @property {import("../scale.js").Scale} y
 * @property {import("../axes.js").Ticks} xTicks
 * @property {import("../axes.js").Ticks} yTicks
 * @property {number} lineHeight
 * @property {Uint32Array} kept the iterations drawn
 */

const TICK_SPACE = 8;
const ROW_SPACE = 40;
const INSET = 8;
const MARGIN = 0.06;

/**
 * @param {CanvasRenderingContext2D} context for measuring text
 * @param {LikelihoodScene} scene
 * @param {Theme} theme
 * @param {{ width: number, height: number }} area
 * @param {import("../zoom.js").Zoom} zoom
 * @returns {LikelihoodLayout}
 */
export function layoutLikelihood(context, { logLikelihood, from }, theme, { width, height }, zoom) {
  context.font = theme.font;
  const lineHeight = Math.round(theme.fontSize * 1.5);
  const top = Math.round(1.5 * lineHeight);
  const bottom = height - 2 * lineHeight - TICK_SPACE;
  const last = logLikelihood.length - 1;
  const [first, end] = zoom.x ? [Math.floor(zoom.x[0]), Math.ceil(zoom.x[1])] : [from, last];
  const reach = drawable(extent(logLikelihood.subarray(first, end + 1)), MARGIN);
  const yTicks = ticks(reach, Math.max(2, Math.floor((bottom - top) / ROW_SPACE)));
  const left = widest(context, yTicks.labels) + TICK_SPACE;
  /** @type {{ x: import("../zoom.js").Span }} */
  const whole = { x: [0, Math.max(1, last)] };
  /** @type {[number, number]} */
  const range = [left + INSET, width - 1 - INSET];
  const seen = zoom.x ?? whole.x;
  const { x, ticks: xTicks } = xAxisThatFits(context, seen, range, width, { whole: true });
  const box = { left, right: x.end + INSET, top, bottom };
  const kept = decimate(
    logLikelihood.subarray(0, end + 1),
    Math.max(0, first - 1),
    x.end - x.start,
  );
  const y = linearScale(reach, [bottom, top]);
  return { box, x, y, whole, xTicks, yTicks, lineHeight, kept };
}
