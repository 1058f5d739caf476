import { typedNumber } from "../../lib/spin.js";
import { fitOf } from "../errands/about.js";

/**
 * What the engine is asked in order to group the rows without a model.
 * @param {import("../state.js").State} state
 */
export function clusterQuestion(state) {
  const { method, linkage, scale, groups } = state.beside;
  const fit = fitOf(state);
  const components = typedNumber(groups === "" ? asMany(state) : groups) ?? groups;
  return { command: "cluster", body: { method, linkage, scale, components, seed: 0, fit } };
}

/**
 * As many groups as the fit has components, or is to have.
 * @param {import("../state.js").State} state
 */
export function asMany({ results: { result }, model }) {
  return result ? String(result.report.final.weights.length) : model.components;
}
