/** How the iterations of a run are played. */

/**
 * What the charts show of the way from one iteration to the next. Numbers stay those of an
 * iteration; only colours and curves are drawn one after the other.
 *
 *     undecided      every value in all colours alike
 *     expectation    the colours have moved to the values
 *     maximisation   the curves have moved to the colours
 *     rest           an iteration as it is
 *
 * @typedef {"undecided" | "expectation" | "maximisation" | "rest"} Stage
 */

/** @typedef {import("../results/state.js").Frame} Frame */

/**
 * @typedef {object} PlayerState
 * @property {boolean} playing
 * @property {number} speed        iterations a second
 * @property {Stage} stage
 * @property {Frame | null} before  the frame whose colours are shown while the curves move
 * @property {string} refusal      why the iteration that was wished for is not shown, or ""
 * @property {number} pace         how long drawing may take to get there, in milliseconds
 */

/** Iterations a second, from one that can be followed to one that scans a long run. */
export const SPEEDS = Object.freeze([0.5, 1, 2, 5, 20, 100]);

/** Above this many a second, half-steps would only flicker. */
export const FASTEST_HALVES = 2;

/** Above this many cells, colours change at once: blending them would take longer than a step. */
export const MOST_BLENDED = 40_000;

/** @type {PlayerState} */
export const PLAYER_AT_FIRST = Object.freeze({
  playing: false,
  speed: 1,
  stage: "rest",
  before: null,
  refusal: "",
  pace: 0,
});
