/**
 * What can happen in the lesson.
 *
 * @typedef {{ type: "experimentsCame", experiments: import("./state.js").Experiment[] }
 *   | { type: "startDragged", drag: import("./drag.js").Drag }
 *   | { type: "linkWanted", fragment: string }
 *   | { type: "linkMeant", fragment: string }
 *   | { type: "linkDoubted", complaints: string[] }
 *   | { type: "linkOpened", fragment: string, complaints: string[] }
 *   | { type: "workFolded", isOpen: boolean }
 *   | { type: "wholeToggled" }
 *   | { type: "workRowChosen", row: number }
 *   | { type: "workRowSought", number: number }
 *   | { type: "workPageChosen", from: number }
 *   | { type: "workCame", work: import("./state.js").Work }
 *   | { type: "workPageCame", page: import("./state.js").Page }
 *   | { type: "workRefused", message: string }} LessonIntent
 */

export {};
