/** @typedef {import("../theme.js").Theme} Theme */
/** @typedef {{ x: number, y: number }} Spot */

const RADIUS = 9;

/**
 * A number in a ring, beside the spot that it names where it had to step aside.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {{ spot: Spot, at: Spot }} place at: what it names
 * @param {{ number: number, line: string, text: string }} look
 * @param {Theme} theme
 */
export function drawNumber(context, { spot, at }, { number, line, text }, theme) {
  context.save();
  context.strokeStyle = line;
  context.fillStyle = line;
  context.lineWidth = 1.5;
  if (spot.x !== at.x || spot.y !== at.y) drawLead(context, spot, at);
  context.beginPath();
  context.arc(spot.x, spot.y, RADIUS + 1.5, 0, 2 * Math.PI);
  context.fillStyle = theme.halo;
  context.fill();
  context.beginPath();
  context.arc(spot.x, spot.y, RADIUS, 0, 2 * Math.PI);
  context.stroke();
  context.font = theme.fontStrong;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = text;
  context.fillText(String(number), spot.x, spot.y + 0.5);
  context.restore();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Spot} spot
 * @param {Spot} at
 */
function drawLead(context, spot, at) {
  context.beginPath();
  context.moveTo(at.x, at.y);
  context.lineTo(spot.x, spot.y);
  context.stroke();
  context.beginPath();
  context.arc(at.x, at.y, 3, 0, 2 * Math.PI);
  context.fill();
}
