/** What can happen to the results beside a run's answer. */

/**
 * @typedef {{ type: "resultRenewed", result: import("./state.js").Result }
 *   | { type: "fitTaken", result: import("./state.js").Result }
 *   | { type: "iterationWanted", iteration: number }
 *   | { type: "frameCame", frame: import("./state.js").Frame }
 *   | { type: "frameRefused", fault?: import("../../engine/protocol.js").Fault | null }
 *   | { type: "linkCopyWanted" }
 *   | { type: "fullLabWanted" }
 *   | { type: "tookAway", sentence: string }} ResultsIntent
 */

export {};
