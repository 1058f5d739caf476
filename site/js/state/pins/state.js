/** Runs laid aside, to be set beside the one on show. */

/** @typedef {import("../results/state.js").Result} Result */

/** @typedef {{ results: ReadonlyArray<Result> }} PinsState */

/** More paths than these and their looks would repeat. */
export const MOST_PINS = 7;

/** @type {PinsState} */
export const PINS_AT_FIRST = Object.freeze({ results: [] });
