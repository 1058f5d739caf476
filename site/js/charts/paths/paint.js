import { drawAxisTitle, drawXAxis, drawYAxis } from "../axes.js";
import { drawCurve } from "../marks/curve.js";
import { inside } from "../marks/inside.js";
import { drawLegend } from "../marks/legend.js";
import { traceMarker } from "../marks/marker.js";
import { NAME_GAP, TITLE } from "./layout.js";
import { pathLook } from "./looks.js";
import { endOf } from "./view.js";

/** @typedef {import("./layout.js").PathsLayout} PathsLayout */
/** @typedef {import("../theme.js").Theme} Theme */

/**
 * @typedef {object} PathsPicture
 * @property {import("./scene.js").PathsScene} scene
 * @property {PathsLayout} layout
 * @property {Theme} theme
 * @property {number | null} place the run being read
 */

const DISC = 0;
const CROSS = 6;
const RIM = 7;

/**
 * @param {CanvasRenderingContext2D} context
 * @param {PathsPicture} picture
 * @param {number} ratio
 */
export function paintPaths(context, picture, ratio) {
  const { scene, layout, theme } = picture;
  const { box, lineHeight, legend } = layout;
  drawLegend(context, { ...legend, lineHeight }, legend, theme);
  drawAxisTitle(context, TITLE, { x: 0, y: lineHeight / 2, align: "left" }, theme);
  drawYAxis(context, { ...layout, ratio }, layout.yTicks, theme);
  drawXAxis(context, { ...layout, ratio }, layout.xTicks, theme);
  const middle = { x: (box.left + box.right) / 2, y: box.bottom + 1.5 * lineHeight + 8 };
  const along = scene.along === "E-steps" ? "E-steps spent" : "Iteration";
  drawAxisTitle(context, along, { ...middle, align: "center" }, theme);
  drawNames(context, picture);
  inside(context, withRims(box), () => {
    scene.runs.forEach((_, place) => drawRun(context, picture, place));
  });
}

/**
 * The run shown on the page and the one being read, over the others.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {PathsPicture} picture
 */
export function paintChosenPaths(context, picture) {
  const { scene, layout, theme, place } = picture;
  inside(context, withRims(layout.box), () => {
    if (scene.chosenPlace >= 0) drawRun(context, picture, scene.chosenPlace);
    if (place === null) return;
    drawRun(context, picture, place, { line: theme.ink, width: 2.5, opacity: 1 });
  });
}

/**
 * Where runs may be drawn: the rims of their dots stick out of the box.
 * @param {import("../axes.js").Box} box
 */
function withRims(box) {
  return { ...box, right: box.right + RIM, top: box.top - RIM };
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {PathsPicture} picture
 * @param {number} place
 * @param {Partial<import("../marks/curve.js").Stroke>} [emphasis]
 */
function drawRun(context, { scene, layout, theme }, place, emphasis = {}) {
  const run = scene.runs[place];
  const xs = scene.xs[place];
  const stroke = { ...pathLook(scene, place, theme), ...emphasis };
  const kept = layout.kept[place];
  const data = {
    xs: Float64Array.from(kept, (t) => xs[t]),
    ys: Float64Array.from(kept, (t) => run.logLikelihood[t]),
  };
  drawCurve(context, layout, data, stroke);
  if (!Number.isFinite(endOf(run))) return;
  const end = { x: layout.x.at(xs[xs.length - 1]), y: layout.y.at(endOf(run)) };
  context.beginPath();
  traceMarker(context, run.setAside ? CROSS : DISC, end.x, end.y, 2.5 + stroke.width * 0.8);
  context.strokeStyle = theme.halo;
  context.lineWidth = 2;
  context.stroke();
  context.fillStyle = stroke.line;
  context.fill();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {PathsPicture} picture
 */
function drawNames(context, { layout, theme }) {
  const { box, names, y } = layout;
  context.font = theme.font;
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.lineWidth = 1;
  for (const name of names) {
    context.strokeStyle = theme.barEdge;
    context.beginPath();
    context.moveTo(box.left, y.at(name.value));
    context.lineTo(box.right, y.at(name.value));
    context.lineTo(box.right + NAME_GAP - 4, name.y);
    context.stroke();
    context.fillStyle = theme.ink;
    context.fillText(name.text, box.right + NAME_GAP, name.y);
  }
}
