import { structureName } from "../../lib/structure.js";
import { resolved, significant } from "../numerals.js";

/** @typedef {import("../parts/readout.js").Reading} Reading */

const DECIMALS = 0.001;

/**
 * @param {import("./scene.js").CriteriaScene} scene
 * @param {number} place
 * @returns {Reading[]}
 */
export function criteriaReadings({ criterion, results, best }, place) {
  const { components, covariance, value } = results[place];
  const noun = components === 1 ? "component" : "components";
  const away = best < 0 ? NaN : Math.abs(value - results[best].value);
  const aside = place === best ? "the best" : `${significant(away, 4)} from the best`;
  return [
    { name: "", value: `${components} ${noun}, ${structureName(covariance)}:` },
    { name: criterion.name, value: resolved(value, DECIMALS), ...(best < 0 ? {} : { aside }) },
  ];
}
