import { SWATCH_WIDTH, drawSwatch } from "./swatch.js";

/** @typedef {import("../theme.js").Theme} Theme */
/** @typedef {import("./swatch.js").Sample} Sample */
/** @typedef {{ name: string, sample: Sample }} Entry */
/** @typedef {{ places: { x: number, row: number }[], rows: number, width: number }} LegendLayout */

/**
 * @typedef {object} PlacedLegend
 * @property {number} x
 * @property {number} y
 * @property {readonly Entry[]} entries
 * @property {LegendLayout} layout
 * @property {number} ownRows below the title's
 */

const SWATCH_GAP = 6;
const ENTRY_GAP = 18;
const OWN_WIDTH = SWATCH_WIDTH + SWATCH_GAP;

/**
 * Entries on one row when they fit there, else in columns of one width.
 *
 * @param {readonly number[]} widths of the names
 * @param {number} room
 * @returns {LegendLayout}
 */
export function layoutLegend(widths, room) {
  let x = 0;
  const places = widths.map((width) => {
    const place = { x, row: 0 };
    x += OWN_WIDTH + width + ENTRY_GAP;
    return place;
  });
  const width = Math.max(0, x - ENTRY_GAP);
  if (width <= room) return { places, rows: Math.min(1, widths.length), width };
  return inColumns(widths.length, OWN_WIDTH + Math.max(...widths) + ENTRY_GAP, room);
}

/**
 * @param {number} n
 * @param {number} pitch from one column to the next
 * @param {number} room
 * @returns {LegendLayout}
 */
function inColumns(n, pitch, room) {
  const columns = Math.max(1, Math.floor((room + ENTRY_GAP) / pitch));
  const places = Array.from({ length: n }, (_, i) => ({
    x: (i % columns) * pitch,
    row: Math.floor(i / columns),
  }));
  return { places, rows: Math.ceil(n / columns), width: columns * pitch - ENTRY_GAP };
}

/**
 * A legend shares its title's row when it fits there, else it takes rows of its own below.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {{ entries: readonly Entry[], title: string }} words
 * @param {Theme} theme
 * @param {{ width: number, lineHeight: number }} room
 * @returns {PlacedLegend}
 */
export function legendBeside(context, { entries, title }, theme, { width, lineHeight }) {
  context.font = theme.font;
  const widths = entries.map(({ name }) => context.measureText(name).width);
  const beside = width - context.measureText(title).width - 2 * lineHeight;
  const short = layoutLegend(widths, beside);
  if (short.rows <= 1) {
    return { x: width - short.width, y: 0, entries, layout: short, ownRows: 0 };
  }
  const layout = layoutLegend(widths, width);
  return { x: 0, y: lineHeight, entries, layout, ownRows: layout.rows };
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {{ x: number, y: number, lineHeight: number }} place top left corner
 * @param {{ entries: readonly Entry[], layout: LegendLayout }} data
 * @param {Theme} theme
 */
export function drawLegend(context, { x, y, lineHeight }, { entries, layout }, theme) {
  context.font = theme.font;
  context.textAlign = "left";
  context.textBaseline = "middle";
  entries.forEach(({ name, sample }, i) => {
    const left = x + layout.places[i].x;
    const middle = y + (layout.places[i].row + 0.5) * lineHeight;
    drawSwatch(context, { x: left, y: middle }, sample);
    context.fillStyle = theme.inkSoft;
    context.fillText(name, left + OWN_WIDTH, middle);
  });
}
