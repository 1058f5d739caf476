/**
 * What can happen to the model and its start.
 *
 * @typedef {import("./state.js").StartField} StartField
 * @typedef {import("./state.js").Option} Option
 * @typedef {import("./state.js").Parameters} Parameters
 */

/**
 * startGiven: a start that is taken as a person's own. startSuggested: one that emkit computed.
 *
 * @typedef {{ type: "componentsEdited", value: string }
 *   | { type: "optionEdited", option: Option, value: string }
 *   | { type: "startEdited", field: StartField, path: ReadonlyArray<number>, value: string }
 *   | { type: "startGiven", start: Parameters }
 *   | { type: "startWanted" }
 *   | { type: "componentShown", index: number }
 *   | { type: "startSuggested", start: Parameters }
 *   | { type: "startRefused", fault: import("../../engine/protocol.js").Fault }} ModelIntent
 */

export {};
