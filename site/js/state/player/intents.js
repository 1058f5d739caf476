/**
 * What can happen to the player.
 *
 * @typedef {{ type: "stepWanted", by: 1 | -1 }
 *   | { type: "playToggled" }
 *   | { type: "resetWanted" }
 *   | { type: "speedChosen", speed: number }
 *   | { type: "playEnded" }
 *   | { type: "stageReached", stage: import("./state.js").Stage, pace: number,
 *       before?: import("./state.js").Frame | null }} PlayerIntent
 */

export {};
