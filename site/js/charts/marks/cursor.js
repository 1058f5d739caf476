import { hairline, snap } from "../pixels.js";

/** @typedef {import("../axes.js").Box} Box */

/**
 * An upright line where values are being read.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {{ box: Box, ratio: number }} scales
 * @param {{ pixel: number }} data
 * @param {{ line: string, dash?: readonly number[] }} style
 */
export function drawCursor(context, { box, ratio }, { pixel }, style) {
  const thin = hairline(ratio);
  context.save();
  context.strokeStyle = style.line;
  context.lineWidth = thin;
  context.setLineDash([...(style.dash ?? [])]);
  context.beginPath();
  const place = snap(pixel, ratio) - thin / 2;
  context.moveTo(place, box.top);
  context.lineTo(place, box.bottom);
  context.stroke();
  context.restore();
}
