import { stopped } from "../faults.js";

/**
 * @typedef {object} Piece
 * @property {() => Promise<void>} begin  does the work; does nothing where it was stopped before
 * @property {() => void} stop
 */

/**
 * One piece of work at a time, in the order of asking: two computations never mix. A look at what
 * is there, which is short and changes nothing, need not wait for long work: it is done when that
 * pauses, or in its turn, whichever comes first.
 */
export function createQueue() {
  /** @type {Map<number, Piece>} */
  const underWay = new Map();
  /** @type {Piece[]} */
  const looks = [];
  /** @type {Promise<void>} */
  let last = Promise.resolve();

  /**
   * @template T
   * @param {number} id
   * @param {(signal: AbortSignal) => Promise<T>} work
   */
  function enter(id, work) {
    const { piece, outcome } = prepare(work);
    underWay.set(id, piece);
    const leave = () => underWay.delete(id);
    outcome.then(leave, leave);
    return { piece, outcome };
  }

  async function serveLooks() {
    for (let look = looks.shift(); look; look = looks.shift()) await look.begin();
  }

  return {
    /**
     * @template T
     * @param {number} id
     * @param {(signal: AbortSignal) => Promise<T>} work
     * @returns {Promise<T>}
     */
    add(id, work) {
      const { piece, outcome } = enter(id, work);
      last = last.then(piece.begin);
      return outcome;
    },

    /**
     * @template T
     * @param {number} id
     * @param {(signal: AbortSignal) => Promise<T>} work
     * @returns {Promise<T>}
     */
    look(id, work) {
      const { piece, outcome } = enter(id, work);
      looks.push(piece);
      last = last.then(serveLooks);
      return outcome;
    },

    /** To be called where work pauses: does the looks that were asked for meanwhile. */
    serveLooks,

    /** @param {number} id of work that waits or runs; any other is over already */
    stop: (id) => underWay.get(id)?.stop(),
  };
}

/**
 * Work that waits for its turn. Stopped before that it is refused at once; later it is asked to
 * end, and answers itself.
 * @template T
 * @param {(signal: AbortSignal) => Promise<T>} work
 * @returns {{ piece: Piece, outcome: Promise<T> }}
 */
function prepare(work) {
  const stopper = new AbortController();
  const { signal } = stopper;
  let hasBegun = false;
  /** @type {(outcome: Promise<T>) => void} */
  let settle = () => {};
  /** @type {(error: unknown) => void} */
  let refuse = () => {};
  /** @type {Promise<T>} */
  const outcome = new Promise((resolve, reject) => ([settle, refuse] = [resolve, reject]));

  function stop() {
    stopper.abort();
    if (!hasBegun) refuse(stopped());
  }

  async function begin() {
    if (signal.aborted) return;
    hasBegun = true;
    settle(work(signal));
    await outcome.catch(() => {});
  }

  return { piece: { begin, stop }, outcome };
}
