import { isEnabled, setEnabled, whenPressed } from "../../lib/button.js";
import { byId, setValue, setWrong } from "../../lib/dom.js";
import { enableArrows, setNumberField } from "../../lib/spin.js";
import { mountStanding } from "./standing.js";

/** The test of one component more. */

/** @param {import("../../state/intents.js").Send} send */
export function mountLikelihoodRatio(send) {
  const form = byId("ratio-form", HTMLFormElement);
  const smaller = byId("ratio-smaller", HTMLInputElement);
  const structure = byId("ratio-structure", HTMLSelectElement);
  const samples = byId("ratio-samples", HTMLInputElement);
  const test = byId("ratio-test", HTMLButtonElement);
  const stop = byId("ratio-stop", HTMLButtonElement);
  const showStanding = mountStanding("ratio");

  enableArrows(form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (isEnabled(test)) send({ type: "errandWanted", errand: "likelihoodRatio" });
  });
  whenPressed(stop, () => send({ type: "errandStopWanted", errand: "likelihoodRatio" }));
  smaller.addEventListener("input", () => {
    send({ type: "studyEdited", field: "smaller", value: smaller.value });
  });
  samples.addEventListener("input", () => {
    send({ type: "studyEdited", field: "samples", value: samples.value });
  });
  structure.addEventListener("change", () => {
    const chosen = /** @type {import("../../state/study/state.js").Structure} */ (structure.value);
    send({ type: "testedStructureChosen", structure: chosen });
  });

  /** @param {ReturnType<typeof import("../../state/study/ratio-view.js").ratioView>} view */
  return function update(view) {
    setNumberField(smaller, view.smaller);
    setWrong(smaller, view.wrong === "components");
    setNumberField(samples, view.samples);
    setWrong(samples, view.wrong === "replicates");
    setValue(structure, view.structure);
    setEnabled(test, view.canTest);
    setEnabled(stop, view.canStop);
    showStanding(view.standing);
  };
}
