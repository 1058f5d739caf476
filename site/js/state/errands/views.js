/**
 * How an errand stands, for whichever room sent it. Pure.
 *
 * @typedef {import("./state.js").Errand} Errand
 * @typedef {import("../../engine/protocol.js").Fault} Fault
 */

/**
 * @param {import("../state.js").State} state
 * @param {Errand} errand
 * @param {{ doing: string, found: string }} words  what is said while it runs, and afterwards
 */
export function standingView({ engine }, { phase, progress, fault }, { doing, found }) {
  const waiting =
    engine.phase === "loading"
      ? "It starts as soon as Python is ready."
      : "It starts as soon as the engine is free.";
  const text = { idle: found, waiting, running: doing }[phase];
  return {
    text,
    isPassing: phase !== "idle",
    share: phase === "idle" ? null : shareOf(progress),
    fault: sentences(fault),
  };
}

/**
 * How much is done, or undefined where that is not known.
 * @param {any} progress
 */
function shareOf(progress) {
  return progress?.total > 0 ? progress.done / progress.total : undefined;
}

/**
 * What is wrong and what to do about it.
 * @param {Fault | null} fault
 */
export function sentences(fault) {
  return fault ? [fault.message, fault.remedy].filter(Boolean).join(" ") : "";
}

/**
 * The name of the option that a fault is about.
 * @param {Fault | null} fault
 */
export function faultyField(fault) {
  const where = fault?.where;
  return where && "field" in where ? where.field : null;
}
