import { resolved } from "../numerals.js";
import { endOf } from "./view.js";

/** @typedef {import("../parts/readout.js").Reading} Reading */

const DECIMALS = 1e-4;

/**
 * @param {import("./scene.js").PathsScene} scene
 * @param {number} place
 * @returns {Reading[]}
 */
export function pathReadings({ runs, along, xs }, place) {
  const own = runs[place];
  const spent = xs[place][xs[place].length - 1];
  const unit = along === "E-steps" ? "E-step" : "iteration";
  const after = `after ${spent} ${unit}${spent === 1 ? "" : "s"}`;
  const same = runs.filter(
    ({ maximum = null }) => maximum !== null && maximum === own.maximum,
  ).length;
  const others = same > 1 ? `, found by ${same} runs` : "";
  const fate = own.setAside ? `, set aside as ${own.setAside}` : "";
  const name = own.name ?? `run ${own.run}`;
  return [
    { name: `${name}:`, value: resolved(endOf(own), DECIMALS), aside: after + others + fate },
  ];
}
