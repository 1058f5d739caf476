import { ticksThatFit, widest } from "../axes.js";
import { legendBeside } from "../marks/legend.js";
import { linearScale } from "../scale.js";
import { ticks } from "../ticks.js";
import { lookOf } from "../theme.js";
import { binRows } from "./bins.js";

/** @typedef {import("./view.js").BarsScene} BarsScene */
/** @typedef {import("../theme.js").Theme} Theme */

/**
 * @typedef {object} BarsLayout
 * @property {import("../axes.js").Box} box
 * @property {import("../scale.js").Scale} x of places: a bar reaches from its place to the next
 * @property {import("../scale.js").Scale} y
 * @property {import("../axes.js").Ticks} xTicks
 * @property {import("../axes.js").Ticks} yTicks
 * @property {number} lineHeight
 * @property {import("../marks/legend.js").PlacedLegend} legend
 * @property {number} legendRows
 * @property {import("./bins.js").Bins} bins
 */

export const TITLE = "Responsibility";
const ROW_SPACE = 28;
const TICK_SPACE = 8;

/**
 * @param {CanvasRenderingContext2D} context for measuring text
 * @param {BarsScene} scene
 * @param {Theme} theme
 * @param {{ width: number, height: number }} area
 * @returns {BarsLayout}
 */
export function layoutBars(context, scene, theme, { width, height }) {
  const lineHeight = Math.round(theme.fontSize * 1.5);
  const entries = scene.components.map((j) => ({
    name: `Component ${j + 1}`,
    sample: /** @type {import("../marks/swatch.js").Sample} */ ({
      kind: "hatch",
      line: lookOf(theme, j).line,
      fill: theme.halo,
      shape: j,
    }),
  }));
  const room = { width, lineHeight };
  const legend = legendBeside(context, { entries, title: TITLE }, theme, room);
  const top = Math.round((1.5 + legend.ownRows) * lineHeight);
  const bottom = Math.round(height - 2 * lineHeight - TICK_SPACE);
  const yTicks = ticks([0, 1], Math.min(4, Math.floor((bottom - top) / ROW_SPACE)));
  const left = Math.round(widest(context, yTicks.labels) + TICK_SPACE);
  const xTicks = rowTicks(context, scene.n, width - left);
  const right = Math.floor(width - 1 - context.measureText(String(scene.n)).width / 2);
  const box = { left, right, top, bottom };
  const x = linearScale([0, scene.n], [left, right]);
  const y = linearScale([0, 1], [bottom, top]);
  const bins = binRows(scene, right - left);
  return {
    box,
    x,
    y,
    xTicks,
    yTicks,
    lineHeight,
    legend,
    legendRows: legend.ownRows,
    bins,
  };
}

/**
 * Rows are counted from one, and a tick stands in the middle of its row's bar.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {number} n
 * @param {number} length
 */
function rowTicks(context, n, length) {
  const found = ticksThatFit(context, [1, Math.max(n, 2)], length, { whole: true });
  const kept = found.values.map((value, i) => ({ value, label: found.labels[i] }));
  const inside = kept.filter(({ value }) => value <= n);
  return {
    values: inside.map(({ value }) => value - 0.5),
    labels: inside.map(({ label }) => label),
  };
}
