import { STRUCTURES } from "./state.js";

/** @type {import("../reduce.js").Slice<"study">} */
export function reduceStudy({ study }, intent) {
  switch (intent.type) {
    case "studyEdited":
      return { ...study, [intent.field]: intent.value };
    case "structureTicked":
      return { ...study, structures: ticked(study.structures, intent) };
    case "crossValidationTicked":
      return { ...study, isCrossValidated: intent.isTicked };
    case "testedStructureChosen":
      return { ...study, structure: intent.structure };
  }
  return study;
}

/**
 * In their usual order, whatever the order of ticking.
 * @param {ReadonlyArray<import("./state.js").Structure>} structures
 * @param {{ structure: import("./state.js").Structure, isTicked: boolean }} tick
 */
function ticked(structures, { structure, isTicked }) {
  return STRUCTURES.filter((one) => (one === structure ? isTicked : structures.includes(one)));
}
