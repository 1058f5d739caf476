import { widest, xAxisThatFits } from "../axes.js";
import { decimate } from "../decimate.js";
import { drawable, extent, linearScale } from "../scale.js";
import { firstThatFits } from "../shortened.js";
import { spreadApart } from "../spread.js";
import { ticks } from "../ticks.js";

/** @typedef {import("./scene.js").TraceScene} TraceScene */
/** @typedef {import("./scene.js").Trace} Trace */
/** @typedef {import("../theme.js").Theme} Theme */

/**
 * @typedef {object} Panel
 * @property {Trace} trace
 * @property {string} title
 * @property {number} left of its title
 * @property {import("../axes.js").Box} box
 * @property {import("../scale.js").Scale} x
 * @property {import("../scale.js").Scale} y
 * @property {import("../axes.js").Ticks} xTicks
 * @property {import("../axes.js").Ticks} yTicks
 * @property {Uint32Array[]} kept the places drawn of each series
 * @property {number[]} ends where each line ends
 * @property {number[]} names where each component's number stands
 *
 * @typedef {{ panels: Panel[], lineHeight: number }} TraceLayout
 */

/** Narrower charts stack their panels. */
const WIDE = 620;
const GAP = 28;
const TICK_SPACE = 8;
const ROW_SPACE = 40;
const INSET = 6;
const MARGIN = 0.06;
const PLOT_HEIGHT = 120;
/** From one component's number to the next. */
const NAME_PITCH = 15;
/** Between where a line ends and its number. */
export const NAME_GAP = 14;

/** @param {Theme} theme */
function lineHeightOf({ fontSize }) {
  return Math.round(fontSize * 1.5);
}

/**
 * As high as the panels need it, so that every component's number has room.
 *
 * @param {TraceScene} scene
 * @param {number} width
 * @param {Theme} theme
 */
export function traceHeight({ k, traces }, width, theme) {
  const plot = Math.max(PLOT_HEIGHT + (width >= WIDE ? 40 : 0), k * NAME_PITCH + 8);
  const panel = plot + 3.5 * lineHeightOf(theme) + TICK_SPACE;
  return width >= WIDE ? panel : traces.length * panel;
}

/**
 * @param {CanvasRenderingContext2D} context for measuring text
 * @param {TraceScene} scene
 * @param {Theme} theme
 * @param {{ width: number, height: number }} area
 * @returns {TraceLayout}
 */
export function layoutTraces(context, scene, theme, { width, height }) {
  context.font = theme.fontStrong;
  const nameWidth = Math.ceil(context.measureText(String(scene.k)).width);
  context.font = theme.font;
  const lineHeight = lineHeightOf(theme);
  const n = scene.traces.length;
  const isWide = width >= WIDE;
  const size = isWide
    ? { width: (width - (n - 1) * GAP) / n, height }
    : { width, height: height / n };
  const panels = scene.traces.map((trace, i) => {
    const corner = isWide ? { x: i * (size.width + GAP), y: 0 } : { x: 0, y: i * size.height };
    const last = Math.max(1, scene.iterations[scene.iterations.length - 1]);
    const place = { ...corner, ...size, lineHeight, nameWidth, last };
    const title = firstThatFits(context, trace.titles, size.width);
    return { ...layoutPanel(context, trace, place), title };
  });
  return { panels, lineHeight };
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Trace} trace
 * @param {{ x: number, y: number, width: number, height: number, lineHeight: number,
 *   nameWidth: number, last: number }} room
 *   last: the last iteration
 * @returns {Omit<Panel, "title">}
 */
function layoutPanel(context, trace, room) {
  const { series } = trace;
  const last = series[0].length - 1;
  const top = Math.round(room.y + 1.5 * room.lineHeight);
  const bottom = Math.round(room.y + room.height - 2 * room.lineHeight - TICK_SPACE);
  const reach = drawable(extent(...series), MARGIN);
  const yTicks = ticks(reach, Math.max(2, Math.floor((bottom - top) / ROW_SPACE)));
  const left = Math.round(room.x + widest(context, yTicks.labels) + TICK_SPACE);
  const right = room.x + room.width - NAME_GAP - room.nameWidth;
  const fitted = xAxisThatFits(
    context,
    [0, room.last],
    [left + INSET, right - INSET],
    room.x + room.width,
    { whole: true },
  );
  const box = { left, right, top, bottom };
  const y = linearScale(reach, [bottom, top]);
  const x = linearScale([fitted.x.from, fitted.x.to], [left + INSET, right - INSET]);
  const kept = series.map((values) => decimate(values, 0, x.end - x.start));
  const ends = series.map((values) =>
    Number.isFinite(values[last]) ? y.at(values[last]) : bottom,
  );
  const names = spreadApart(ends, NAME_PITCH, [top, bottom]);
  return { trace, left: room.x, box, x, y, xTicks: fitted.ticks, yTicks, kept, ends, names };
}

/**
 * The panel nearest to a pixel.
 *
 * @param {TraceLayout} layout
 * @param {import("../parts/cursor.js").Point} point
 */
export function panelAt({ panels }, { x, y }) {
  const distances = panels.map(({ box }) => {
    const across = Math.max(box.left - x, 0, x - box.right);
    const down = Math.max(box.top - y, 0, y - box.bottom);
    return Math.hypot(across, down);
  });
  return panels[distances.indexOf(Math.min(...distances))];
}
