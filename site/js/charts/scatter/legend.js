import { legendBeside } from "../marks/legend.js";
import { lineSample } from "../marks/swatch.js";
import { numberOf } from "../numbered.js";
import { ghostLook, lookOf } from "../theme.js";
import { axisTitle } from "./view.js";

/** @typedef {import("./view.js").ScatterView} ScatterView */
/** @typedef {import("../theme.js").Theme} Theme */
/** @typedef {import("../marks/legend.js").Entry} Entry */

const MOST_NAMED = 6;

/**
 * @param {ScatterView} view
 * @param {Theme} theme
 * @returns {Entry[]}
 */
function scatterEntries(view, theme) {
  const entries = [...componentEntries(view, theme), ...labelEntries(view, theme)];
  if (view.ghost && !view.grips) {
    const { line, dash } = ghostLook(theme);
    entries.push({ name: "Start", sample: lineSample(line, dash, 1.5) });
  }
  if (view.density) entries.push({ name: "Density", sample: lineSample(theme.barEdge, [], 1) });
  return entries;
}

/**
 * Many components are named by the numbers at their centres alone.
 *
 * @param {ScatterView} view
 * @param {Theme} theme
 * @returns {Entry[]}
 */
function componentEntries({ components }, theme) {
  const areNumbered = components.every(({ centre }) => Number.isFinite(centre[0]));
  if (components.length > MOST_NAMED && areNumbered) {
    const name = `Components 1 to ${numberOf(components, components.length - 1) + 1}, by number`;
    return [{ name, sample: lineSample(theme.ink) }];
  }
  return components.map(({ name }, j) => {
    const { line, dash } = lookOf(theme, numberOf(components, j));
    return { name, sample: lineSample(line, dash) };
  });
}

/**
 * The labels are told where a marker's shape or colour says them.
 *
 * @param {Pick<ScatterView, "labels" | "shapes" | "colouring">} view
 * @param {Theme} theme
 * @returns {Entry[]}
 */
export function labelEntries({ labels, shapes = false, colouring }, theme) {
  if (!labels || !(shapes || colouring === "label")) return [];
  return labels.values.map((name, code) => ({
    name,
    sample: {
      kind: "marker",
      line: colouring === "label" ? lookOf(theme, code).line : theme.inkSoft,
      shape: shapes ? code : 0,
    },
  }));
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {ScatterView} view
 * @param {Theme} theme
 * @param {{ width: number, lineHeight: number }} room
 */
export function placeScatterLegend(context, view, theme, room) {
  const words = { entries: scatterEntries(view, theme), title: axisTitle(view.axes[1]) };
  return legendBeside(context, words, theme, room);
}
