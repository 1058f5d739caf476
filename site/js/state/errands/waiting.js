/**
 * The engine does one thing after another: what a run waits for. Pure.
 *
 * @typedef {import("./state.js").ErrandName} ErrandName
 */

/** Errands that can take long, as a sentence names them. */
const LONG = /** @type {ReadonlyArray<[ErrandName, string]>} */ ([
  ["program", "your Python program"],
  ["compare", "the comparison"],
  ["likelihoodRatio", "the test of one component more"],
  ["cluster", "the grouping"],
]);

/**
 * The errand that the engine is out on, named; null where it is free.
 * @param {import("../state.js").State} state
 */
export function longErrand({ errands }) {
  const found = LONG.find(([errand]) => errands[errand].phase === "running");
  return found ? found[1] : null;
}
