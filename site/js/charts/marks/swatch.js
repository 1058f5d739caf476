import { fillHatched } from "./hatch.js";
import { traceMarker } from "./marker.js";

/**
 * The sample of a mark that stands before its name: a piece of its line, a small bar, a marker or a
 * piece of its area.
 *
 * @typedef {object} Sample
 * @property {"line" | "bar" | "marker" | "hatch"} kind
 * @property {string} line colour of the line, the bar's roof, the marker or the area
 * @property {string} [fill] colour of the bar, or of the lines across the area
 * @property {number} [width] of the line
 * @property {readonly number[]} [dash]
 * @property {number} [shape] of the marker, or which lines
 */

export const SWATCH_WIDTH = 22;

/**
 * @param {string} line
 * @param {readonly number[]} [dash]
 * @param {number} [width]
 * @returns {Sample}
 */
export function lineSample(line, dash = [], width = 2) {
  return { kind: "line", line, dash, width };
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {{ x: number, y: number }} place left end and middle
 * @param {Sample} sample
 */
export function drawSwatch(context, { x, y }, sample) {
  context.save();
  if (sample.kind === "bar") {
    context.fillStyle = sample.line;
    context.fillRect(x + 4, y - 5, SWATCH_WIDTH - 8, 10);
    context.fillStyle = sample.fill ?? sample.line;
    context.fillRect(x + 5, y - 4, SWATCH_WIDTH - 10, 9);
  } else if (sample.kind === "marker") {
    context.fillStyle = sample.line;
    context.beginPath();
    traceMarker(context, sample.shape ?? 0, x + SWATCH_WIDTH / 2, y, 4);
    context.fill();
  } else if (sample.kind === "hatch") {
    const box = { left: x + 3, right: x + SWATCH_WIDTH - 3, top: y - 5, bottom: y + 5 };
    const look = { fill: sample.line, lines: sample.fill ?? "", hatch: sample.shape ?? 0 };
    context.beginPath();
    context.rect(box.left, box.top, box.right - box.left, box.bottom - box.top);
    fillHatched(context, box, look);
  } else {
    context.strokeStyle = sample.line;
    context.lineWidth = sample.width ?? 2;
    context.setLineDash([...(sample.dash ?? [])]);
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + SWATCH_WIDTH, y);
    context.stroke();
  }
  context.restore();
}
