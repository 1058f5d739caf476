import { significant } from "../numerals.js";

/** @typedef {import("../parts/readout.js").Reading} Reading */

/** Of more components only the means are read out. */
const READ_ALL = 4;

/**
 * @param {import("./scene.js").TraceScene} scene
 * @param {number} place
 * @returns {Reading[]}
 */
export function traceReadings({ iterations, k, columns, column, traces }, place) {
  const [weights, means, spreads] = traces.map(({ series }) => series);
  const of = columns.length > 1 ? `, ${columns[column]}` : "";
  /** @type {Reading[]} */
  const components = means.map((series, j) => ({
    name: `Component ${j + 1}`,
    value: significant(series[place], 5),
    colour: `--component-${(j % 8) + 1}`,
    ...(k > READ_ALL ? {} : beside(weights[j][place], spreads[j][place])),
  }));
  return [{ name: `iteration ${iterations[place]}${of}:`, value: "means" }, ...components];
}

/**
 * @param {number} weight
 * @param {number} spread
 */
function beside(weight, spread) {
  const [w, sd] = [significant(weight, 4), significant(spread, 4)];
  return {
    aside: `weight ${w}, SD ${sd}`,
    spokenAside: `weight ${w}, standard deviation ${sd}`,
  };
}
