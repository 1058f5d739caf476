/** @typedef {import("../scale.js").Scale} Scale */

/**
 * Round dots, each with a rim of paper so that it stands clear of lines.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {{ x: Scale, y: Scale }} scales
 * @param {{ xs: ArrayLike<number>, ys: ArrayLike<number> }} data
 * @param {{ fill: string, halo: string, radius: number }} style
 */
export function drawDots(context, { x, y }, { xs, ys }, style) {
  context.fillStyle = style.fill;
  context.strokeStyle = style.halo;
  context.lineWidth = 1.5;
  for (let i = 0; i < xs.length; i += 1) {
    if (!Number.isFinite(ys[i])) continue;
    context.beginPath();
    context.arc(x.at(xs[i]), y.at(ys[i]), style.radius, 0, 2 * Math.PI);
    context.stroke();
    context.fill();
  }
}
