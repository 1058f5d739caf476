import { tracePoints } from "./curve.js";

/** @typedef {import("../scale.js").Scale} Scale */

/**
 * A tint between a curve and the zero line.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {{ x: Scale, y: Scale }} scales
 * @param {{ xs: ArrayLike<number>, ys: ArrayLike<number> }} data
 * @param {{ fill: string, opacity: number }} style
 */
export function drawArea(context, scales, data, style) {
  const { xs } = data;
  if (xs.length === 0) return;
  context.save();
  context.fillStyle = style.fill;
  context.globalAlpha = style.opacity;
  context.beginPath();
  tracePoints(context, scales, data);
  context.lineTo(scales.x.at(xs[xs.length - 1]), scales.y.at(0));
  context.lineTo(scales.x.at(xs[0]), scales.y.at(0));
  context.fill();
  context.restore();
}
