import { fitOf } from "../errands/about.js";

/**
 * What the engine is asked about a fit that it keeps.
 *
 * @typedef {import("../state.js").State} State
 */

/**
 * @param {State} state
 * @param {{ run: number }} detail
 */
export function loadQuestion(state, { run }) {
  return { command: "load", body: { fit: fitOf(state), run } };
}

/** @param {State} state */
export function errorsQuestion(state) {
  return { command: "standard_errors", body: { fit: fitOf(state) } };
}

/** @typedef {"json" | "parameters" | "responsibilities" | "trace" | "latex"} Export */

/**
 * @param {State} state
 * @param {Export} what
 */
export function exportQuestion(state, what) {
  return { command: "export", body: { fit: fitOf(state), what } };
}

/** @param {State} state */
export function orderQuestion({ results, rows: { by, descending } }) {
  const { fit, iteration } = results.frame?.body ?? { fit: 0, iteration: 0 };
  return { command: "order", body: { fit, iteration, by, descending } };
}
