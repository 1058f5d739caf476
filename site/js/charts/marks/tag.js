import { writeHaloed } from "./haloed.js";
import { SWATCH_WIDTH, drawSwatch } from "./swatch.js";

/** @typedef {import("../theme.js").Theme} Theme */
/** @typedef {import("./swatch.js").Sample} Sample */

const SWATCH_GAP = 5;

/** Clear paper after a name, so that neighbours read as two. */
const AFTER = 12;

/** @param {number} textWidth */
export function tagWidth(textWidth) {
  return SWATCH_WIDTH + SWATCH_GAP + textWidth + AFTER;
}

/**
 * A name written beside what it names, with a sample of its line and a rim of paper round the text.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {{ left: number, foot: number, height: number }} place
 * @param {{ name: string, sample: Sample }} data
 * @param {{ text: string, theme: Theme }} style
 */
export function drawTag(context, { left, foot, height }, { name, sample }, { text, theme }) {
  const middle = foot - height / 2;
  drawSwatch(context, { x: left, y: middle }, { ...sample, line: theme.halo, width: 6, dash: [] });
  drawSwatch(context, { x: left, y: middle }, sample);
  const x = left + SWATCH_WIDTH + SWATCH_GAP;
  writeHaloed(context, name, { x, y: middle, align: "left" }, { text, theme });
}
