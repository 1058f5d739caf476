import { drawAxisTitle, drawXAxis, drawYAxis } from "../axes.js";
import { drawArea } from "../marks/area.js";
import { drawBars } from "../marks/bars.js";
import { drawCursor } from "../marks/cursor.js";
import { drawCurve } from "../marks/curve.js";
import { drawDots } from "../marks/dots.js";
import { inside } from "../marks/inside.js";
import { drawLegend } from "../marks/legend.js";
import { drawRug } from "../marks/rug.js";
import { lineSample } from "../marks/swatch.js";
import { drawTag } from "../marks/tag.js";
import { numberOf } from "../numbered.js";
import { binOf, nearest } from "../search.js";
import { ghostLook, lookOf } from "../theme.js";
import { heldCurve, heldStart } from "./grips.js";
import { densityTitle, titleOf } from "./view.js";

/** @typedef {import("./scene.js").DensityScene} DensityScene */
/** @typedef {import("./view.js").Curves} Curves */
/** @typedef {import("./layout.js").DensityLayout} DensityLayout */
/** @typedef {import("../theme.js").Theme} Theme */

/**
 * @typedef {object} DensityPicture
 * @property {DensityScene} scene
 * @property {DensityLayout} layout
 * @property {Theme} theme
 * @property {number | null} place the one being read
 * @property {import("../parts/grips.js").Drag | null} drag
 */

/**
 * @param {CanvasRenderingContext2D} context
 * @param {DensityPicture} picture
 * @param {number} ratio
 */
export function paintDensity(context, picture, ratio) {
  const { scene, layout, theme, place } = picture;
  const { box, lineHeight } = layout;
  const scales = { ...layout, ratio };
  drawLegend(context, { ...layout.legend, lineHeight }, layout.legend, theme);
  const heading = { x: 0, y: lineHeight / 2, align: /** @type {const} */ ("left") };
  drawAxisTitle(context, densityTitle(scene), heading, theme);
  drawYAxis(context, scales, layout.yTicks, theme);
  const chosen = place === null ? -1 : binOf(scene.histogram.edges, scene.places[place]);
  const barStyle = { fill: theme.bar, edge: theme.barEdge, chosen: theme.barChosen };
  inside(context, box, () => {
    drawBars(context, scales, { ...scene.histogram, chosen }, barStyle);
    drawCurves(context, picture);
    drawStarts(context, picture, ratio);
  });
  drawFoot(context, picture, ratio);
  if (place !== null) drawReadingPlace(context, picture, place, ratio);
  layout.tags.forEach((tag, j) => {
    const { line, dash, text } = lookOf(theme, numberOf(scene.components, j));
    const name = { name: scene.components[j].name, sample: lineSample(line, dash) };
    drawTag(context, { ...tag, height: lineHeight }, name, { text, theme });
  });
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {DensityPicture} picture
 */
function drawCurves(context, { scene, layout, theme }) {
  const { curves, ghost } = scene;
  if (!curves) return;
  const looks = scene.components.map((_, j) => lookOf(theme, numberOf(scene.components, j)));
  curves.components.forEach((ys, j) => {
    const { line } = looks[j];
    drawArea(context, layout, { xs: curves.x, ys }, { fill: line, opacity: 0.12 });
  });
  if (ghost && !scene.grips) drawGhost(context, layout, ghost, theme);
  curves.components.forEach((ys, j) => {
    const { line, dash } = looks[j];
    drawCurve(context, layout, { xs: curves.x, ys }, { line, dash, width: 2 });
  });
  const mixture = { xs: curves.x, ys: curves.mixture };
  drawCurve(context, layout, mixture, { line: theme.mixture, width: 2.5 });
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {DensityLayout} layout
 * @param {Curves} ghost
 * @param {Theme} theme
 */
function drawGhost(context, layout, ghost, theme) {
  const start = { xs: ghost.x, ys: ghost.mixture };
  drawCurve(context, layout, start, { ...ghostLook(theme), width: 1.5 });
}

/**
 * The starts that can be dragged: their curves, and a line down from each mean.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {DensityPicture} picture
 * @param {number} ratio
 */
function drawStarts(context, { scene, layout, theme, drag }, ratio) {
  for (const grip of scene.grips ?? []) {
    const { line, dash } = lookOf(theme, grip.component);
    const curve = heldCurve(scene, grip, drag);
    if (curve) drawCurve(context, layout, curve, { line, dash, width: 1.25 });
    const { mean } = heldStart(grip, drag);
    const top = curve ? layout.y.at(curve.ys[nearest(curve.xs, mean)]) : layout.box.top;
    const down = { ...layout.box, top: Math.max(top, layout.box.top) };
    drawCursor(context, { box: down, ratio }, { pixel: layout.x.at(mean) }, { line, dash });
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {DensityPicture} picture
 * @param {number} ratio
 */
function drawFoot(context, { scene, layout, theme }, ratio) {
  const { box, x, rug, lineHeight, xTicks } = layout;
  const foot = box.bottom + rug;
  if (scene.points && rug > 0) {
    const style = { top: box.bottom + 3, height: rug - 5, opacity: 0.8 };
    const data = { points: scene.points, colours: scene.rugColours };
    inside(context, { ...box, bottom: foot }, () => drawRug(context, { x, ratio }, data, style));
    drawChosenMark(context, scene.points, layout, theme, scene.shown);
  }
  drawXAxis(context, { x, box, ratio, foot }, xTicks, theme);
  const middle = { x: (box.left + box.right) / 2, align: /** @type {const} */ ("center") };
  const below = foot + 1.5 * lineHeight + 8;
  drawAxisTitle(context, titleOf(scene), { ...middle, y: below }, theme);
}

/**
 * The chosen point: a stronger stroke in the rug, with a head that points at it.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Float64Array} points
 * @param {DensityLayout} layout
 * @param {Theme} theme
 * @param {number | null} [row]
 */
function drawChosenMark(context, points, { box, x, rug }, theme, row) {
  if (typeof row !== "number" || !(row < points.length)) return;
  const pixel = x.at(points[row]);
  if (pixel < box.left || pixel > box.right) return;
  context.fillStyle = theme.cursor;
  context.fillRect(pixel - 1.5, box.bottom, 3, rug);
  context.strokeStyle = theme.halo;
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(pixel, box.bottom + 2);
  context.lineTo(pixel - 5, box.bottom - 8);
  context.lineTo(pixel + 5, box.bottom - 8);
  context.closePath();
  context.stroke();
  context.fill();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {DensityPicture} picture
 * @param {number} place
 * @param {number} ratio
 */
function drawReadingPlace(context, { scene, layout, theme }, place, ratio) {
  const { box, x, y, rug } = layout;
  const at = x.at(scene.places[place]);
  if (at < box.left || at > box.right) return;
  const line = { ...box, bottom: box.bottom + rug };
  drawCursor(
    context,
    { box: line, ratio },
    { pixel: x.at(scene.places[place]) },
    { line: theme.cursor },
  );
  const { curves } = scene;
  if (!curves) return;
  const lines = scene.components.map((_, j) => lookOf(theme, numberOf(scene.components, j)).line);
  const fills = [...lines, theme.mixture];
  [...curves.components, curves.mixture].forEach((ys, j) => {
    const pixel = y.at(ys[place]);
    if (!(pixel >= box.top && pixel < box.bottom - 2)) return;
    const data = { xs: [curves.x[place]], ys: [ys[place]] };
    drawDots(context, { x, y }, data, { halo: theme.halo, radius: 3.5, fill: fills[j] });
  });
}
