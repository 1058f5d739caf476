import { lightOf, mixedColour } from "../colour.js";
import { numberOf } from "../numbered.js";
import { lookOf } from "../theme.js";

/** @typedef {import("./view.js").DensityView} DensityView */
/** @typedef {import("../theme.js").Theme} Theme */

/**
 * @typedef {object} Extras
 * @property {ArrayLike<number>} places the values that can be read
 * @property {readonly string[]} rugColours one per point
 *
 * @typedef {DensityView & Extras} DensityScene
 */

/**
 * @param {DensityView} view
 * @param {Theme} theme
 * @returns {DensityScene}
 */
export function prepareDensity(view, theme) {
  return { ...view, places: readingPlaces(view), rugColours: rugColours(view, theme) };
}

/**
 * The curves' grid, or the middles of the bins before there are curves.
 *
 * @param {DensityView} view
 * @returns {ArrayLike<number>}
 */
function readingPlaces({ curves, histogram }) {
  if (curves) return curves.x;
  const { edges, counts } = histogram;
  return Array.from(counts, (_, i) => edges[i] + (edges[i + 1] - edges[i]) / 2);
}

/**
 * One colour per point: its components' colours mixed by its responsibilities.
 *
 * @param {DensityView} view
 * @param {Theme} theme
 * @returns {string[]}
 */
function rugColours({ points, responsibilities, components }, theme) {
  if (!points) return [];
  const known = responsibilities?.length === points.length * components.length;
  if (!responsibilities || !known) return Array.from(points, () => theme.inkSoft);
  const lights = components.map((_, j) => lightOf(lookOf(theme, numberOf(components, j)).line));
  return Array.from(points, (_, i) => mixedColour(lights, responsibilities, i));
}
