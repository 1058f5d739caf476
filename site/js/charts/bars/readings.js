import { fixed, plain } from "../numerals.js";
import { rowNumber } from "./view.js";

/** @typedef {import("../parts/readout.js").Reading} Reading */

/** Of more components only those that matter are read out. */
const READ_ALL = 4;
const MATTERS = 0.001;

/**
 * @param {import("./view.js").BarsScene} scene
 * @param {number} place
 * @returns {Reading[]}
 */
export function barReadings(scene, place) {
  const { k, components, responsibilities, values, valueName } = scene;
  const row = scene.rowAt(place);
  const shares = responsibilities.subarray(row * k, (row + 1) * k);
  const parts = Array.from(shares, (share, j) => ({
    name: `Component ${components[j] + 1}`,
    value: fixed(share, 3),
    colour: `--component-${(components[j] % 8) + 1}`,
  })).filter((_, j) => k <= READ_ALL || shares[j] >= MATTERS);
  const aside = values ? { aside: `${valueName ?? "x"} = ${plain(values[row], 6)}` } : {};
  return [{ name: "row", value: String(rowNumber(scene, row)), ...aside }, ...parts];
}
