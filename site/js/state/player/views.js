import { count, number } from "../../lib/format.js";
import { typeset } from "../../lib/typeset.js";
import { isStale } from "../question.js";
import { MOST_BLENDED, SPEEDS } from "./state.js";

/**
 * @typedef {import("../state.js").State} State
 * @typedef {import("./state.js").Frame} Frame
 */

/**
 * The iteration that the page shows, or is about to show.
 * @param {State} state
 */
export function positionOf({ results: { frame, wanted } }) {
  return wanted ?? frame?.body.iteration ?? 0;
}

/**
 * How many iterations the result has, or 0 before there is one.
 * @param {State} state
 */
export function lastOf({ results: { result } }) {
  return result?.report.iterations ?? 0;
}

/**
 * Whether there is a result of the input as it is now, so that its iterations can be shown.
 * @param {State} state
 */
export function hasRun(state) {
  return state.results.result !== null && !isStale(state);
}

/** @param {State} state */
export function playerView(state) {
  const { player, run, results, engine } = state;
  const last = lastOf(state);
  const position = positionOf(state);
  const current = hasRun(state);
  const able = engine.phase !== "failed" && run.phase === "idle";
  return {
    last,
    position,
    playing: player.playing,
    speed: player.speed,
    speeds: SPEEDS,
    canStep: able && (!current || position < last),
    canPlay: player.playing || (able && (!current || last > 0)),
    canReset: able && (!current || position > 0),
    canScrub: results.result !== null && last > 0,
    valueText: `Iteration ${count(position)} of ${count(last)}`,
    caption: typeset(caption(state)),
    said: typeset(said(state)),
  };
}

/**
 * What an iteration at rest came to, in as few words as it takes to hear one after the other.
 * @param {State} state
 */
function said(state) {
  const { player, results } = state;
  const { frame } = results;
  if (player.refusal) return player.refusal;
  if (!frame || !hasRun(state) || player.playing || player.stage !== "rest") return "";
  const { iteration, log_likelihood } = frame.body;
  if (iteration !== positionOf(state)) return "";
  if (iteration === 0) return "The start.";
  return `Iteration ${count(iteration)} of ${count(lastOf(state))}, log-likelihood ${number(log_likelihood, 8)}.`;
}

/**
 * What the charts show, in a sentence.
 * @param {State} state
 */
function caption(state) {
  const { player, results } = state;
  const { frame } = results;
  if (!frame) return "Press Step to run EM and see its first iteration.";
  if (player.refusal) return player.refusal;
  if (!hasRun(state)) return "The input has changed. Press Step to begin with it.";
  const { iteration, log_likelihood, gain } = frame.body;
  switch (player.stage) {
    case "undecided":
    case "expectation":
      return `E-step of iteration ${count(iteration + 1)}: every value takes the colours of the curves, as far as each explains it.`;
    case "maximisation":
      return `M-step of iteration ${count((player.before?.body.iteration ?? iteration - 1) + 1)}: the curves move to the values that they own.`;
  }
  if (iteration === 0) return "The start, before any iteration. Drag its handles to change it.";
  const gained = gain === null || gain === undefined ? "" : `, ${gainText(gain)}`;
  return `After iteration ${count(iteration)} of ${count(lastOf(state))}: log-likelihood ${number(log_likelihood, 8)}${gained}.`;
}

/** @param {number} gain */
function gainText(gain) {
  return gain >= 0 ? `${number(gain, 3)} more than before` : `${number(-gain, 3)} less than before`;
}

/**
 * The frame as charts draw it: with the colours of the stage.
 *
 * @param {State} state
 * @returns {Frame | null}
 */
function staged({ player, results: { frame } }) {
  if (!frame || player.stage === "rest" || player.stage === "expectation") return frame;
  const shares = player.stage === "undecided" ? undecided(frame) : sharesBefore(frame, player);
  if (!shares) return frame;
  return { ...frame, arrays: { ...frame.arrays, responsibilities: shares } };
}

/** @param {Frame} frame */
function undecided({ body, arrays: { responsibilities } }) {
  if (!responsibilities || responsibilities.length > MOST_BLENDED) return null;
  return new Float64Array(responsibilities.length).fill(1 / body.params.weights.length);
}

/**
 * The colours that the curves have moved to; none where a component was dropped on the way.
 * @param {Frame} frame
 * @param {import("./state.js").PlayerState} player
 */
function sharesBefore({ arrays }, { before }) {
  const shares = before?.arrays.responsibilities;
  return shares && shares.length === arrays.responsibilities?.length ? shares : null;
}

/**
 * The same, the same object as long as nothing has changed, so that charts need not draw again.
 */
export function createStaging() {
  /** @type {unknown[]} */
  let last = [];
  /** @type {Frame | null} */
  let drawn = null;

  /** @param {State} state */
  return function drawnFrame(state) {
    const now = [state.results.frame, state.player.stage, state.player.before];
    if (now.some((part, index) => part !== last[index])) {
      last = now;
      drawn = staged(state);
    }
    return drawn;
  };
}
