import { drawAxisTitle, drawColumns, drawXAxis, drawYAxis } from "../axes.js";
import { inside } from "../marks/inside.js";
import { drawLegend } from "../marks/legend.js";
import { drawNumber } from "../marks/number.js";
import { drawOutline, drawPieces } from "../marks/outline.js";
import { numberOf } from "../numbered.js";
import { ghostLook, lookOf } from "../theme.js";
import { cloudOf } from "./cloud.js";
import { axisTitle } from "./view.js";

/** @typedef {import("./scene.js").ScatterScene} ScatterScene */
/** @typedef {import("./layout.js").ScatterLayout} ScatterLayout */
/** @typedef {import("../theme.js").Theme} Theme */

/**
 * @typedef {object} ScatterPicture
 * @property {ScatterScene} scene
 * @property {ScatterLayout} layout
 * @property {Theme} theme
 */

/** @typedef {import("../points/layer.js").PointsLayer["draw"]} DrawClouds */

/** Outlines from the inner one out; the inner one is drawn more strongly. */
const WIDTHS = [2, 1.25];

/**
 * @param {CanvasRenderingContext2D} context
 * @param {ScatterPicture} picture
 * @param {number} ratio
 * @param {DrawClouds} drawClouds
 */
export function paintScatter(context, picture, ratio, drawClouds) {
  const { scene, layout } = picture;
  const { box, x, y } = layout;
  drawSurroundings(context, picture, ratio);
  inside(context, box, () => {
    const columns = /** @type {const} */ ([scene.axes[0].column, scene.axes[1].column]);
    drawClouds(context, [cloudOf(scene, columns, { x, y, box }, ratio)]);
    drawShapes(context, picture);
  });
  drawNumbers(context, picture);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {ScatterPicture} picture
 * @param {number} ratio
 */
function drawSurroundings(context, { scene, layout, theme }, ratio) {
  const { box, lineHeight, legend } = layout;
  const scales = { ...layout, ratio };
  drawLegend(context, { ...legend, lineHeight }, legend, theme);
  const heading = { x: 0, y: lineHeight / 2, align: /** @type {const} */ ("left") };
  drawAxisTitle(context, axisTitle(scene.axes[1]), heading, theme);
  drawYAxis(context, scales, layout.yTicks, theme);
  drawColumns(context, scales, layout.xTicks, theme);
  drawXAxis(context, scales, layout.xTicks, theme);
  const middle = { x: (box.left + box.right) / 2, align: /** @type {const} */ ("center") };
  const below = box.bottom + 1.5 * lineHeight + 8;
  drawAxisTitle(context, axisTitle(scene.axes[0]), { ...middle, y: below }, theme);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {ScatterPicture} picture
 */
function drawShapes(context, { scene, layout, theme }) {
  for (const pieces of scene.contours) {
    drawPieces(context, layout, pieces, { line: theme.inkSoft, width: 1, opacity: 0.45 });
  }
  for (const { outlines } of (!scene.grips && scene.ghost) || []) {
    const { line, dash } = ghostLook(theme);
    drawOutline(context, layout, outlines[0], { line, dash, width: 1.5, halo: theme.halo });
  }
  scene.components.forEach(({ outlines }, j) => {
    const { line, dash } = lookOf(theme, numberOf(scene.components, j));
    outlines.forEach((points, level) => {
      drawOutline(context, layout, points, { line, dash, width: WIDTHS[level], halo: theme.halo });
    });
  });
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {ScatterPicture} picture
 */
function drawNumbers(context, { scene, layout, theme }) {
  const { x, y, numbers } = layout;
  scene.components.forEach(({ centre }, j) => {
    const spot = numbers[j];
    if (!spot) return;
    const at = { x: x.at(centre[0]), y: y.at(centre[1]) };
    const number = numberOf(scene.components, j);
    const { line, text } = lookOf(theme, number);
    drawNumber(context, { spot, at }, { number: number + 1, line, text }, theme);
  });
}
