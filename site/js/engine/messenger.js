import { EngineError } from "./engine-error.js";

/** @typedef {import("./protocol.js").Answer} Answer */
/** @typedef {import("./protocol.js").Refusal} Refusal */
/** @typedef {import("./protocol.js").Progress} Progress */
/** @typedef {import("./protocol.js").Arrays} Arrays */
/** @typedef {{ body: any, arrays: Arrays }} Result */

/**
 * @typedef {object} Pending
 * @property {(result: Result) => void} resolve
 * @property {(error: EngineError) => void} reject
 * @property {(progress: any) => void} [onProgress]
 */

/**
 * Matches answers to questions: each question has a number, never used twice, and a promise that
 * waits under it. An answer to a number nobody waits under is too late, and is dropped.
 */
export function createMessenger() {
  /** @type {Map<number, Pending>} */
  const pending = new Map();
  let lastId = 0;

  /** @param {number} id */
  function take(id) {
    const question = pending.get(id);
    pending.delete(id);
    return question;
  }

  return {
    /**
     * @param {(progress: any) => void} [onProgress]
     * @returns {{ id: number, answer: Promise<Result> }}
     */
    expect(onProgress) {
      lastId += 1;
      const id = lastId;
      const answer = new Promise((resolve, reject) => {
        pending.set(id, { resolve, reject, onProgress });
      });
      return { id, answer };
    },

    /** @param {Answer | Refusal | Progress} reply */
    deliver(reply) {
      if ("progress" in reply) pending.get(reply.id)?.onProgress?.(reply.progress);
      else if (reply.ok) take(reply.id)?.resolve({ body: reply.body, arrays: reply.arrays });
      else take(reply.id)?.reject(new EngineError(reply.error));
    },

    /** @param {number} id @param {EngineError} error */
    reject: (id, error) => take(id)?.reject(error),

    /** @param {number} id */
    isWaiting: (id) => pending.has(id),

    /** The numbers of all questions without an answer, the oldest first. */
    waiting: () => [...pending.keys()],
  };
}
