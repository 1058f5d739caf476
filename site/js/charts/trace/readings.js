import { significant } from "../numerals.js";

/** @typedef {import("../parts/readout.js").Reading} Reading */

/** Of more components only the means are read out. */
const READ_ALL = 4;

/**
 * @param {import("./scene.js").TraceScene} scene
 * @param {number} iteration
 * @returns {Reading[]}
 */
export function traceReadings({ k, columns, column, traces }, iteration) {
  const [weights, means, spreads] = traces.map(({ series }) => series);
  const of = columns.length > 1 ? `, ${columns[column]}` : "";
  /** @type {Reading[]} */
  const components = means.map((series, j) => ({
    name: `Component ${j + 1}`,
    value: significant(series[iteration], 5),
    colour: `--component-${(j % 8) + 1}`,
    ...(k > READ_ALL ? {} : beside(weights[j][iteration], spreads[j][iteration])),
  }));
  return [{ name: `iteration ${iteration}${of}:`, value: "means" }, ...components];
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
