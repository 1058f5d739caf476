/** The run under way, and why the last one could not be made. */

/** @typedef {{ iteration: number, max_iter: number, log_likelihood: number }} FitProgress */

/**
 * @typedef {object} RunState
 * @property {"idle" | "waiting" | "running"} phase
 * @property {FitProgress | null} progress
 * @property {import("../../engine/protocol.js").Fault | null} fault
 */

/** @type {RunState} */
export const RUN_AT_FIRST = Object.freeze({ phase: "idle", progress: null, fault: null });
