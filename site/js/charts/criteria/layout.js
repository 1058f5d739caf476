import { structureName } from "../../lib/structure.js";
import { widest } from "../axes.js";
import { drawable, linearScale } from "../scale.js";
import { spreadApart } from "../spread.js";
import { ticks } from "../ticks.js";

/** @typedef {import("./scene.js").CriteriaScene} CriteriaScene */
/** @typedef {import("../theme.js").Theme} Theme */

/**
 * @typedef {object} CriteriaLayout
 * @property {import("../axes.js").Box} box
 * @property {import("../scale.js").Scale} x
 * @property {import("../scale.js").Scale} y
 * @property {import("../axes.js").Ticks} xTicks
 * @property {import("../axes.js").Ticks} yTicks
 * @property {number} lineHeight
 * @property {{ x: number, y: number, name: number }[]} ends of each line, and where its name stands
 */

const TICK_SPACE = 8;
const ROW_SPACE = 40;
const INSET = 14;
const MARGIN = 0.06;
/** For the word beside the best. */
const BEST_ROOM = 20;
/** Between where a line ends and its name. */
export const NAME_GAP = 22;

/**
 * @param {CanvasRenderingContext2D} context for measuring text
 * @param {CriteriaScene} scene
 * @param {Theme} theme
 * @param {{ width: number, height: number }} area
 * @returns {CriteriaLayout}
 */
export function layoutCriteria(context, scene, theme, { width, height }) {
  const { components, lines } = scene;
  const lineHeight = Math.round(theme.fontSize * 1.5);
  const names = lines.map(({ covariance }) => structureName(covariance));
  context.font = theme.fontStrong;
  const nameRoom = NAME_GAP + Math.ceil(widest(context, names));
  context.font = theme.font;
  const top = Math.round(1.75 * lineHeight);
  const bottom = Math.round(height - 2 * lineHeight - TICK_SPACE);
  const reach = drawable(scene.reach, MARGIN);
  const yTicks = ticks(reach, Math.max(2, Math.floor((bottom - top) / ROW_SPACE)));
  const left = Math.round(widest(context, yTicks.labels) + TICK_SPACE);
  const box = { left, right: width - nameRoom, top, bottom };
  const domain = drawable([components[0], components[components.length - 1]]);
  const x = linearScale(domain, [left + INSET, box.right - INSET]);
  const isLow = scene.criterion.better === "low";
  const y = linearScale(reach, [bottom - (isLow ? BEST_ROOM : 0), top + (isLow ? 0 : BEST_ROOM)]);
  const xTicks = { values: [...components], labels: components.map(String) };
  const ends = placeNames(scene, { x, y }, box, lineHeight);
  return { box, x, y, xTicks, yTicks, lineHeight, ends };
}

/**
 * @param {CriteriaScene} scene
 * @param {{ x: import("../scale.js").Scale, y: import("../scale.js").Scale }} scales
 * @param {import("../axes.js").Box} box
 * @param {number} gap
 */
function placeNames({ components, lines }, { x, y }, box, gap) {
  const ends = lines.map(({ values }) => {
    const last = values.findLastIndex(Number.isFinite);
    if (last < 0) return { x: box.right, y: box.bottom };
    const pixel = Math.min(Math.max(y.at(values[last]), box.top), box.bottom);
    return { x: x.at(components[last]), y: pixel };
  });
  const wishes = ends.map((end) => end.y);
  const names = spreadApart(wishes, gap, [box.top, box.bottom - gap / 2]);
  return ends.map((end, i) => ({ ...end, name: names[i] }));
}
