import { isSame } from "../lib/same.js";
import { choiceQuestion, readQuestion } from "./data/questions.js";
import { fitQuestion } from "./model/questions.js";

/**
 * All that a fit depends on. A result is that of the page as long as the two questions, the one
 * it answers and the one the page asks now, are the same.
 *
 * @typedef {{ data: unknown, choice: unknown, fit: unknown }} Question
 */

/**
 * @param {import("./state.js").State} state
 * @returns {Question}
 */
export function questionOf(state) {
  return {
    data: readQuestion(state),
    choice: choiceQuestion(state),
    fit: fitQuestion(state),
  };
}

/**
 * Whether the input has changed since the result.
 * @param {import("./state.js").State} state
 */
export function isStale(state) {
  const { result } = state.results;
  return result !== null && !isSame(result.question, questionOf(state));
}
