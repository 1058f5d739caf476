import { currentFault } from "../run/fault.js";
import { faultyControl, isAt, startLabel } from "../run/places.js";
import { componentsOf } from "./state.js";

/** @param {import("../state.js").State} state */
export function startView(state) {
  const { data, model } = state;
  const k = componentsOf(model) ?? model.start.means.length;
  const fault = currentFault(state);
  return {
    components: model.components,
    componentsWrong: faultyControl(fault) === "components",
    rows: Array.from({ length: k }, (_, index) => ({
      label: `Component ${index + 1}`,
      cells: START_FIELDS.map((field) => ({
        field,
        label: startLabel(field, index),
        value: model.start[field][index] ?? "",
        wrong: isAt(fault, field, index),
      })),
    })),
    feedback: model.fault && !data.fault ? model.fault.message : "",
  };
}

/** @type {ReadonlyArray<import("./state.js").StartField>} */
const START_FIELDS = ["weights", "means", "standard_deviations"];
