/**
 * What can happen to the choice of what is compared.
 *
 * @typedef {import("./state.js").StudyField} StudyField
 * @typedef {import("./state.js").Structure} Structure
 */

/**
 * @typedef {{ type: "studyEdited", field: StudyField, value: string }
 *   | { type: "structureTicked", structure: Structure, isTicked: boolean }
 *   | { type: "crossValidationTicked", isTicked: boolean }
 *   | { type: "testedStructureChosen", structure: Structure }} StudyIntent
 */

export {};
