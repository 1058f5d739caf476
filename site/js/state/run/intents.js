/**
 * What can happen to a run.
 *
 * @typedef {import("../../engine/protocol.js").Fault} Fault
 * @typedef {import("../results/state.js").Result} Result
 */

/**
 * @typedef {{ type: "runWanted" }
 *   | { type: "stopWanted" }
 *   | { type: "retryWanted" }
 *   | { type: "partMissing", fault: Fault }
 *   | { type: "partCame" }
 *   | { type: "runBegan" }
 *   | { type: "runProgressed", progress: import("./state.js").FitProgress }
 *   | { type: "runAnswered", result: Result }
 *   | { type: "runRefused", fault: Fault | null }} RunIntent
 */

export {};
