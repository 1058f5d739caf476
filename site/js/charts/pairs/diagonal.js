import { drawArea } from "../marks/area.js";
import { drawBars } from "../marks/bars.js";
import { drawCurve } from "../marks/curve.js";
import { densityTop } from "../density/reach.js";
import { numberOf } from "../numbered.js";
import { linearScale } from "../scale.js";
import { lookOf } from "../theme.js";

/**
 * What stands on the diagonal: the name of a column, and below it how its values lie.
 *
 * @typedef {import("./scene.js").PairsScene} PairsScene
 * @typedef {import("./view.js").Marginal} Marginal
 * @typedef {import("../theme.js").Theme} Theme
 * @typedef {import("../axes.js").Box} Box
 * @typedef {import("../scale.js").Scale} Scale
 *
 * @typedef {object} Diagonal
 * @property {number} column
 * @property {Box} box
 * @property {Scale} x
 * @property {import("../axes.js").Ticks} xTicks
 * @property {boolean} isLow whether numbers stand below it
 * @property {readonly string[]} lines of the name
 * @property {Marginal | null} marginal nothing where there is no room for it
 */

/** Lower bars would say nothing. */
const LEAST_HEIGHT = 20;
const LEADING = 1.3;
const MARGIN = 4;

/**
 * @param {CanvasRenderingContext2D} context for measuring text
 * @param {PairsScene} scene
 * @param {number} column
 * @param {Box} box
 * @param {Theme} theme
 * @returns {Pick<Diagonal, "lines" | "marginal">}
 */
export function placeName(context, { choices, marginals }, column, box, theme) {
  const { name, unit } = choices[column];
  const lines = brokenInto(context, name, box.right - box.left - 2 * MARGIN, theme.fontStrong);
  const all = unit ? [...lines, `(${unit})`] : lines;
  const isRoomy = box.bottom - box.top - heightOf(all, theme) >= LEAST_HEIGHT;
  const marginal = marginals?.find((one) => one.column === column) ?? null;
  return { lines: all, marginal: isRoomy ? marginal : null };
}

/**
 * A name in as many lines as it takes; a word too long for its line is set narrower.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {string} name
 * @param {number} room
 * @param {string} font
 * @returns {string[]}
 */
function brokenInto(context, name, room, font) {
  context.font = font;
  /** @type {string[]} */
  const lines = [];
  for (const word of name.split(/[\s_]+/)) {
    const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length > 0 && context.measureText(longer).width <= room) lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  return lines.slice(0, 4);
}

/**
 * @param {readonly string[]} lines
 * @param {Theme} theme
 */
function heightOf(lines, theme) {
  return lines.length * theme.fontSize * LEADING + MARGIN;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {PairsScene} scene
 * @param {Diagonal} place
 * @param {Theme} theme
 */
export function drawName(context, { choices }, { column, box, lines, marginal }, theme) {
  const { left, right, top, bottom } = box;
  if (!marginal) {
    context.fillStyle = theme.grid;
    context.fillRect(left, top, right - left, bottom - top);
  }
  const height = heightOf(lines, theme);
  const from = marginal ? top + MARGIN : (top + bottom - height + MARGIN) / 2;
  const isUnit = (/** @type {number} */ i) =>
    Boolean(choices[column].unit) && i === lines.length - 1;
  context.textAlign = "center";
  context.textBaseline = "middle";
  lines.forEach((line, i) => {
    context.font = isUnit(i) ? theme.font : theme.fontStrong;
    context.fillStyle = isUnit(i) ? theme.inkSoft : theme.ink;
    const y = from + (i + 0.5) * theme.fontSize * LEADING;
    context.fillText(line, (left + right) / 2, y, right - left - MARGIN);
  });
}

/**
 * The bars of a column and the mixture over them, below its name.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {PairsScene} scene
 * @param {Diagonal} place
 * @param {Theme} theme
 * @param {number} ratio
 */
export function drawMarginal(context, { components }, { box, x, lines, marginal }, theme, ratio) {
  if (!marginal) return;
  const { histogram, curves } = marginal;
  const top = box.top + heightOf(lines, theme);
  const y = linearScale([0, densityTop(marginal).top], [box.bottom, top + MARGIN]);
  const scales = { x, y, ratio };
  context.save();
  context.beginPath();
  context.rect(box.left, top, box.right - box.left, box.bottom - top);
  context.clip();
  const bars = { fill: theme.bar, edge: theme.barEdge, chosen: theme.barChosen };
  drawBars(context, scales, { ...histogram, chosen: -1 }, bars);
  const looks = components.map((_, j) => lookOf(theme, numberOf(components, j)));
  curves.components.forEach((ys, j) => {
    drawArea(context, scales, { xs: curves.x, ys }, { fill: looks[j].line, opacity: 0.12 });
  });
  curves.components.forEach((ys, j) => {
    const { line, dash } = looks[j];
    drawCurve(context, scales, { xs: curves.x, ys }, { line, dash, width: 1.25 });
  });
  const mixture = { xs: curves.x, ys: curves.mixture };
  drawCurve(context, scales, mixture, { line: theme.mixture, width: 1.5 });
  context.restore();
}
