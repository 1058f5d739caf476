/**
 * What the rooms send the engine for, each at most once at a time: from the wish to the answer.
 *
 * @typedef {import("../../engine/protocol.js").Fault} Fault
 * @typedef {import("../../engine/protocol.js").Arrays} Arrays
 */

/**
 * @typedef {"compare" | "take" | "likelihoodRatio" | "cluster" | "program"
 *   | "load" | "standardErrors" | "export" | "script"} ErrandName
 */

/**
 * @typedef {object} Answer
 * @property {any} body       as the engine answers it
 * @property {Arrays} arrays
 * @property {any} about      what it is about: it is out of date where that is another by now
 */

/**
 * @typedef {object} Errand
 * @property {"idle" | "waiting" | "running"} phase  waiting for what comes before it
 * @property {unknown} about       what it is about, once it runs
 * @property {any} progress        as the engine tells it
 * @property {Answer | null} answer  the last one
 * @property {Fault | null} fault  why the last one brought none
 */

/** @typedef {Readonly<Record<ErrandName, Errand>>} ErrandsState */

/** @type {Errand} */
const NONE = Object.freeze({
  phase: "idle",
  about: null,
  progress: null,
  answer: null,
  fault: null,
});

/** @type {ErrandsState} */
export const ERRANDS_AT_FIRST = Object.freeze({
  compare: NONE,
  take: NONE,
  likelihoodRatio: NONE,
  cluster: NONE,
  program: NONE,
  load: NONE,
  standardErrors: NONE,
  export: NONE,
  script: NONE,
});
