import { hairline, snap } from "../pixels.js";

/** @typedef {import("../scale.js").Scale} Scale */

/**
 * A histogram as one quiet silhouette with a hairline along its top.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {{ x: Scale, y: Scale, ratio: number }} scales
 * @param {{ edges: Float64Array, densities: Float64Array, chosen: number }} data chosen: a bin or -1
 * @param {{ fill: string, edge: string, chosen: string }} style
 */
export function drawBars(context, { x, y, ratio }, { edges, densities, chosen }, style) {
  const thin = hairline(ratio);
  const base = snap(y.at(0), ratio);
  context.save();
  context.strokeStyle = style.edge;
  context.lineWidth = thin;
  context.beginPath();
  context.moveTo(snap(x.at(edges[0]), ratio) + thin / 2, base);
  for (let i = 0; i < densities.length; i += 1) {
    const left = snap(x.at(edges[i]), ratio);
    const right = snap(x.at(edges[i + 1]), ratio);
    const roof = roofOf(densities[i], y, base, ratio);
    context.fillStyle = i === chosen ? style.chosen : style.fill;
    context.fillRect(left, roof, right - left, base - roof);
    context.lineTo(left + thin / 2, roof + thin / 2);
    context.lineTo(right + thin / 2, roof + thin / 2);
  }
  context.lineTo(snap(x.at(edges[densities.length]), ratio) + thin / 2, base);
  context.stroke();
  context.restore();
}

/**
 * A bin that holds anything shows at least a hairline of it.
 *
 * @param {number} density
 * @param {Scale} y
 * @param {number} base
 * @param {number} ratio
 */
function roofOf(density, y, base, ratio) {
  if (!(density > 0)) return base - hairline(ratio);
  return Math.min(base - 2 * hairline(ratio), snap(y.at(density), ratio));
}
