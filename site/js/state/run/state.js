/** The run under way, and why the last one could not be made. */

/**
 * @typedef {object} FitProgress
 * @property {string} phase           "run", or of a search "short runs" or "carrying on"
 * @property {number} done            runs of this phase that have ended
 * @property {number} total           runs of this phase
 * @property {number} iteration       of the present run
 * @property {number | null} max_iter null where the search sets its own limit
 * @property {number | null} log_likelihood
 */

/**
 * @typedef {object} RunState
 * @property {"idle" | "waiting" | "running"} phase
 * @property {FitProgress | null} progress
 * @property {import("../../engine/protocol.js").Fault | null} fault
 */

/** @type {RunState} */
export const RUN_AT_FIRST = Object.freeze({ phase: "idle", progress: null, fault: null });
