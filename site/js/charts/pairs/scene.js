import { mixedOrder } from "../points/raster.js";
import { codesOf, colourBy } from "../points/colours.js";
import { numbersOf } from "../numbered.js";
import { remembering } from "../remembering.js";
import { columnSpan } from "../scatter/scene.js";

/** @typedef {import("./view.js").PairsView} PairsView */
/** @typedef {import("../theme.js").Theme} Theme */
/** @typedef {import("../zoom.js").Span} Span */

/**
 * @typedef {object} Extras
 * @property {Uint32Array} rows
 * @property {ReadonlyMap<number, Span>} spans of each chosen column
 * @property {import("../points/colours.js").ColourOf} colourOf
 * @property {((row: number) => number) | null} shapeOf
 * @property {Uint8Array} rimColour
 *
 * @typedef {PairsView & Extras} PairsScene
 */

/** Ten small charts say as much with this many points, and as fast as one. */
export const MOST_POINTS = 10_000;

/** @returns {(view: PairsView, theme: Theme) => PairsScene} */
export function createPairsScenes() {
  const rowsOf = remembering(someRows);
  const spansOf = remembering(spans);
  const colouredBy = remembering(colours);
  const shapedBy = remembering(shapes);
  const rimOf = remembering(codesOf);
  return (view, theme) => {
    const { values, d, labels, k, colouring = "soft", responsibilities = null } = view;
    const rows = rowsOf(view.rows ?? null, values.length / d);
    const numbers = numbersOf(view.components);
    return {
      ...view,
      rows,
      spans: spansOf(values, d, rows, view.columns.join()),
      colourOf: colouredBy(colouring, k, numbers, responsibilities, labels?.codes ?? null, theme),
      shapeOf: shapedBy(view.shapes ? (labels?.codes ?? null) : null),
      rimColour: rimOf(theme.paper),
    };
  };
}

/**
 * @param {Uint32Array | null} rows
 * @param {number} n
 * @returns {Uint32Array}
 */
function someRows(rows, n) {
  const all = rows ?? Uint32Array.from({ length: n }, (_, i) => i);
  const step = mixedOrder(all.length);
  const kept = Math.min(all.length, MOST_POINTS);
  if (kept === all.length) return all;
  return Uint32Array.from({ length: kept }, (_, i) => all[(i * step) % all.length]).sort();
}

/**
 * @param {Float64Array} values
 * @param {number} d
 * @param {Uint32Array} rows
 * @param {string} columns
 * @returns {ReadonlyMap<number, Span>}
 */
function spans(values, d, rows, columns) {
  const chosen = columns.split(",").map(Number);
  return new Map(chosen.map((column) => [column, columnSpan(values, d, column, rows)]));
}

/**
 * @param {import("../points/colours.js").Colouring} colouring
 * @param {number} k
 * @param {string} numbers
 * @param {Float64Array | null} responsibilities
 * @param {Float64Array | null} labels
 * @param {Theme} theme
 */
function colours(colouring, k, numbers, responsibilities, labels, theme) {
  return colourBy({ colouring, k, numbers, responsibilities, labels }, theme);
}

/** @param {Float64Array | null} codes */
function shapes(codes) {
  return codes && ((/** @type {number} */ row) => (codes[row] >= 0 ? codes[row] : 0));
}
