import { nextTurn } from "./turn.js";

/** @typedef {import("../protocol.js").Arrays} Arrays */
/** @typedef {import("../protocol.js").Fault} Fault */
/** @typedef {import("./python-types.js").Bridge} Bridge */
/** @typedef {import("./python-types.js").PyArray} PyArray */
/** @typedef {import("./python-types.js").Task} Task */

/**
 * @typedef {{ ok: true, body: any, arrays: Arrays }
 *   | { ok: false, error: Fault, fatal?: boolean }} Outcome
 */

/**
 * @typedef {object} Surroundings
 * @property {(progress: any) => void} onProgress
 * @property {AbortSignal} signal
 * @property {() => Promise<void>} [pause]  what is done between two slices; the event loop turns
 */

const SLICE_SECONDS = 0.05;

/**
 * Runs one command of the bridge.
 * @param {Bridge} bridge
 * @param {string} command
 * @param {unknown} body
 * @param {Surroundings} surroundings
 * @returns {Promise<Outcome>}
 */
export function runInSlices(bridge, command, body, surroundings) {
  return finishInSlices(bridge.begin(command, JSON.stringify(body)), surroundings);
}

/**
 * Does what is left of a task, in slices. Between two of them progress goes out and the event
 * loop turns, so that a wish to stop is heard.
 * @param {Task} task which is of no more use afterwards
 * @param {Surroundings} surroundings
 * @returns {Promise<Outcome>}
 */
export async function finishInSlices(task, { onProgress, signal, pause = nextTurn }) {
  try {
    while (!task.advance(SLICE_SECONDS)) {
      const progress = task.progress_json();
      if (progress) onProgress(JSON.parse(progress));
      await pause();
      if (signal.aborted) task.stop();
    }
    return outcomeOf(task);
  } finally {
    task.destroy();
  }
}

/**
 * @param {Task} task
 * @returns {Outcome}
 */
function outcomeOf(task) {
  const reply = JSON.parse(task.reply_json());
  return reply.ok ? { ...reply, arrays: copyArrays(task) } : reply;
}

/**
 * Copies Python's arrays out of its memory: once, into memory that can be handed to the page.
 * @param {Task} task
 * @returns {Arrays}
 */
function copyArrays(task) {
  const dict = task.arrays();
  const named = Object.entries(dict.toJs({ depth: 1 }));
  try {
    return Object.fromEntries(named.map(([name, array]) => [name, copyArray(array)]));
  } finally {
    for (const [, array] of named) array.destroy();
    dict.destroy();
  }
}

/** @param {PyArray} array */
function copyArray(array) {
  const buffer = array.getBuffer("f64");
  try {
    return buffer.data.slice();
  } finally {
    buffer.release();
  }
}
