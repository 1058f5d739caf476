import { mountRun } from "../panels/run.js";
import { runView } from "../state/run/views.js";
import { joined } from "./joined.js";

/**
 * How things stand. It is told last: who hears that a run has ended finds its results on the page.
 * @param {import("../state/intents.js").Send} send
 */
export function mountStanding(send) {
  const root = document.documentElement;
  return [
    joined(mountRun(send), runView),
    joined(
      (phase) => (root.dataset.engine = phase),
      ({ engine }) => engine.phase,
    ),
  ];
}
