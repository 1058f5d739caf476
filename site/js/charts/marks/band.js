/** @typedef {import("../scale.js").Scale} Scale */

/**
 * What lies between two lines, with a hairline along both.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {{ x: Scale, y: Scale }} scales
 * @param {{ xs: ArrayLike<number>, lower: ArrayLike<number>, upper: ArrayLike<number> }} data
 * @param {{ fill: string, edge: string }} style
 */
export function drawBand(context, { x, y }, { xs, lower, upper }, { fill, edge }) {
  const last = xs.length - 1;
  context.save();
  context.fillStyle = fill;
  context.strokeStyle = edge;
  context.lineWidth = 1;
  context.beginPath();
  for (let i = 0; i <= last; i += 1) context.lineTo(x.at(xs[i]), y.at(lower[i]));
  for (let i = last; i >= 0; i -= 1) context.lineTo(x.at(xs[i]), y.at(upper[i]));
  context.closePath();
  context.fill();
  context.stroke();
  context.restore();
}
