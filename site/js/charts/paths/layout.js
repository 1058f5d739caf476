import { widest, xAxisThatFits } from "../axes.js";
import { decimate } from "../decimate.js";
import { legendBeside } from "../marks/legend.js";
import { fixed } from "../numerals.js";
import { drawable, linearScale } from "../scale.js";
import { spreadApart } from "../spread.js";
import { ticks } from "../ticks.js";
import { pathEntries } from "./looks.js";

/** @typedef {import("./scene.js").PathsScene} PathsScene */
/** @typedef {import("../theme.js").Theme} Theme */
/** @typedef {import("../scale.js").Scale} Scale */

/**
 * @typedef {object} PathsLayout
 * @property {import("../axes.js").Box} box
 * @property {Scale} x
 * @property {Scale} y
 * @property {import("../axes.js").Ticks} xTicks
 * @property {import("../axes.js").Ticks} yTicks
 * @property {number} lineHeight
 * @property {import("../marks/legend.js").PlacedLegend} legend
 * @property {number} legendRows
 * @property {Uint32Array[]} kept the places drawn of each run
 * @property {{ value: number, text: string, y: number }[]} names of the maxima
 */

export const TITLE = "Log-likelihood";
export const NAME_GAP = 14;
const TICK_SPACE = 8;
const ROW_SPACE = 40;
const INSET = 8;
const MARGIN = 0.06;
/** Narrower charts name no maxima: the numbers are read at the cursor. */
const WIDE = 480;

/**
 * @param {CanvasRenderingContext2D} context for measuring text
 * @param {PathsScene} scene
 * @param {Theme} theme
 * @param {{ width: number, height: number }} area
 * @returns {PathsLayout}
 */
export function layoutPaths(context, scene, theme, { width, height }) {
  const lineHeight = Math.round(theme.fontSize * 1.5);
  const words = { entries: pathEntries(scene, theme), title: TITLE };
  const legend = legendBeside(context, words, theme, { width, lineHeight });
  const top = Math.round((1.5 + legend.ownRows) * lineHeight);
  const bottom = Math.round(height - 2 * lineHeight - TICK_SPACE);
  const reach = drawable(scene.reach, MARGIN);
  const yTicks = ticks(reach, Math.max(2, Math.floor((bottom - top) / ROW_SPACE)));
  const y = linearScale(reach, [bottom, top]);
  const names = width < WIDE ? [] : placeNames(scene, y, [top, bottom], lineHeight);
  const room = names.length > 0 ? NAME_GAP + Math.ceil(widest(context, texts(names))) : 0;
  const left = Math.round(widest(context, yTicks.labels) + TICK_SPACE);
  /** @type {[number, number]} */
  const range = [left + INSET, width - room - 1 - INSET];
  const fitted = xAxisThatFits(context, [0, furthest(scene)], range, width - room, { whole: true });
  const { x, ticks: xTicks } = fitted;
  const box = { left, right: x.end + INSET, top, bottom };
  const kept = scene.runs.map(({ logLikelihood }) => decimate(logLikelihood, 0, x.end - x.start));
  const axes = { box, x, y, xTicks, yTicks, lineHeight };
  return { ...axes, legend, legendRows: legend.ownRows, kept, names };
}

/** @param {PathsScene} scene */
function furthest({ xs }) {
  return Math.max(1, ...xs.map((places) => places[places.length - 1] ?? 0));
}

/** @param {readonly { text: string }[]} names */
function texts(names) {
  return names.map(({ text }) => text);
}

/**
 * The highest maxima are named, as many as there is room for.
 *
 * @param {PathsScene} scene
 * @param {Scale} y
 * @param {readonly [number, number]} bounds
 * @param {number} pitch
 */
function placeNames({ runs, peaks, reach }, y, bounds, pitch) {
  const isSearch = runs.every(({ name }) => !name);
  const room = Math.floor((bounds[1] - bounds[0]) / pitch);
  const named = peaks.filter(({ value }) => reach && value >= reach[0]).slice(0, room);
  const decimals = decimalsApart(named.map(({ value }) => value));
  const places = spreadApart(
    named.map(({ value }) => y.at(value)),
    pitch,
    bounds,
  );
  return named.map(({ value, times }, i) => ({
    value,
    y: places[i],
    text:
      fixed(value, decimals) + (isSearch ? ` (${times === 1 ? "1 run" : `${times} runs`})` : ""),
  }));
}

/**
 * As many decimals as tell maxima apart, two at least.
 *
 * @param {readonly number[]} values from the highest down
 */
function decimalsApart(values) {
  const gaps = values.slice(1).map((value, i) => values[i] - value);
  const least = Math.min(1, ...gaps.filter((gap) => gap > 0));
  return Math.min(6, Math.max(2, Math.ceil(-Math.log10(least))));
}
