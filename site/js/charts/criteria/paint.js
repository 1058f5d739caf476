import { structureName } from "../../lib/structure.js";
import { drawAxisTitle, drawXAxis, drawYAxis } from "../axes.js";
import { drawCursor } from "../marks/cursor.js";
import { drawCurve } from "../marks/curve.js";
import { writeHaloed } from "../marks/haloed.js";
import { inside } from "../marks/inside.js";
import { traceMarker } from "../marks/marker.js";
import { lookOf } from "../theme.js";
import { NAME_GAP } from "./layout.js";

/** @typedef {import("./scene.js").CriteriaScene} CriteriaScene */
/** @typedef {import("./layout.js").CriteriaLayout} CriteriaLayout */
/** @typedef {import("../theme.js").Theme} Theme */

/**
 * @typedef {object} CriteriaPicture
 * @property {CriteriaScene} scene
 * @property {CriteriaLayout} layout
 * @property {Theme} theme
 * @property {number | null} place the result being read
 */

/** As far as markers stick out of the box, in CSS pixels. */
const RIM = 6;

/**
 * @param {CanvasRenderingContext2D} context
 * @param {CriteriaPicture} picture
 * @param {number} ratio
 */
export function paintCriteria(context, picture, ratio) {
  const { scene, layout, theme, place } = picture;
  const { box, lineHeight } = layout;
  const { name, better } = scene.criterion;
  const title = `${name} (${better === "low" ? "smaller" : "larger"} is better)`;
  drawAxisTitle(context, title, { x: 0, y: lineHeight / 2, align: "left" }, theme);
  drawYAxis(context, { ...layout, ratio }, layout.yTicks, theme);
  drawXAxis(context, { ...layout, ratio }, layout.xTicks, theme);
  const middle = { x: (box.left + box.right) / 2, y: box.bottom + 1.5 * lineHeight + 8 };
  drawAxisTitle(context, "Components", { ...middle, align: "center" }, theme);
  if (place !== null) {
    const pixel = layout.x.at(scene.results[place].components);
    drawCursor(context, { box, ratio }, { pixel }, { line: theme.cursor });
  }
  const { top, bottom } = box;
  inside(context, { ...box, top: top - RIM, bottom: bottom + RIM }, () => {
    drawLines(context, picture);
  });
  scene.lines.forEach((_, i) => drawName(context, picture, i));
  drawRing(context, picture, scene.chosen, { radius: 8, line: theme.cursor });
  drawBest(context, picture);
  if (place !== null) drawRing(context, picture, place, { radius: 8, line: theme.cursor });
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {CriteriaPicture} picture
 */
function drawLines(context, { scene, layout, theme }) {
  for (const { look, values } of scene.lines) {
    const { line, dash } = lookOf(theme, look);
    drawCurve(context, layout, { xs: scene.components, ys: values }, { line, dash, width: 1.75 });
  }
  for (const { components, value, look } of scene.results) {
    context.beginPath();
    traceMarker(context, look, layout.x.at(components), layout.y.at(value), 4.5);
    context.strokeStyle = theme.halo;
    context.lineWidth = 2;
    context.stroke();
    context.fillStyle = lookOf(theme, look).line;
    context.fill();
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {CriteriaPicture} picture
 * @param {number} i the line
 */
function drawName(context, { scene, layout, theme }, i) {
  const { covariance, look, values } = scene.lines[i];
  if (!values.some(Number.isFinite)) return;
  const { x, y, name } = layout.ends[i];
  const { line, text } = lookOf(theme, look);
  const left = layout.box.right + NAME_GAP;
  drawLead(context, { from: x + 7, turn: layout.box.right, to: left - 4 }, { y, name }, line);
  context.font = theme.fontStrong;
  context.fillStyle = text;
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.fillText(structureName(covariance), left, name);
}

/**
 * A thread from where a line ends to its name, dotted where it might pass for more of the line.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {{ from: number, turn: number, to: number }} across
 * @param {{ y: number, name: number }} up
 * @param {string} line
 */
function drawLead(context, { from, turn, to }, { y, name }, line) {
  context.save();
  context.strokeStyle = line;
  context.lineWidth = 1;
  if (turn - from > to - turn) context.setLineDash([1, 4]);
  context.beginPath();
  context.moveTo(from, y);
  context.lineTo(Math.max(from, turn), y);
  context.lineTo(to, name);
  context.stroke();
  context.restore();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {CriteriaPicture} picture
 */
function drawBest(context, picture) {
  const { scene, layout, theme } = picture;
  if (scene.best < 0) return;
  drawRing(context, picture, scene.best, { radius: 8, line: theme.ink });
  const { components, value } = scene.results[scene.best];
  const below = scene.criterion.better === "low" ? 1 : -1;
  const y = layout.y.at(value) + below * 18;
  const place = { x: layout.x.at(components), y, align: /** @type {const} */ ("center") };
  writeHaloed(context, "best", place, { text: theme.ink, theme });
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {CriteriaPicture} picture
 * @param {number} place
 * @param {{ radius: number, line: string }} style
 */
function drawRing(context, { scene, layout }, place, { radius, line }) {
  const result = scene.results[place];
  if (!result) return;
  const y = layout.y.at(result.value);
  if (y < layout.box.top - 6 || y > layout.box.bottom + 6) return;
  context.strokeStyle = line;
  context.lineWidth = 2;
  context.beginPath();
  context.arc(layout.x.at(result.components), y, radius, 0, 2 * Math.PI);
  context.stroke();
}
