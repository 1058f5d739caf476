/** @typedef {import("../scale.js").Scale} Scale */
/** @typedef {{ line: string, width: number, dash?: readonly number[], opacity?: number }} Stroke */

/**
 * A line through points; a point that is not a number interrupts it.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {{ x: Scale, y: Scale }} scales
 * @param {{ xs: ArrayLike<number>, ys: ArrayLike<number> }} data
 * @param {Stroke} style
 */
export function drawCurve(context, scales, data, style) {
  context.save();
  context.strokeStyle = style.line;
  context.lineWidth = style.width;
  context.globalAlpha = style.opacity ?? 1;
  context.lineJoin = "round";
  context.lineCap = "butt";
  context.setLineDash([...(style.dash ?? [])]);
  context.beginPath();
  tracePoints(context, scales, data);
  context.stroke();
  context.restore();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {{ x: Scale, y: Scale }} scales
 * @param {{ xs: ArrayLike<number>, ys: ArrayLike<number> }} data
 */
export function tracePoints(context, { x, y }, { xs, ys }) {
  let drawing = false;
  for (let i = 0; i < xs.length; i += 1) {
    const known = Number.isFinite(ys[i]);
    if (known && drawing) context.lineTo(x.at(xs[i]), y.at(ys[i]));
    else if (known) context.moveTo(x.at(xs[i]), y.at(ys[i]));
    drawing = known;
  }
}
