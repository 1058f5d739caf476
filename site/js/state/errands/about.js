import { isSame } from "../../lib/same.js";
import { questionOf } from "../question.js";

/**
 * What the answer to an errand depends on, and whether that is still so.
 *
 * @typedef {import("../state.js").State} State
 * @typedef {import("./state.js").ErrandName} ErrandName
 */

/**
 * @param {ErrandName} errand
 * @param {State} state
 */
export function aboutOf(errand, state) {
  const fit = fitOf(state);
  if (isAboutFit(errand)) return { fit };
  const { data, choice } = questionOf(state);
  return errand === "cluster" ? { data, choice, fit } : { data, choice };
}

/**
 * The question that the fit will answer which an errand brings, as it stands when the errand
 * begins: another run answers that of its fit, a fit of the comparison is of the data compared.
 * @param {ErrandName} errand
 * @param {State} state
 * @returns {import("../question.js").Question}
 */
export function answeredQuestion(errand, state) {
  const asked = questionOf(state);
  const { results, errands } = state;
  if (errand === "load") return results.result?.question ?? asked;
  return errand === "take" ? { ...asked, ...errands.compare.answer?.about } : asked;
}

/**
 * Whether all that an errand needs is a fit that the engine keeps.
 * @param {ErrandName} errand
 */
export function isAboutFit(errand) {
  return ["load", "standardErrors", "export"].includes(errand);
}

/**
 * Whether what an errand is about has changed since it began.
 * @param {ErrandName} errand
 * @param {State} state
 * @param {unknown} about
 */
export function isOutdated(errand, state, about) {
  return !isSame(about, aboutOf(errand, state));
}

/**
 * The number under which the engine keeps the fit that is shown.
 * @param {State} state
 */
export function fitOf({ results: { result } }) {
  return result?.report.fit ?? null;
}
