/**
 * The sample of a mark that stands before its name: a piece of its line, or a small bar.
 *
 * @typedef {object} Sample
 * @property {"line" | "bar"} kind
 * @property {string} line colour of the line, or of the bar's roof
 * @property {string} [fill] colour of the bar
 * @property {number} [width] of the line
 * @property {readonly number[]} [dash]
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
