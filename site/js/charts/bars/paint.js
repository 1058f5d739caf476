import { drawAxisTitle, drawXAxis, drawYAxis } from "../axes.js";
import { fillHatched } from "../marks/hatch.js";
import { drawLegend } from "../marks/legend.js";
import { snap } from "../pixels.js";
import { lookOf } from "../theme.js";
import { TITLE } from "./layout.js";
import { shownPlace } from "./scene.js";

/** @typedef {import("./layout.js").BarsLayout} BarsLayout */
/** @typedef {import("../theme.js").Theme} Theme */

/** Rims are drawn while bars have at least this much room; round every pixel they would be all. */
const RIM_SPACE = 2;

/**
 * @typedef {object} BarsPicture
 * @property {import("./view.js").BarsScene} scene
 * @property {BarsLayout} layout
 * @property {Theme} theme
 * @property {number | null} place the one being read
 */

/**
 * @param {CanvasRenderingContext2D} context
 * @param {BarsPicture} picture
 * @param {number} ratio
 */
export function paintBars(context, { scene, layout, theme }, ratio) {
  const { box, lineHeight, legend } = layout;
  const scales = { ...layout, ratio };
  drawLegend(context, { ...legend, lineHeight }, legend, theme);
  drawAxisTitle(context, TITLE, { x: 0, y: lineHeight / 2, align: "left" }, theme);
  drawYAxis(context, scales, layout.yTicks, theme);
  for (let j = 0; j < scene.k; j += 1) {
    drawPart(context, layout, { j, component: scene.components[j] }, { theme, ratio });
  }
  drawXAxis(context, scales, layout.xTicks, theme);
  const middle = { x: (box.left + box.right) / 2, y: box.bottom + 1.5 * lineHeight + 8 };
  drawAxisTitle(context, scene.orderName ?? "Rows", { ...middle, align: "center" }, theme);
}

/**
 * One component's part of all bars, as one shape with a rim of paper towards its neighbours.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {BarsLayout} layout
 * @param {{ j: number, component: number }} part j: its place from the bottom
 * @param {{ theme: Theme, ratio: number }} style
 */
function drawPart(context, layout, { j, component }, { theme, ratio }) {
  const { box, bins } = layout;
  const floor = j > 0 ? bins.tops[j - 1] : new Float64Array(bins.count);
  context.save();
  context.beginPath();
  traceSteps(context, layout, bins.tops[j], { ratio, isBack: false });
  traceSteps(context, layout, floor, { ratio, isBack: true });
  context.closePath();
  const look = { fill: lookOf(theme, component).line, lines: theme.halo, hatch: component };
  fillHatched(context, box, look);
  if (j > 0 && bins.count * RIM_SPACE <= box.right - box.left) {
    context.beginPath();
    traceSteps(context, layout, floor, { ratio, isBack: false });
    context.strokeStyle = theme.halo;
    context.lineWidth = 1;
    context.stroke();
  }
  context.restore();
}

/**
 * The stairs along the tops of bars, from left to right or back.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {BarsLayout} layout
 * @param {Float64Array} tops
 * @param {{ ratio: number, isBack: boolean }} way
 */
function traceSteps(context, { x, y, bins }, tops, { ratio, isBack }) {
  for (let i = 0; i < bins.count; i += 1) {
    const bin = isBack ? bins.count - 1 - i : i;
    const sides = [x.at(bins.from(bin)), x.at(bins.from(bin + 1))].map((side) => snap(side, ratio));
    const pixel = y.at(tops[bin]);
    const [near, far] = isBack ? [sides[1], sides[0]] : sides;
    if (i === 0 && !isBack) context.moveTo(near, pixel);
    else context.lineTo(near, pixel);
    context.lineTo(far, pixel);
  }
}

/**
 * The row shown on the page and the one being read, framed.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {BarsPicture} picture
 * @param {number} ratio
 */
export function paintBarPlaces(context, { scene, layout, theme, place }, ratio) {
  for (const at of [shownPlace(scene), place]) {
    if (typeof at === "number") drawFrame(context, layout, at, { theme, ratio });
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {BarsLayout} layout
 * @param {number} place
 * @param {{ theme: Theme, ratio: number }} style
 */
function drawFrame(context, { box, x, bins }, place, { theme, ratio }) {
  const bin = bins.of(place);
  const left = snap(x.at(bins.from(bin)), ratio);
  const right = snap(x.at(bins.from(bin + 1)), ratio);
  const frame = [left - 1.5, box.top - 4, right - left + 3, box.bottom - box.top + 4];
  for (const [colour, width] of /** @type {const} */ ([
    [theme.halo, 5],
    [theme.ink, 2],
  ])) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.strokeRect(frame[0], frame[1], frame[2], frame[3]);
  }
}
