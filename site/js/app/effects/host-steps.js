import { hasRun, lastOf, positionOf } from "../../state/player/views.js";

/**
 * The steps that a host page asks for, one after the other: on the page itself a step that is
 * asked for while another is being drawn takes its place, but a host waits for an answer to each.
 *
 * @param {import("../effects.js").Means["store"]} store
 * @param {(type: string, detail: unknown) => void} tell
 */
export function createHostSteps({ send, state }, tell) {
  let wanted = 0;

  function next() {
    if (wanted === 0) return;
    if (hasRun(state()) && positionOf(state()) >= lastOf(state())) {
      giveUp();
      return;
    }
    send({ type: "stepWanted", by: 1 });
  }

  /** There is no iteration left for those that wait. */
  function giveUp() {
    for (; wanted > 0; wanted -= 1) tell("em-error", NO_STEP);
  }

  return {
    add() {
      wanted += 1;
      if (wanted === 1) next();
    },

    /**
     * Notes that an iteration is shown; the start of a run is on the way to its first.
     * @param {number} iteration
     */
    shown(iteration) {
      if (wanted === 0 || (iteration === 0 && lastOf(state()) > 0)) return;
      if (iteration > 0) wanted -= 1;
      next();
    },

    /** Forgets them: there is no result to step through, and why was told. */
    forget() {
      wanted = 0;
    },
  };
}

const NO_STEP = {
  kind: "NoStep",
  message: "There is no iteration after the one on show.",
  where: null,
  remedy: "Send “set” to change the input, or “run” to begin anew.",
};
