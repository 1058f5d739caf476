import { drawAxisTitle, drawXAxis, drawYAxis } from "../axes.js";
import { drawBand } from "../marks/band.js";
import { drawCurve } from "../marks/curve.js";
import { drawDots } from "../marks/dots.js";
import { inside } from "../marks/inside.js";
import { drawLegend } from "../marks/legend.js";
import { lookOf } from "../theme.js";
import { isOutside } from "./view.js";

/** @typedef {import("./view.js").FitView} FitView */
/** @typedef {import("./layout.js").FitLayout} FitLayout */
/** @typedef {import("../theme.js").Theme} Theme */

/**
 * @typedef {object} FitPicture
 * @property {FitView} scene
 * @property {FitLayout} layout
 * @property {Theme} theme
 * @property {number | null} place the one being read
 */

/** The look of points that stray: the second component's orange, hollow. */
const STRAY = 1;
/** Dots nearer to each other than this, in CSS pixels, are one. */
const APART = 0.75;

/**
 * @param {CanvasRenderingContext2D} context
 * @param {FitPicture} picture
 * @param {number} ratio
 */
export function paintFit(context, { scene, layout, theme }, ratio) {
  const { box, lineHeight } = layout;
  drawLegend(context, { ...layout.legend, lineHeight }, layout.legend, theme);
  drawAxisTitle(context, layout.yTitle, { x: 0, y: lineHeight / 2, align: "left" }, theme);
  drawYAxis(context, { ...layout, ratio }, layout.yTicks, theme);
  inside(context, box, () => drawShares(context, { scene, layout, theme }));
  drawXAxis(context, { ...layout, ratio }, layout.xTicks, theme);
  const middle = { x: (box.left + box.right) / 2, y: box.bottom + 1.5 * lineHeight + 8 };
  drawAxisTitle(context, layout.xTitle, { ...middle, align: "center" }, theme);
  drawPoints(context, { scene, layout, theme });
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Omit<FitPicture, "place">} picture
 */
function drawShares(context, { scene, layout, theme }) {
  const { lower, upper } = scene;
  const { x } = layout;
  if (lower && upper) drawBand(context, layout, { xs: scene.x, lower, upper }, bandLook(theme));
  const diagonal = { xs: [x.from, x.to], ys: [x.from, x.to] };
  drawCurve(context, layout, diagonal, { line: theme.ghost, width: 1.5, dash: [6, 4] });
  for (const { component, y } of scene.parts ?? []) {
    const { line, dash } = lookOf(theme, component);
    drawCurve(context, layout, { xs: scene.x, ys: y }, { line, dash, width: 1.25 });
  }
}

/** @param {Theme} theme */
function bandLook(theme) {
  return { fill: theme.bar, edge: theme.barEdge };
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Omit<FitPicture, "place">} picture
 */
function drawPoints(context, { scene, layout, theme }) {
  let last = { x: -Infinity, y: -Infinity };
  const { line } = lookOf(theme, STRAY);
  for (let place = 0; place < scene.x.length; place += 1) {
    const spot = { x: layout.x.at(scene.x[place]), y: layout.y.at(scene.y[place]) };
    if (Math.hypot(spot.x - last.x, spot.y - last.y) < APART) continue;
    last = spot;
    const isStray = isOutside(scene, place);
    context.beginPath();
    context.arc(spot.x, spot.y, isStray ? 2.75 : 2, 0, 2 * Math.PI);
    context.fillStyle = isStray ? theme.paper : theme.ink;
    context.fill();
    if (!isStray) continue;
    context.strokeStyle = line;
    context.lineWidth = 1.5;
    context.stroke();
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {FitPicture} picture
 */
export function paintFitPlace(context, { scene, layout, theme, place }) {
  if (place === null) return;
  const data = { xs: [scene.x[place]], ys: [scene.y[place]] };
  drawDots(context, layout, data, { fill: theme.cursor, halo: theme.halo, radius: 5 });
}
