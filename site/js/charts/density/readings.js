import { numberOf } from "../numbered.js";
import { fixed, resolved, rounded, significant } from "../numerals.js";
import { binOf } from "../search.js";

/** @typedef {import("./view.js").DensityView} DensityView */
/** @typedef {import("../parts/readout.js").Reading} Reading */

/** Beyond this many components only those that matter at the place are read out. */
const READ_ALL = 4;
const MATTERS = 0.001;

/**
 * What the chart says at one value.
 *
 * @param {import("./scene.js").DensityScene} scene
 * @param {number} place
 * @returns {Reading[]}
 */
export function densityReadings(scene, place) {
  const { places, name, unit: measure } = scene;
  const x = places[place];
  const span = places[places.length - 1] - places[0];
  const value = resolved(x, span / 1000);
  const unit = measure ? ` ${measure}` : "";
  return [{ name, value: `${value}${unit}` }, binReading(scene, x), ...curveReadings(scene, place)];
}

/**
 * @param {DensityView} view
 * @param {number} x
 * @returns {Reading}
 */
function binReading({ histogram }, x) {
  const bin = binOf(histogram.edges, x);
  if (bin < 0) return { name: "count", value: "0", aside: "outside the data" };
  const from = histogram.edges[bin];
  const to = histogram.edges[bin + 1];
  const resolution = (to - from) / 100;
  const between = `${rounded(from, resolution)} to ${rounded(to, resolution)}`;
  return { name: "count", value: String(histogram.counts[bin]), aside: between };
}

/**
 * @param {DensityView} view
 * @param {number} place
 * @returns {Reading[]}
 */
function curveReadings({ curves, components }, place) {
  if (!curves) return [];
  const mixture = curves.mixture[place];
  /** @type {Reading[]} */
  const readings = [{ name: "mixture", value: significant(mixture, 3) }];
  components.forEach(({ name }, j) => {
    const density = curves.components[j][place];
    const share = curves.responsibilities?.[j][place];
    const matters = share === undefined ? density >= MATTERS * mixture : share >= MATTERS;
    if (components.length > READ_ALL && !matters) return;
    readings.push({
      name,
      value: significant(density, 3),
      colour: `--component-${(numberOf(components, j) % 8) + 1}`,
      ...(share === undefined ? {} : responsibility(share)),
    });
  });
  return readings;
}

/** @param {number} share */
function responsibility(share) {
  const value = fixed(share, 3);
  return { aside: `r = ${value}`, spokenAside: `responsibility ${value}` };
}
