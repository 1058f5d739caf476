import { ticksThatFit, widest } from "../axes.js";
import { legendBeside } from "../marks/legend.js";
import { numberOf } from "../numbered.js";
import { snap } from "../pixels.js";
import { linearScale } from "../scale.js";
import { labelEntries } from "../scatter/legend.js";
import { lineSample } from "../marks/swatch.js";
import { lookOf } from "../theme.js";
import { ticks } from "../ticks.js";
import { placeName } from "./diagonal.js";
import { lowerPlanes } from "./view.js";

/** @typedef {import("./scene.js").PairsScene} PairsScene */
/** @typedef {import("../theme.js").Theme} Theme */
/** @typedef {import("../axes.js").Ticks} Ticks */
/** @typedef {import("../axes.js").Box} Box */
/** @typedef {import("../scale.js").Scale} Scale */

/**
 * @typedef {object} Cell
 * @property {number} across the column across
 * @property {number} up the column up
 * @property {Box} box
 * @property {Scale} x
 * @property {Scale} y
 * @property {Ticks} xTicks
 * @property {Ticks} yTicks
 * @property {boolean} isLeft whether numbers stand at its left
 * @property {boolean} isLow whether numbers stand below it
 *
 * @typedef {object} PairsLayout
 * @property {Cell[]} cells
 * @property {import("./diagonal.js").Diagonal[]} diagonal
 * @property {number} lineHeight
 * @property {import("../marks/legend.js").PlacedLegend} legend
 */

/** @type {Ticks} */
const NO_TICKS = { values: [], labels: [] };
const GAP = 6;
const TICK_SPACE = 8;

/**
 * Cells are square while there is room, and never higher than wide.
 *
 * @param {PairsScene} scene
 * @param {number} width
 * @param {Theme} theme
 */
export function pairsHeight({ columns }, width, theme) {
  const lineHeight = Math.round(theme.fontSize * 1.5);
  const cell = Math.min(160, (width - 3 * lineHeight) / columns.length);
  return columns.length * cell + 2.5 * lineHeight;
}

/**
 * @param {CanvasRenderingContext2D} context for measuring text
 * @param {PairsScene} scene
 * @param {Theme} theme
 * @param {import("../surface.js").Area} area
 * @returns {PairsLayout}
 */
export function layoutPairs(context, scene, theme, { width, height, ratio }) {
  const lineHeight = Math.round(theme.fontSize * 1.5);
  context.font = theme.font;
  const { columns, spans } = scene;
  const count = columns.length;
  const top = 2;
  const pitch = { y: (height - lineHeight - TICK_SPACE - top) / count, x: 0 };
  const spanOf = (/** @type {number} */ column) => spans.get(column) ?? [0, 1];
  const upward = new Map(
    columns.map((column) => [column, ticks(spanOf(column), Math.max(2, Math.floor(pitch.y / 40)))]),
  );
  const labels = columns.slice(1).flatMap((column) => upward.get(column)?.labels ?? []);
  const left = Math.ceil(widest(context, labels)) + TICK_SPACE;
  pitch.x = (width - 1 - left) / count;
  const boxAt = (/** @type {number} */ row, /** @type {number} */ column) => ({
    left: snap(left + column * pitch.x, ratio),
    right: snap(left + (column + 1) * pitch.x - GAP, ratio),
    top: snap(top + row * pitch.y, ratio),
    bottom: snap(top + (row + 1) * pitch.y - GAP, ratio),
  });
  const cells = lowerPlanes(columns).map(({ across, up, row, column }) => {
    const box = boxAt(row, column);
    return {
      across,
      up,
      box,
      x: linearScale(spanOf(across), [box.left, box.right]),
      y: linearScale(spanOf(up), [box.bottom, box.top]),
      xTicks: ticksThatFit(context, spanOf(across), box.right - box.left),
      yTicks: upward.get(up) ?? NO_TICKS,
      isLeft: column === 0,
      isLow: row === count - 1,
    };
  });
  const diagonal = columns.map((column, i) => {
    const box = boxAt(i, i);
    return {
      column,
      box,
      x: linearScale(spanOf(column), [box.left, box.right]),
      xTicks: ticksThatFit(context, spanOf(column), box.right - box.left),
      isLow: i === count - 1,
      ...placeName(context, scene, column, box, theme),
    };
  });
  const legend = placeLegend(context, scene, theme, diagonal, lineHeight);
  return { cells, diagonal, lineHeight, legend };
}

/**
 * The legend stands in the empty corner above the diagonal.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {PairsScene} scene
 * @param {Theme} theme
 * @param {PairsLayout["diagonal"]} diagonal
 * @param {number} lineHeight
 */
function placeLegend(context, scene, theme, diagonal, lineHeight) {
  const from = diagonal[0].box.right + 3 * GAP;
  const width = diagonal[diagonal.length - 1].box.right - from;
  const components = scene.components.map(({ name }, j) => {
    const { line, dash } = lookOf(theme, numberOf(scene.components, j));
    return { name, sample: lineSample(line, dash) };
  });
  const entries = [...components, ...labelEntries(scene, theme)];
  const placed = legendBeside(context, { entries, title: "" }, theme, { width, lineHeight });
  const isAbove = placed.layout.rows * lineHeight <= diagonal[0].box.bottom - diagonal[0].box.top;
  return { ...placed, x: isAbove ? from + placed.x : diagonal[1].box.right + 3 * GAP, y: 0 };
}
