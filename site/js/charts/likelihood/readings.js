import { resolved, significant } from "../numerals.js";

/** @typedef {import("../parts/readout.js").Reading} Reading */

const DECIMALS_AT_LEAST = 1e-4;

/**
 * @param {import("./view.js").LikelihoodView} view
 * @param {number} iteration
 * @returns {Reading[]}
 */
export function likelihoodReadings({ logLikelihood }, iteration) {
  const value = logLikelihood[iteration];
  const gain = iteration > 0 ? value - logLikelihood[iteration - 1] : NaN;
  const known = Number.isFinite(gain) && gain !== 0;
  const resolution = known ? Math.min(DECIMALS_AT_LEAST, Math.abs(gain) / 10) : DECIMALS_AT_LEAST;
  const said = iteration === 0 ? "the start" : `gain ${significant(gain, 2)}`;
  const name = `iteration ${iteration}:`;
  return [{ name, value: resolved(value, resolution), aside: said }];
}
