import { drawAxisTitle, drawXAxis, drawYAxis } from "../axes.js";
import { drawCursor } from "../marks/cursor.js";
import { drawCurve } from "../marks/curve.js";
import { drawDots } from "../marks/dots.js";
import { inside } from "../marks/inside.js";

/** @typedef {import("./view.js").LikelihoodScene} LikelihoodScene */
/** @typedef {import("./layout.js").LikelihoodLayout} LikelihoodLayout */
/** @typedef {import("../theme.js").Theme} Theme */

/** Dots are drawn while there is at least this much room for each. */
const DOT_SPACE = 9;
/** As far as dots stick out of the box, in CSS pixels. */
const RIM = 6;

/**
 * @typedef {object} LikelihoodPicture
 * @property {LikelihoodScene} scene
 * @property {LikelihoodLayout} layout
 * @property {Theme} theme
 * @property {number | null} place the iteration being read
 */

/**
 * @param {CanvasRenderingContext2D} context
 * @param {LikelihoodPicture} picture
 * @param {number} ratio
 */
export function paintPath(context, picture, ratio) {
  const { scene, layout, theme } = picture;
  const { box, lineHeight } = layout;
  const scales = { ...layout, ratio };
  const heading = { x: 0, y: lineHeight / 2 - 2, align: /** @type {const} */ ("left") };
  drawAxisTitle(context, scene.label ?? "Log-likelihood", heading, theme);
  drawYAxis(context, scales, layout.yTicks, theme);
  drawXAxis(context, scales, layout.xTicks, theme);
  const below = { x: (box.left + box.right) / 2, y: box.bottom + 1.5 * lineHeight + 8 };
  const middle = { ...below, align: /** @type {const} */ ("center") };
  drawAxisTitle(context, "Iteration", middle, theme);
  drawPath(context, picture);
}

/**
 * The iteration shown on the page and the one being read.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {LikelihoodPicture} picture
 * @param {number} ratio
 */
export function paintPlaces(context, picture, ratio) {
  for (const iteration of [picture.scene.shown, picture.place]) {
    if (typeof iteration === "number") drawPlace(context, picture, iteration, ratio);
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {LikelihoodPicture} picture
 */
function drawPath(context, { scene, layout, theme }) {
  const { box, x, kept } = layout;
  const data = { xs: kept, ys: Float64Array.from(kept, (t) => scene.logLikelihood[t]) };
  inside(context, { ...box, top: box.top - RIM }, () => {
    drawCurve(context, layout, data, { line: theme.ink, width: 1.75 });
    if (kept.length * DOT_SPACE <= x.end - x.start + DOT_SPACE) {
      drawDots(context, layout, data, { fill: theme.ink, halo: theme.halo, radius: 2.75 });
    }
  });
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {LikelihoodPicture} picture
 * @param {number} iteration
 * @param {number} ratio
 */
function drawPlace(context, { scene, layout, theme }, iteration, ratio) {
  const { box, x, y } = layout;
  const value = scene.logLikelihood[iteration];
  if (iteration < x.from || iteration > x.to) return;
  const top = value >= y.from ? y.at(value) : box.top;
  drawCursor(
    context,
    { box: { ...box, top }, ratio },
    { pixel: x.at(iteration) },
    { line: theme.cursor },
  );
  if (!(value >= y.from)) return;
  const data = { xs: [iteration], ys: [value] };
  drawDots(context, layout, data, { fill: theme.cursor, halo: theme.halo, radius: 4.5 });
}
