import { resolved, significant } from "../numerals.js";

/** @typedef {import("../parts/readout.js").Reading} Reading */

const DECIMALS_AT_LEAST = 1e-4;
/** Digits beyond this share of a sum are noise. */
const ROUNDING = 1e-12;

/**
 * @param {import("./view.js").LikelihoodView} view
 * @param {number} iteration
 * @returns {Reading[]}
 */
export function likelihoodReadings({ logLikelihood }, iteration) {
  const value = logLikelihood[iteration];
  const gain = iteration > 0 ? value - logLikelihood[iteration - 1] : NaN;
  const known = Number.isFinite(gain) && gain !== 0;
  const finest = Math.max(Math.abs(gain) / 10, ROUNDING * Math.abs(value));
  const resolution = known ? Math.min(DECIMALS_AT_LEAST, finest) : DECIMALS_AT_LEAST;
  const said = iteration === 0 ? "the start" : `gain ${significant(gain, 2)}`;
  const name = `iteration ${iteration}:`;
  return [{ name, value: resolved(value, resolution), aside: said }];
}
