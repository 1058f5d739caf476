/** What can happen to the data. */

/**
 * @typedef {{ type: "textEdited", text: string }
 *   | { type: "unfoldWanted" }
 *   | { type: "sampleChosen", name: string }
 *   | { type: "dataRead", data: import("./state.js").Summary }
 *   | { type: "dataRefused", fault: import("./state.js").Fault }} DataIntent
 */

export {};
