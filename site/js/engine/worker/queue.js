import { stopped } from "../faults.js";

/** One piece of work at a time, in the order of asking: two computations never mix. */
export function createQueue() {
  /** @type {Map<number, AbortController>} */
  const underWay = new Map();
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();

  return {
    /**
     * @template T
     * @param {number} id
     * @param {(signal: AbortSignal) => Promise<T>} work
     * @returns {Promise<T>}
     */
    add(id, work) {
      const controller = new AbortController();
      underWay.set(id, controller);
      const result = last.then(() => {
        if (controller.signal.aborted) throw stopped();
        return work(controller.signal);
      });
      last = result.catch(() => {}).then(() => underWay.delete(id));
      return result;
    },

    /** @param {number} id of work that waits or runs; any other is over already */
    stop: (id) => underWay.get(id)?.abort(),
  };
}
