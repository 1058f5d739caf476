/**
 * @typedef {import("./state.js").State} State
 * @typedef {import("./intents.js").Intent} Intent
 */

/**
 * Holds the state. Every intent is reduced first and then heard, in order, by all listeners.
 * @param {State} initial
 * @param {(state: State, intent: Intent) => State} reduce
 */
export function createStore(initial, reduce) {
  let state = initial;
  /** @type {((intent: Intent, state: State) => void)[]} */
  const listeners = [];
  /** @type {Intent[]} */
  const queue = [];

  return {
    state: () => state,

    /** @param {Intent} intent */
    send(intent) {
      queue.push(intent);
      if (queue.length > 1) return; // sent by a listener: it is heard after this one
      try {
        for (let next = queue[0]; next; queue.shift(), next = queue[0]) {
          state = Object.freeze(reduce(state, next));
          for (const listener of listeners) listener(next, state);
        }
      } finally {
        queue.length = 0; // a listener that throws must not silence all that comes after
      }
    },

    /** @param {(intent: Intent, state: State) => void} listener */
    listen(listener) {
      listeners.push(listener);
    },
  };
}
