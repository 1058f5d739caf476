/**
 * What can happen to an errand.
 *
 * @typedef {import("./state.js").ErrandName} ErrandName
 * @typedef {import("./state.js").Answer} Answer
 * @typedef {import("../../engine/protocol.js").Fault} Fault
 */

/**
 * @typedef {{ type: "errandWanted", errand: ErrandName, detail?: any }
 *   | { type: "errandStopWanted", errand: ErrandName }
 *   | { type: "errandBegan", errand: ErrandName, about: unknown }
 *   | { type: "errandProgressed", errand: ErrandName, progress: any }
 *   | { type: "errandAnswered", errand: ErrandName, answer: Answer }
 *   | { type: "errandRefused", errand: ErrandName, fault: Fault | null }} ErrandsIntent
 */

export {};
