import { drawAxisTitle, drawXAxis, drawYAxis } from "../axes.js";
import { drawCursor } from "../marks/cursor.js";
import { drawCurve } from "../marks/curve.js";
import { drawDots } from "../marks/dots.js";
import { lookOf } from "../theme.js";
import { NAME_GAP } from "./layout.js";
import { shownPlace } from "./scene.js";

/** @typedef {import("./layout.js").Panel} Panel */
/** @typedef {import("../theme.js").Theme} Theme */

/**
 * @typedef {object} TracePicture
 * @property {import("./scene.js").TraceScene} scene
 * @property {import("./layout.js").TraceLayout} layout
 * @property {Theme} theme
 * @property {number | null} place the one being read
 */

/**
 * @param {CanvasRenderingContext2D} context
 * @param {TracePicture} picture
 * @param {number} ratio
 */
export function paintTraces(context, { scene, layout, theme }, ratio) {
  for (const panel of layout.panels) {
    drawFrame(context, panel, layout.lineHeight, { theme, ratio });
    panel.trace.series.forEach((series, j) => {
      drawSeries(context, panel, { xs: scene.iterations, series, j }, theme);
    });
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Panel} panel
 * @param {number} lineHeight
 * @param {{ theme: Theme, ratio: number }} style
 */
function drawFrame(context, panel, lineHeight, { theme, ratio }) {
  const { box, left } = panel;
  const heading = { x: left, y: box.top - lineHeight, align: /** @type {const} */ ("left") };
  drawAxisTitle(context, panel.title, heading, theme);
  drawYAxis(context, { ...panel, ratio }, panel.yTicks, theme);
  drawXAxis(context, { ...panel, ratio }, panel.xTicks, theme);
  const below = { x: (box.left + box.right) / 2, y: box.bottom + 1.5 * lineHeight + 8 };
  drawAxisTitle(context, "Iteration", { ...below, align: "center" }, theme);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Panel} panel
 * @param {{ xs: Float64Array, series: Float64Array, j: number }} line j: the component
 * @param {Theme} theme
 */
function drawSeries(context, panel, { xs, series, j }, theme) {
  const { box, kept, names } = panel;
  const { line, dash, text } = lookOf(theme, j);
  const data = {
    xs: Float64Array.from(kept[j], (place) => xs[place]),
    ys: Float64Array.from(kept[j], (place) => series[place]),
  };
  if (series.length === 1) drawDots(context, panel, data, dotStyle(line, theme));
  drawCurve(context, panel, data, { line, dash, width: 2 });
  drawLead(context, panel, j, line);
  context.font = theme.fontStrong;
  context.fillStyle = text;
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.fillText(String(j + 1), box.right + NAME_GAP, names[j]);
}

/**
 * A thread from where a line ends to its number, which may have had to step aside.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Panel} panel
 * @param {number} j
 * @param {string} line
 */
function drawLead(context, { x, box, ends, names }, j, line) {
  context.strokeStyle = line;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(x.end + 1, ends[j]);
  context.lineTo(box.right + NAME_GAP - 3, names[j]);
  context.stroke();
}

/**
 * The iteration shown on the page and the one being read, in every panel.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {TracePicture} picture
 * @param {number} ratio
 */
export function paintTracePlaces(context, { scene, layout, theme, place }, ratio) {
  for (const panel of layout.panels) {
    for (const at of [shownPlace(scene), place]) {
      if (at !== null) drawPlace(context, panel, { scene, at }, { theme, ratio });
    }
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Panel} panel
 * @param {{ scene: import("./scene.js").TraceScene, at: number }} place
 * @param {{ theme: Theme, ratio: number }} style
 */
function drawPlace(context, panel, { scene, at }, { theme, ratio }) {
  const iteration = scene.iterations[at];
  const pixel = panel.x.at(iteration);
  drawCursor(context, { box: panel.box, ratio }, { pixel }, { line: theme.cursor });
  panel.trace.series.forEach((series, j) => {
    const data = { xs: [iteration], ys: [series[at]] };
    drawDots(context, panel, data, dotStyle(lookOf(theme, j).line, theme));
  });
}

/**
 * @param {string} fill
 * @param {Theme} theme
 */
function dotStyle(fill, { halo }) {
  return { fill, halo, radius: 3.5 };
}
