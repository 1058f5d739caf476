import { mountRun } from "../panels/run.js";
import { runView } from "../state/run/views.js";
import { joined } from "./joined.js";

/** @typedef {import("../state/state.js").State} State */

/**
 * How things stand. It is told last: who hears that a run has ended finds its results on the page.
 * That one is wanted is told at once: nobody may take what is there for its results.
 * @param {import("../state/intents.js").Send} send
 */
export function mountStanding(send) {
  const root = document.documentElement;
  const last = [
    joined(mountRun(send), runView),
    joined((phase) => (root.dataset.engine = phase), phaseOf),
  ];
  /** @param {State} state */
  const atOnce = (state) => {
    if (state.run.phase !== "idle") last.forEach((panel) => panel(state));
  };
  return { atOnce, last };
}

/**
 * The engine is busy from the moment that a run is wanted, its data being read first.
 * @param {State} state
 */
function phaseOf({ engine, run }) {
  return engine.phase === "ready" && run.phase !== "idle" ? "busy" : engine.phase;
}
