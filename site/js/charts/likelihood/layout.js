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
 * @returns {LikelihoodLayout}
 */
export function layoutLikelihood(context, { logLikelihood, from }, theme, { width, height }) {
  context.font = theme.font;
  const lineHeight = Math.round(theme.fontSize * 1.5);
  const top = Math.round(1.5 * lineHeight);
  const bottom = height - 2 * lineHeight - TICK_SPACE;
  const reach = drawable(extent(logLikelihood.subarray(from)), MARGIN);
  const yTicks = ticks(reach, Math.max(2, Math.floor((bottom - top) / ROW_SPACE)));
  const left = widest(context, yTicks.labels) + TICK_SPACE;
  /** @type {[number, number]} */
  const domain = [0, Math.max(1, logLikelihood.length - 1)];
  /** @type {[number, number]} */
  const range = [left + INSET, width - 1 - INSET];
  const { x, ticks: xTicks } = xAxisThatFits(context, domain, range, width, { whole: true });
  const box = { left, right: x.end + INSET, top, bottom };
  const kept = decimate(logLikelihood, 0, x.end - x.start);
  return { box, x, y: linearScale(reach, [bottom, top]), xTicks, yTicks, lineHeight, kept };
}
