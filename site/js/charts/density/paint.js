import { drawAxisTitle, drawXAxis, drawYAxis } from "../axes.js";
import { drawArea } from "../marks/area.js";
import { drawBars } from "../marks/bars.js";
import { drawCursor } from "../marks/cursor.js";
import { drawCurve } from "../marks/curve.js";
import { drawDots } from "../marks/dots.js";
import { drawLegend } from "../marks/legend.js";
import { drawRug } from "../marks/rug.js";
import { lineSample } from "../marks/swatch.js";
import { drawTag } from "../marks/tag.js";
import { binOf } from "../search.js";
import { ghostLook, lookOf } from "../theme.js";
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
  drawBars(context, scales, { ...scene.histogram, chosen }, barStyle);
  inside(context, box, () => drawCurves(context, picture));
  drawFoot(context, picture, ratio);
  if (place !== null) drawReadingPlace(context, picture, place, ratio);
  layout.tags.forEach((tag, j) => {
    const { line, dash, text } = lookOf(theme, j);
    const name = { name: scene.components[j].name, sample: lineSample(line, dash) };
    drawTag(context, { ...tag, height: lineHeight }, name, { text, theme });
  });
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import("../axes.js").Box} box
 * @param {() => void} draw what stays inside
 */
function inside(context, box, draw) {
  context.save();
  context.beginPath();
  context.rect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  context.clip();
  draw();
  context.restore();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {DensityPicture} picture
 */
function drawCurves(context, { scene, layout, theme }) {
  const { curves, ghost } = scene;
  if (!curves) return;
  curves.components.forEach((ys, j) => {
    const { line } = lookOf(theme, j);
    drawArea(context, layout, { xs: curves.x, ys }, { fill: line, opacity: 0.12 });
  });
  if (ghost) drawGhost(context, layout, ghost, theme);
  curves.components.forEach((ys, j) => {
    const { line, dash } = lookOf(theme, j);
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
 * @param {CanvasRenderingContext2D} context
 * @param {DensityPicture} picture
 * @param {number} ratio
 */
function drawFoot(context, { scene, layout, theme }, ratio) {
  const { box, x, rug, lineHeight, xTicks } = layout;
  const foot = box.bottom + rug;
  if (scene.points && rug > 0) {
    const style = { top: box.bottom + 3, height: rug - 5, opacity: 0.8 };
    drawRug(context, { x, ratio }, { points: scene.points, colours: scene.rugColours }, style);
  }
  drawXAxis(context, { x, box, ratio, foot }, xTicks, theme);
  const middle = { x: (box.left + box.right) / 2, align: /** @type {const} */ ("center") };
  const below = foot + 1.5 * lineHeight + 8;
  drawAxisTitle(context, titleOf(scene), { ...middle, y: below }, theme);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {DensityPicture} picture
 * @param {number} place
 * @param {number} ratio
 */
function drawReadingPlace(context, { scene, layout, theme }, place, ratio) {
  const { box, x, y, rug } = layout;
  const line = { ...box, bottom: box.bottom + rug };
  drawCursor(
    context,
    { box: line, ratio },
    { pixel: x.at(scene.places[place]) },
    { line: theme.cursor },
  );
  const { curves } = scene;
  if (!curves) return;
  const fills = [...curves.components.map((_, j) => lookOf(theme, j).line), theme.mixture];
  [...curves.components, curves.mixture].forEach((ys, j) => {
    const pixel = y.at(ys[place]);
    if (!(pixel >= box.top && pixel < box.bottom - 2)) return;
    const data = { xs: [curves.x[place]], ys: [ys[place]] };
    drawDots(context, { x, y }, data, { halo: theme.halo, radius: 3.5, fill: fills[j] });
  });
}
