/** What can happen to the data. */

/**
 * @typedef {{ type: "textEdited", text: string }
 *   | { type: "unfoldWanted" }
 *   | { type: "sampleChosen", name: string }
 *   | { type: "fileOpened", file: File }
 *   | { type: "fileClosed" }
 *   | { type: "layoutChosen", layout: import("./state.js").Layout }
 *   | { type: "choiceEdited", change: Partial<import("./state.js").Choice> }
 *   | { type: "choiceGiven", choice: import("./state.js").Choice | null,
 *       layout: import("./state.js").Layout }
 *   | { type: "dataProgressed", progress: import("./state.js").Progress }
 *   | { type: "dataRead", data: import("./state.js").Summary }
 *   | { type: "dataRefused", fault: import("./state.js").Fault }
 *   | { type: "columnsChosen", chosen: import("./state.js").Chosen }
 *   | { type: "choiceRefused", fault: import("./state.js").Fault }
 *   | { type: "inputRestored", data: Partial<import("./state.js").DataState>,
 *       model: Partial<import("../model/state.js").ModelState>, program: string | null }
 *   | { type: "keepingFailed" }
 *   | { type: "inputForgotten" }} DataIntent
 */

export {};
