/**
 * @typedef {import("./state.js").State} State
 * @typedef {import("./intents.js").Intent} Intent
 */

/**
 * Holds the state. Every intent is reduced first and then heard, in order, by all listeners. One
 * that throws silences neither the others nor what comes after; its error is thrown at the end.
 * @param {State} initial
 * @param {(state: State, intent: Intent) => State} reduce
 */
export function createStore(initial, reduce) {
  let state = initial;
  /** @type {((intent: Intent, state: State) => void)[]} */
  const listeners = [];
  /** @type {Intent[]} */
  const queue = [];

  /**
   * @param {Intent} intent
   * @returns {unknown[]} what was thrown on the way
   */
  function hear(intent) {
    const refused = mishapsOf(() => (state = Object.freeze(reduce(state, intent))));
    if (refused.length > 0) return refused;
    return listeners.flatMap((listener) => mishapsOf(() => listener(intent, state)));
  }

  return {
    state: () => state,

    /** @param {Intent} intent */
    send(intent) {
      queue.push(intent);
      if (queue.length > 1) return; // sent by a listener: it is heard after this one
      const mishaps = [];
      for (let next = queue[0]; next; queue.shift(), next = queue[0]) mishaps.push(...hear(next));
      if (mishaps.length > 0) throw mishaps[0];
    },

    /** @param {(intent: Intent, state: State) => void} listener */
    listen(listener) {
      listeners.push(listener);
    },
  };
}

/** @param {() => unknown} work */
function mishapsOf(work) {
  try {
    work();
    return [];
  } catch (error) {
    return [error];
  }
}
