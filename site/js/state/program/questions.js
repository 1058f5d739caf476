import { choiceQuestion } from "../data/questions.js";
import { fitQuestion } from "../model/questions.js";
import { codeOf } from "./state.js";

/** @typedef {import("../state.js").State} State */

/** @param {State} state */
export function programQuestion({ program }) {
  return { command: "program", body: { code: codeOf(program) } };
}

/**
 * What the engine is asked in order to write the program that does what the page does.
 * @param {State} state
 */
export function scriptQuestion(state) {
  const { sample, file, layout } = state.data;
  const choice = choiceQuestion(state)?.body ?? null;
  const data = { choice, layout, sample, file: file?.name ?? null };
  return { command: "script", body: { ...fitQuestion(state).body, ...data } };
}
