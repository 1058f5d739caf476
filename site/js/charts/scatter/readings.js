import { fixed, resolved } from "../numerals.js";
import { numberOf } from "../numbered.js";
import { pointOf, rowNumber } from "./view.js";

/** @typedef {import("./scene.js").ScatterScene} ScatterScene */
/** @typedef {import("../parts/readout.js").Reading} Reading */
/** @typedef {{ name: string } & import("../numbered.js").Numbered} Named */

/** Beyond this many components only those that matter to the row are read out. */
const READ_ALL = 4;
const MATTERS = 0.001;

/**
 * @param {ScatterScene} scene
 * @param {number} place among the rows drawn
 * @returns {Reading[]}
 */
export function scatterReadings(scene, place) {
  const row = scene.rows[place];
  const point = pointOf(scene, row);
  const values = scene.axes.map(({ name, unit }, i) => {
    const [low, high] = scene.spans[i];
    const value = resolved(point[i], (high - low) / 1000);
    return { name, value: unit ? `${value} ${unit}` : value };
  });
  return [
    { name: "row", value: String(rowNumber(scene, row)) },
    ...values,
    ...labelReading(scene, row),
    ...shareReadings(scene, row),
  ];
}

/**
 * @param {Pick<ScatterScene, "labels">} scene
 * @param {number} row
 * @returns {Reading[]}
 */
export function labelReading({ labels }, row) {
  if (!labels) return [];
  return [{ name: labels.name, value: labels.values[labels.codes[row]] ?? "not stated" }];
}

/**
 * @param {Pick<ScatterScene, "responsibilities" | "k"> & { components: readonly Named[] }} scene
 * @param {number} row
 * @returns {Reading[]}
 */
export function shareReadings({ responsibilities, k, components }, row) {
  if (!responsibilities) return [];
  return components.flatMap(({ name }, j) => {
    const share = responsibilities[row * k + j];
    if (k > READ_ALL && !(share >= MATTERS)) return [];
    return [
      { name, value: fixed(share, 3), colour: `--component-${(numberOf(components, j) % 8) + 1}` },
    ];
  });
}
