/**
 * What can happen to the generator of samples.
 *
 * @typedef {import("./state.js").Setting} Setting
 * @typedef {import("../parameters/form.js").Field} Field
 */

/**
 * @typedef {{ type: "drawingEdited", setting: Setting, value: string }
 *   | { type: "truthEdited", field: Field, path: ReadonlyArray<number>, value: string }
 *   | { type: "truthShown", index: number }
 *   | { type: "drawingWanted" }
 *   | { type: "sampleDrawn", text: string, truth: import("./state.js").Truth }
 *   | { type: "drawingRefused", fault: import("../../engine/protocol.js").Fault | null }
 *   | { type: "truthCompared", comparison: import("./state.js").Comparison }} DrawingIntent
 */

export {};
