import { legendBeside } from "../marks/legend.js";
import { lineSample } from "../marks/swatch.js";
import { numberOf } from "../numbered.js";
import { ghostLook, lookOf } from "../theme.js";
import { densityTitle, namesCurves } from "./view.js";

/** @typedef {import("./view.js").DensityView} DensityView */
/** @typedef {import("../theme.js").Theme} Theme */
/** @typedef {import("../marks/legend.js").Entry} Entry */

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
  const looks = view.components.map((_, j) => lookOf(theme, numberOf(view.components, j)));
  looks.forEach(({ line, dash }, j) => {
    entries.push({ name: view.components[j].name, sample: lineSample(line, dash) });
  });
  return entries;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {DensityView} view
 * @param {Theme} theme
 * @param {{ width: number, lineHeight: number }} room
 */
export function placeLegend(context, view, theme, room) {
  const entries = legendEntries(view, theme, room.width);
  return legendBeside(context, { entries, title: densityTitle(view) }, theme, room);
}
