/**
 * What can happen to the model and its start.
 *
 * @typedef {import("./state.js").StartField} StartField
 * @typedef {import("./state.js").Option} Option
 * @typedef {import("./state.js").Parameters} Parameters
 */

/**
 * @typedef {{ type: "componentsEdited", value: string }
 *   | { type: "startEdited", field: StartField, index: number, value: string }
 *   | { type: "startWanted" }
 *   | { type: "optionEdited", option: Option, value: string }
 *   | { type: "startSuggested", start: Parameters }
 *   | { type: "startRefused", fault: import("../../engine/protocol.js").Fault }} ModelIntent
 */

export {};
