import { widest, xAxisThatFits } from "../axes.js";
import { snap } from "../pixels.js";
import { linearScale } from "../scale.js";
import { spreadMarks } from "../spread-marks.js";
import { ticks } from "../ticks.js";
import { placeScatterLegend } from "./legend.js";

/** @typedef {import("./scene.js").ScatterScene} ScatterScene */
/** @typedef {import("../theme.js").Theme} Theme */
/** @typedef {import("../axes.js").Ticks} Ticks */
/** @typedef {import("../scale.js").Scale} Scale */
/** @typedef {import("../zoom.js").Span} Span */

/**
 * @typedef {object} ScatterLayout
 * @property {import("../axes.js").Box} box
 * @property {Scale} x
 * @property {Scale} y
 * @property {{ x: Span, y: Span }} whole
 * @property {Ticks} xTicks
 * @property {Ticks} yTicks
 * @property {number} lineHeight
 * @property {import("../marks/legend.js").PlacedLegend} legend
 * @property {number} legendRows
 * @property {(import("../spread-marks.js").Spot | null)[]} numbers where each centre's number stands
 */

const TICK_SPACE = 8;
const ROW_SPACE = 48;
/** Between two numbers that name centres. */
const NUMBER_SIZE = 20;

/**
 * @param {CanvasRenderingContext2D} context for measuring text
 * @param {ScatterScene} scene
 * @param {Theme} theme
 * @param {import("../surface.js").Area} area
 * @param {import("../zoom.js").Zoom} zoom
 * @returns {ScatterLayout}
 */
export function layoutScatter(context, scene, theme, { width, height, ratio }, zoom) {
  const lineHeight = Math.round(theme.fontSize * 1.5);
  const legend = placeScatterLegend(context, scene, theme, { width, lineHeight });
  const top = snap((1 + legend.ownRows) * lineHeight + TICK_SPACE, ratio);
  const bottom = snap(height - 2 * lineHeight - TICK_SPACE, ratio);
  const room = { width: width - 4 * lineHeight, height: bottom - top };
  const whole = scene.isometric
    ? evened(scene.spans, room)
    : { x: scene.spans[0], y: scene.spans[1] };
  const across = zoom.x ?? whole.x;
  const up = zoom.y ?? whole.y;
  const yTicks = ticks(up, Math.max(2, Math.floor((bottom - top) / ROW_SPACE)));
  const left = snap(widest(context, yTicks.labels) + TICK_SPACE, ratio);
  const fitted = xAxisThatFits(context, across, [left, width - 1], width);
  const right = snap(fitted.x.end, ratio);
  const x = linearScale(across, [left, right]);
  const y = linearScale(up, [bottom, top]);
  const box = { left, right, top, bottom };
  const numbers = placeNumbers(scene, { x, y }, box);
  const axes = { x, y, whole, xTicks: fitted.ticks, yTicks };
  return { ...axes, box, lineHeight, legend, legendRows: legend.ownRows, numbers };
}

/**
 * Both axes with as many units to a pixel: the one with room to spare is widened.
 *
 * @param {readonly [Span, Span]} spans
 * @param {{ width: number, height: number }} room
 * @returns {{ x: Span, y: Span }}
 */
function evened([across, up], { width, height }) {
  const unit = Math.max((across[1] - across[0]) / width, (up[1] - up[0]) / height);
  return { x: widened(across, unit * width), y: widened(up, unit * height) };
}

/**
 * @param {Span} span
 * @param {number} size
 * @returns {Span}
 */
function widened([low, high], size) {
  const more = Math.max(0, size - (high - low)) / 2;
  return [low - more, high + more];
}

/**
 * @param {ScatterScene} scene
 * @param {{ x: Scale, y: Scale }} scales
 * @param {import("../axes.js").Box} box
 */
function placeNumbers({ components }, { x, y }, box) {
  const wishes = components.map(({ centre }) => ({ x: x.at(centre[0]), y: y.at(centre[1]) }));
  const isSeen = wishes.map(
    (wish) =>
      wish.x >= box.left && wish.x <= box.right && wish.y >= box.top && wish.y <= box.bottom,
  );
  const spots = spreadMarks(
    wishes.filter((_, j) => isSeen[j]),
    NUMBER_SIZE,
    box,
  );
  let next = 0;
  return isSeen.map((seen) => (seen ? spots[next++] : null));
}
