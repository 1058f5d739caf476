import { isStale } from "../question.js";

/**
 * The fault to show: what the engine or the last run ran into, or what is wrong with the input.
 *
 * @param {import("../state.js").State} state
 * @returns {import("../../engine/protocol.js").Fault | null}
 */
export function currentFault(state) {
  const { engine, run, data, model } = state;
  if (engine.phase === "failed") return engine.error;
  return (
    run.fault ??
    data.fault ??
    data.choiceFault ??
    model.fault ??
    (isStale(state) ? null : badEnding(state))
  );
}

/** How a run can end without an answer to rely on. */
const BAD_ENDINGS = ["collapsed", "failed"];

/**
 * @param {import("../state.js").State} state
 * @returns {import("../../engine/protocol.js").Fault | null}
 */
export function badEnding({ results: { result } }) {
  if (!result || !BAD_ENDINGS.includes(result.report.status)) return null;
  return { kind: "BadEnding", message: result.report.message, where: null, remedy: "" };
}
