/** Axes as hairlines, ticks and numbers; the numbers choose how many ticks there is room for. */

import { hairline, snap } from "./pixels.js";
import { linearScale } from "./scale.js";
import { ticks } from "./ticks.js";

/** @typedef {import("./scale.js").Scale} Scale */
/** @typedef {import("./theme.js").Theme} Theme */
/** @typedef {{ values: number[], labels: string[] }} Ticks */
/** @typedef {{ left: number, right: number, top: number, bottom: number }} Box */

const LABEL_GAP = 14;
const TICK_LENGTH = 4;

/**
 * The most ticks whose labels stand apart along a line of `length` pixels.
 *
 * @param {CanvasRenderingContext2D} context with the labels' font set
 * @param {readonly [number, number]} domain
 * @param {number} length
 * @param {{ whole?: boolean }} [options]
 * @returns {Ticks}
 */
export function ticksThatFit(context, domain, length, options) {
  for (let count = Math.max(2, Math.floor(length / 60)); count > 1; count -= 1) {
    const found = ticks(domain, count, options);
    const room = length / Math.max(1, found.values.length);
    if (found.labels.length > 0 && widest(context, found.labels) + LABEL_GAP <= room) return found;
  }
  return ticks(domain, 1, options);
}

/**
 * A scale along the foot that leaves room for the right half of its last label.
 *
 * @param {CanvasRenderingContext2D} context with the labels' font set
 * @param {readonly [number, number]} domain
 * @param {readonly [number, number]} range
 * @param {number} width where the drawing ends
 * @param {{ whole?: boolean }} [options]
 * @returns {{ x: Scale, ticks: Ticks }}
 */
export function xAxisThatFits(context, domain, [start, end], width, options) {
  const found = ticksThatFit(context, domain, end - start, options);
  const x = linearScale(domain, [start, end]);
  const last = found.values.length - 1;
  if (last < 0) return { x, ticks: found };
  const half = context.measureText(found.labels[last]).width / 2;
  const overhang = Math.max(0, Math.ceil(x.at(found.values[last]) + half - width));
  return { x: linearScale(domain, [start, end - overhang]), ticks: found };
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {readonly string[]} labels
 */
export function widest(context, labels) {
  return labels.reduce((most, label) => Math.max(most, context.measureText(label).width), 0);
}

/**
 * Numbers up the left side, with a faint line across the plot at each.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {{ y: Scale, box: Box, ratio: number }} place
 * @param {Ticks} marks
 * @param {Theme} theme
 */
export function drawYAxis(context, { y, box, ratio }, marks, theme) {
  const thin = hairline(ratio);
  context.font = theme.font;
  context.textAlign = "right";
  context.textBaseline = "middle";
  marks.values.forEach((value, i) => {
    const pixel = snap(y.at(value), ratio);
    context.fillStyle = theme.grid;
    context.fillRect(box.left, pixel - thin, box.right - box.left, thin);
    context.fillStyle = theme.inkSoft;
    context.fillText(marks.labels[i], box.left - 8, pixel);
  });
}

/**
 * A faint upright line across the plot at each number along the foot.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {{ x: Scale, box: Box, ratio: number }} place
 * @param {Ticks} marks
 * @param {Theme} theme
 */
export function drawColumns(context, { x, box, ratio }, marks, theme) {
  const thin = hairline(ratio);
  context.fillStyle = theme.grid;
  for (const value of marks.values) {
    context.fillRect(snap(x.at(value), ratio) - thin / 2, box.top, thin, box.bottom - box.top);
  }
}

/**
 * A line along the foot, with a short tick and a number at each value.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {{ x: Scale, box: Box, ratio: number, foot?: number }} place foot: where the ticks begin
 * @param {Ticks} marks
 * @param {Theme} theme
 */
export function drawXAxis(context, { x, box, ratio, foot = box.bottom }, marks, theme) {
  const thin = hairline(ratio);
  context.font = theme.font;
  context.textAlign = "center";
  context.textBaseline = "top";
  context.fillStyle = theme.axis;
  context.fillRect(box.left, snap(foot, ratio), box.right - box.left, thin);
  marks.values.forEach((value, i) => {
    const pixel = snap(x.at(value), ratio);
    context.fillStyle = theme.axis;
    context.fillRect(pixel - thin / 2, snap(foot, ratio), thin, TICK_LENGTH);
    context.fillStyle = theme.inkSoft;
    context.fillText(marks.labels[i], pixel, foot + TICK_LENGTH + 4);
  });
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} title
 * @param {{ x: number, y: number, align: CanvasTextAlign }} place y: the middle of the line
 * @param {Theme} theme
 */
export function drawAxisTitle(context, title, { x, y, align }, theme) {
  context.font = theme.font;
  context.fillStyle = theme.inkSoft;
  context.textAlign = align;
  context.textBaseline = "middle";
  context.fillText(title, x, y);
}
