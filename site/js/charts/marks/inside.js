/**
 * Draws what is to stay inside a box.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {import("../axes.js").Box} box
 * @param {() => void} draw
 */
export function inside(context, { left, right, top, bottom }, draw) {
  context.save();
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
  draw();
  context.restore();
}
