import { setEnabled, whenPressed } from "../lib/button.js";
import { byId } from "../lib/dom.js";
import { mountStanding } from "./rooms/standing.js";

/** The button that has standard errors computed. */

/** @param {import("../state/intents.js").Send} send */
export function mountMeasuring(send) {
  const measure = byId("measure", HTMLButtonElement);
  const stop = byId("measure-stop", HTMLButtonElement);
  const showStanding = mountStanding("measure");

  whenPressed(measure, () => send({ type: "errandWanted", errand: "standardErrors" }));
  whenPressed(stop, () => send({ type: "errandStopWanted", errand: "standardErrors" }));

  /** @param {ReturnType<typeof import("../state/results/taking-view.js").measuringView>} view */
  return function update(view) {
    setEnabled(measure, view.canMeasure);
    stop.hidden = !view.canStop;
    showStanding(view.standing);
  };
}
