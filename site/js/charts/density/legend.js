import { layoutLegend } from "../marks/legend.js";
import { lineSample } from "../marks/swatch.js";
import { ghostLook, lookOf } from "../theme.js";
import { densityTitle, namesCurves } from "./view.js";

/** @typedef {import("./view.js").DensityView} DensityView */
/** @typedef {import("../theme.js").Theme} Theme */
/** @typedef {import("../marks/legend.js").Entry} Entry */
/** @typedef {import("../marks/legend.js").LegendLayout} LegendLayout */

/**
 * @param {DensityView} view
 * @param {Theme} theme
 * @param {number} width
 * @returns {Entry[]}
 */
function legendEntries(view, theme, width) {
  /** @type {Entry[]} */
  const entries = [{ name: "Data", sample: { kind: "bar", line: theme.barEdge, fill: theme.bar } }];
  if (!view.curves) return entries;
  entries.push({ name: "Mixture", sample: lineSample(theme.mixture, [], 2.5) });
  if (view.ghost) {
    const { line, dash } = ghostLook(theme);
    entries.push({ name: "Start", sample: lineSample(line, dash, 1.5) });
  }
  if (namesCurves(view, width)) return entries;
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
 * @returns {{ x: number, y: number, entries: Entry[], layout: LegendLayout, ownRows: number }}
 */
export function placeLegend(context, view, theme, { width, lineHeight }) {
  context.font = theme.font;
  const entries = legendEntries(view, theme, width);
  const widths = entries.map(({ name }) => context.measureText(name).width);
  const beside = width - context.measureText(densityTitle(view)).width - 2 * lineHeight;
  const short = layoutLegend(widths, beside);
  if (short.rows <= 1) {
    return { x: width - short.width, y: 0, entries, layout: short, ownRows: 0 };
  }
  const layout = layoutLegend(widths, width);
  return { x: 0, y: lineHeight, entries, layout, ownRows: layout.rows };
}
