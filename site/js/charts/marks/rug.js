import { hairline, snap } from "../pixels.js";

/** @typedef {import("../scale.js").Scale} Scale */

/**
 * One upright stroke for every observation.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {{ x: Scale, ratio: number }} scales
 * @param {{ points: Float64Array, colours: readonly string[] }} data
 * @param {{ top: number, height: number, opacity: number }} style
 */
export function drawRug(context, { x, ratio }, { points, colours }, style) {
  const width = Math.max(1, hairline(ratio));
  context.save();
  context.globalAlpha = style.opacity;
  for (let i = 0; i < points.length; i += 1) {
    context.fillStyle = colours[i];
    context.fillRect(snap(x.at(points[i]) - width / 2, ratio), style.top, width, style.height);
  }
  context.restore();
}
