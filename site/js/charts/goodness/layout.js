import { widest, xAxisThatFits } from "../axes.js";
import { legendBeside } from "../marks/legend.js";
import { lineSample } from "../marks/swatch.js";
import { drawable, extent, linearScale } from "../scale.js";
import { firstThatFits } from "../shortened.js";
import { lookOf } from "../theme.js";
import { ticks } from "../ticks.js";

/** @typedef {import("./view.js").FitView} FitView */
/** @typedef {import("../theme.js").Theme} Theme */

/**
 * @typedef {object} FitLayout
 * @property {import("../axes.js").Box} box
 * @property {import("../scale.js").Scale} x
 * @property {import("../scale.js").Scale} y
 * @property {import("../axes.js").Ticks} xTicks
 * @property {import("../axes.js").Ticks} yTicks
 * @property {number} lineHeight
 * @property {import("../marks/legend.js").PlacedLegend} legend
 * @property {number} legendRows
 * @property {string} xTitle as much as there is room for
 * @property {string} yTitle
 */

const TICK_SPACE = 8;
const ROW_SPACE = 44;
const INSET = 6;
const MARGIN = 0.03;

/**
 * @param {CanvasRenderingContext2D} context for measuring text
 * @param {FitView} view
 * @param {Theme} theme
 * @param {{ width: number, height: number }} area
 * @returns {FitLayout}
 */
export function layoutFit(context, view, theme, { width, height }) {
  context.font = theme.font;
  const lineHeight = Math.round(theme.fontSize * 1.5);
  const yTitle = firstThatFits(context, [view.yName], width);
  const words = { entries: partEntries(view, theme), title: yTitle };
  const legend = legendBeside(context, words, theme, { width, lineHeight });
  const top = Math.round((1.75 + legend.ownRows) * lineHeight);
  const bottom = Math.round(height - 2 * lineHeight - TICK_SPACE);
  const across = drawable(extent(view.x), MARGIN);
  const up = drawable(extent(view.x, view.y, view.lower ?? [], view.upper ?? []), MARGIN);
  const yTicks = ticks(up, Math.max(2, Math.floor((bottom - top) / ROW_SPACE)));
  const left = Math.round(widest(context, yTicks.labels) + TICK_SPACE);
  const fitted = xAxisThatFits(context, across, [left + INSET, width - 1 - INSET], width);
  const { x, ticks: xTicks } = fitted;
  const box = { left, right: x.end + INSET, top, bottom };
  return {
    box,
    x,
    y: linearScale(up, [bottom, top]),
    xTicks,
    yTicks,
    lineHeight,
    xTitle: firstThatFits(context, [view.xName], width - left),
    yTitle,
    legend,
    legendRows: legend.ownRows,
  };
}

/**
 * @param {FitView} view
 * @param {Theme} theme
 * @returns {import("../marks/legend.js").Entry[]}
 */
function partEntries({ parts }, theme) {
  return (parts ?? []).map(({ component }) => {
    const { line, dash } = lookOf(theme, component);
    return { name: `Component ${component + 1}`, sample: lineSample(line, dash, 1.5) };
  });
}
