import { gridOf } from "../parameters/grid.js";
import { currentFault } from "../run/fault.js";
import { faultyOption } from "../run/places.js";
import { formOf } from "./state.js";

/**
 * All that the view of the start is made of.
 * @param {import("../state.js").State} state
 */
export function startSource(state) {
  return [state.model, state.data.fault, currentFault(state)];
}

/** @param {import("../state.js").State} state */
export function startView(state) {
  const { data, model } = state;
  const fault = currentFault(state);
  const { start: typed, shown, ownStart } = model;
  return {
    ...gridOf({ typed, form: formOf(model), shown, fault }),
    origin: ownStart ? "Where EM begins: edited by hand" : "Where EM begins: a guess to edit",
    feedback: model.fault && !data.fault ? model.fault.message : "",
  };
}

/**
 * What the controls of the model and of the run hold, and which of them is wrong.
 * @param {import("../state.js").State} state
 */
export function controlsView(state) {
  const { components, options } = state.model;
  return { values: { components, ...options }, wrong: faultyOption(currentFault(state)) };
}
