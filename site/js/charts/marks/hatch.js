/**
 * A tint with lines across it: the second cue of an area, as a dash is of a line. Lines are drawn
 * rather than tiled, so that they are sharp at any ratio and stay lines in an SVG.
 */

/** Angle in eighths of a turn and distance of the lines; nothing for the first. */
const HATCHES = /** @type {const} */ ([
  [],
  [[1, 7]],
  [[0, 6]],
  [[3, 7]],
  [[2, 6]],
  [
    [1, 9],
    [3, 9],
  ],
  [[1, 4]],
  [
    [0, 8],
    [2, 8],
  ],
]);

/** Lines are a cue, not a grating. */
const FAINT = 0.55;

/** @typedef {{ left: number, right: number, top: number, bottom: number }} Box */

/**
 * Fills the current path.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Box} box around the path
 * @param {{ fill: string, lines: string, hatch: number }} style hatch: which one, any number from 0
 */
export function fillHatched(context, box, { fill, lines, hatch }) {
  context.fillStyle = fill;
  context.fill();
  context.save();
  context.clip();
  context.strokeStyle = lines;
  context.lineWidth = 1.25;
  context.globalAlpha = FAINT;
  context.beginPath();
  for (const [eighths, gap] of HATCHES[hatch % HATCHES.length]) {
    traceLines(context, box, (eighths * Math.PI) / 4, gap);
  }
  context.stroke();
  context.restore();
}

/**
 * Parallel lines across a box.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Box} box
 * @param {number} angle
 * @param {number} gap
 */
function traceLines(context, { left, right, top, bottom }, angle, gap) {
  const [along, across] = [
    [Math.cos(angle), -Math.sin(angle)],
    [Math.sin(angle), Math.cos(angle)],
  ];
  const corners = [left, right].flatMap((x) => [top, bottom].map((y) => [x, y]));
  const [nearest, furthest] = reach(corners, across);
  const [start, end] = reach(corners, along);
  for (let at = Math.ceil(nearest / gap) * gap; at <= furthest; at += gap) {
    context.moveTo(at * across[0] + start * along[0], at * across[1] + start * along[1]);
    context.lineTo(at * across[0] + end * along[0], at * across[1] + end * along[1]);
  }
}

/**
 * How far points reach in a direction.
 *
 * @param {readonly number[][]} points
 * @param {readonly number[]} direction
 */
function reach(points, [dx, dy]) {
  const places = points.map(([x, y]) => x * dx + y * dy);
  return [Math.min(...places), Math.max(...places)];
}
