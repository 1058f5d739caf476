import { widest, xAxisThatFits } from "../axes.js";
import { placeLabels } from "../labels.js";
import { layoutLegend } from "../marks/legend.js";
import { lineSample } from "../marks/swatch.js";
import { tagWidth } from "../marks/tag.js";
import { drawable, extent, linearScale } from "../scale.js";
import { binOf, indexOfGreatest, rank } from "../search.js";
import { ghostLook, lookOf } from "../theme.js";
import { ticks } from "../ticks.js";
import { densityTitle, namesCurves } from "./view.js";

/** @typedef {import("./view.js").DensityView} DensityView */
/** @typedef {import("../theme.js").Theme} Theme */
/** @typedef {import("../axes.js").Box} Box */
/** @typedef {import("../axes.js").Ticks} Ticks */
/** @typedef {import("../scale.js").Scale} Scale */
/** @typedef {import("../marks/legend.js").Entry} Entry */
/** @typedef {import("../marks/legend.js").LegendLayout} LegendLayout */

/**
 * @typedef {object} DensityLayout
 * @property {Box} box
 * @property {Scale} x
 * @property {Scale} y
 * @property {Ticks} xTicks
 * @property {Ticks} yTicks
 * @property {number} lineHeight
 * @property {{ x: number, y: number, entries: Entry[], layout: LegendLayout }} legend
 * @property {number} legendRows below the title's own row
 * @property {number} rug height of the rug under the zero line; 0 when there is none
 * @property {{ left: number, foot: number }[]} tags one per component, or none
 */

/** A curve may rise this many times above the tallest bar; what goes higher is cut off. */
const TALLEST = 2.5;
const RUG_HEIGHT = 12;
const TAG_GAP = 4;
const TICK_SPACE = 8;
const ROW_SPACE = 48;

/**
 * How high the density axis reaches, and how high the curves would.
 *
 * @param {Pick<DensityView, "histogram" | "curves">} view
 * @returns {{ top: number, peak: number }}
 */
export function densityTop({ histogram, curves }) {
  const bars = extent(histogram.densities)?.[1] ?? 0;
  const peak = curves ? (extent(curves.mixture)?.[1] ?? 0) : 0;
  const top = bars > 0 ? Math.max(bars, Math.min(peak, TALLEST * bars)) : peak;
  return { top: top > 0 ? top : 1, peak };
}

/**
 * @param {DensityView} view
 * @param {Theme} theme
 * @returns {Entry[]}
 */
export function legendEntries(view, theme) {
  /** @type {Entry[]} */
  const entries = [
    { name: "Data", sample: { kind: "bar", line: theme.barEdge, fill: theme.bar } },
  ];
  if (!view.curves) return entries;
  entries.push({ name: "Mixture", sample: lineSample(theme.mixture, [], 2.5) });
  if (view.ghost) {
    const { line, dash } = ghostLook(theme);
    entries.push({ name: "Start", sample: lineSample(line, dash, 1.5) });
  }
  if (namesCurves(view)) return entries;
  const looks = view.components.map((_, j) => lookOf(theme, j));
  looks.forEach(({ line, dash }, j) => {
    entries.push({ name: view.components[j].name, sample: lineSample(line, dash) });
  });
  return entries;
}

/**
 * The legend shares the title's row when it fits there, else it takes rows of its own below.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {DensityView} view
 * @param {Theme} theme
 * @param {{ width: number, lineHeight: number }} room
 */
function placeLegend(context, view, theme, { width, lineHeight }) {
  context.font = theme.font;
  const entries = legendEntries(view, theme);
  const widths = entries.map(({ name }) => context.measureText(name).width);
  const beside = width - context.measureText(densityTitle(view)).width - 2 * lineHeight;
  const short = layoutLegend(widths, beside);
  if (short.rows <= 1) {
    return { legend: { x: width - short.width, y: 0, entries, layout: short }, legendRows: 0 };
  }
  const layout = layoutLegend(widths, width);
  return { legend: { x: 0, y: lineHeight, entries, layout }, legendRows: layout.rows };
}

/**
 * Where everything goes, in CSS pixels.
 *
 * @param {CanvasRenderingContext2D} context for measuring text
 * @param {DensityView} view
 * @param {Theme} theme
 * @param {{ width: number, height: number }} area
 * @returns {DensityLayout}
 */
export function layoutDensity(context, view, theme, { width, height }) {
  const lineHeight = Math.round(theme.fontSize * 1.5);
  const { legend, legendRows } = placeLegend(context, view, theme, { width, lineHeight });
  const rug = view.points && view.points.length > 0 ? RUG_HEIGHT : 0;
  const top = (1 + legendRows) * lineHeight;
  const bottom = height - 2 * lineHeight - TICK_SPACE - rug;
  const reach = densityTop(view).top;
  const headroom = namesCurves(view) ? lineHeight + TAG_GAP : TAG_GAP;
  const y = linearScale([0, reach], [bottom, top + headroom]);
  const yTicks = ticks([0, reach], Math.max(2, Math.floor((bottom - top) / ROW_SPACE)));
  const left = widest(context, yTicks.labels) + TICK_SPACE;
  const domain = drawable(extent(view.histogram.edges, view.curves?.x ?? []));
  const { x, ticks: xTicks } = xAxisThatFits(context, domain, [left, width - 1], width);
  const box = { left, right: x.end, top, bottom };
  const layout = { box, x, y, xTicks, yTicks, lineHeight, legend, legendRows, rug };
  return { ...layout, tags: placeTags(context, view, theme, layout) };
}

/**
 * Names stand over the peaks of their components, clear of the curves and bars there.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {DensityView} view
 * @param {Theme} theme
 * @param {Pick<DensityLayout, "box" | "x" | "y" | "lineHeight">} layout
 */
function placeTags(context, view, theme, { box, x, y, lineHeight }) {
  const { curves } = view;
  if (!curves || !namesCurves(view)) return [];
  context.font = theme.fontStrong;
  const labels = view.components.map(({ name }, j) => ({
    x: x.at(curves.x[indexOfGreatest(curves.components[j])]),
    width: tagWidth(context.measureText(name).width),
  }));
  return placeLabels(labels, lineHeight, box, (left, right) => {
    return y.at(skyline(view, x.invert(left), x.invert(right))) - TAG_GAP;
  });
}

/**
 * The highest thing drawn between two values.
 *
 * @param {DensityView} view
 * @param {number} from
 * @param {number} to
 */
function skyline({ histogram, curves }, from, to) {
  const { edges, densities } = histogram;
  const firstBin = Math.max(0, binOf(edges, Math.max(from, edges[0])));
  const lastBin = Math.min(densities.length, rank(edges, to));
  const bar = densities[indexOfGreatest(densities, firstBin, lastBin)] ?? 0;
  if (!curves) return bar;
  const at = indexOfGreatest(curves.mixture, rank(curves.x, from), rank(curves.x, to));
  return Math.max(bar, curves.mixture[at] ?? 0);
}
