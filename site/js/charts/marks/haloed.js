/**
 * Writes a text with a rim of paper around it, so that it can be read over lines.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {string} text
 * @param {{ x: number, y: number, align: CanvasTextAlign }} place
 * @param {{ text: string, theme: import("../theme.js").Theme }} style
 */
export function writeHaloed(context, text, { x, y, align }, { text: colour, theme }) {
  context.save();
  context.font = theme.fontStrong;
  context.textAlign = align;
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = theme.halo;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
  context.restore();
}
