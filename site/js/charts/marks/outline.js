/** @typedef {import("../scale.js").Scale} Scale */

/**
 * A closed line through points given as x, y, x, y, ..., clear of what lies under it.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {{ x: Scale, y: Scale }} scales
 * @param {ArrayLike<number>} points
 * @param {{ line: string, width: number, dash?: readonly number[], halo?: string, opacity?: number }} style
 */
export function drawOutline(context, scales, points, { line, width, dash, halo, opacity }) {
  context.save();
  context.lineJoin = "round";
  context.globalAlpha = opacity ?? 1;
  context.beginPath();
  traceOutline(context, scales, points);
  if (halo) {
    context.strokeStyle = halo;
    context.lineWidth = width + 2.5;
    context.stroke();
  }
  context.strokeStyle = line;
  context.lineWidth = width;
  context.setLineDash([...(dash ?? [])]);
  context.stroke();
  context.restore();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {{ x: Scale, y: Scale }} scales
 * @param {ArrayLike<number>} points
 */
function traceOutline(context, { x, y }, points) {
  for (let i = 0; i + 1 < points.length; i += 2) {
    if (i === 0) context.moveTo(x.at(points[0]), y.at(points[1]));
    else context.lineTo(x.at(points[i]), y.at(points[i + 1]));
  }
  context.closePath();
}

/**
 * Separate pieces of line, each given as x, y of one end and x, y of the other.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {{ x: Scale, y: Scale }} scales
 * @param {ArrayLike<number>} pieces
 * @param {{ line: string, width: number, opacity: number }} style
 */
export function drawPieces(context, { x, y }, pieces, { line, width, opacity }) {
  context.save();
  context.strokeStyle = line;
  context.lineWidth = width;
  context.lineCap = "round";
  context.globalAlpha = opacity;
  context.beginPath();
  for (let i = 0; i + 3 < pieces.length; i += 4) {
    context.moveTo(x.at(pieces[i]), y.at(pieces[i + 1]));
    context.lineTo(x.at(pieces[i + 2]), y.at(pieces[i + 3]));
  }
  context.stroke();
  context.restore();
}
