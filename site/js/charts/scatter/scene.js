import { contour, halvings } from "../contours.js";
import { codesOf, colourBy } from "../points/colours.js";
import { numbersOf } from "../numbered.js";
import { remembering } from "../remembering.js";
import { drawable } from "../scale.js";

/** @typedef {import("./view.js").ScatterView} ScatterView */
/** @typedef {import("../theme.js").Theme} Theme */
/** @typedef {import("../zoom.js").Span} Span */

/**
 * @typedef {object} Extras
 * @property {Uint32Array} rows
 * @property {readonly [Span, Span]} spans of all the points drawn, with some room
 * @property {import("../points/colours.js").ColourOf} colourOf
 * @property {((row: number) => number) | null} shapeOf
 * @property {Uint8Array} rimColour
 * @property {readonly Float64Array[]} contours pieces of line, from the highest level down
 *
 * @typedef {ScatterView & Extras} ScatterScene
 */

const MARGIN = 0.05;
const CONTOURS = 6;

/**
 * Works out scenes from views. What a view has in common with the one before is kept, so that its
 * points need not be drawn again.
 *
 * @returns {(view: ScatterView, theme: Theme) => ScatterScene}
 */
export function createScatterScenes() {
  const allRows = remembering(counting);
  const spanOf = [remembering(columnSpan), remembering(columnSpan)];
  const contoursOf = remembering(contours);
  const colouredBy = remembering(colours);
  const shapedBy = remembering(shapes);
  const rimOf = remembering(codesOf);
  return (view, theme) => {
    const { values, d, axes, labels, k, colouring = "soft", responsibilities = null } = view;
    const rows = view.rows ?? allRows(values.length / d);
    const numbers = numbersOf(view.components);
    return {
      ...view,
      rows,
      spans: [
        spanOf[0](values, d, axes[0].column, rows),
        spanOf[1](values, d, axes[1].column, rows),
      ],
      colourOf: colouredBy(colouring, k, numbers, responsibilities, labels?.codes ?? null, theme),
      shapeOf: shapedBy(view.shapes ? (labels?.codes ?? null) : null),
      rimColour: rimOf(theme.paper),
      contours: contoursOf(view.density ?? null),
    };
  };
}

/** @param {number} n */
function counting(n) {
  return Uint32Array.from({ length: n }, (_, i) => i);
}

/**
 * @param {Float64Array} values
 * @param {number} d
 * @param {number} column
 * @param {Uint32Array} rows
 * @returns {Span}
 */
export function columnSpan(values, d, column, rows) {
  let low = Infinity;
  let high = -Infinity;
  for (const row of rows) {
    const value = values[row * d + column];
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return drawable(low <= high ? [low, high] : null, MARGIN);
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

/** @param {import("../contours.js").Field | null} density */
function contours(density) {
  if (!density) return [];
  return halvings(density.values, CONTOURS).map((level) => contour(density, level));
}
