/**
 * Asks for one thing at a time and remembers only the latest wish, so that whoever wishes faster
 * than there are answers gets the last of them soon.
 *
 * @template W, A
 * @param {(wish: W) => Promise<A>} ask
 * @returns {(wish: W) => Promise<A | null>} null where a later wish has come in between
 */
export function createLatest(ask) {
  /** @typedef {{ wish: W, done: (answer: A | null) => void, fail: (error: unknown) => void }} Waiting */
  /** @type {Waiting | null} */
  let next = null;
  let isAsking = false;

  async function work() {
    if (isAsking) return;
    isAsking = true;
    for (let now = take(); now; now = take()) {
      try {
        now.done(await ask(now.wish));
      } catch (error) {
        now.fail(error);
      }
    }
    isAsking = false;
  }

  function take() {
    const now = next;
    next = null;
    return now;
  }

  return (wish) =>
    new Promise((done, fail) => {
      next?.done(null);
      next = { wish, done, fail };
      void work();
    });
}
