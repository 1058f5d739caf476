/**
 * Fetches frames as fast as they can be had and no faster: while one is under way only the latest
 * wish is remembered, so that a slider dragged over 5,000 iterations asks for those it can show.
 * A few frames are kept, so that going back and forth asks nobody.
 *
 * @typedef {import("../../state/results/state.js").Frame} Frame
 */

/** How many numbers the kept frames may hold together: 16 MB of them. */
const MOST_NUMBERS = 2_000_000;

/**
 * @param {(fit: number, iteration: number) => Promise<Frame>} fetch
 */
export function createFrames(fetch) {
  /** @type {Map<number, Frame>} the frames of one fit, the one looked at last at the end */
  const kept = new Map();
  let keptFit = -1;
  let underWay = false;
  /** @type {{ fit: number, iteration: number, done: (frame: Frame | null) => void, fail: (error: unknown) => void } | null} */
  let next = null;

  /**
   * The frame; or null where a later wish has come in between.
   * @param {number} fit
   * @param {number} iteration
   * @returns {Promise<Frame | null>}
   */
  function get(fit, iteration) {
    next?.done(null);
    next = null;
    const known = fit === keptFit ? kept.get(iteration) : undefined;
    if (known) return Promise.resolve(keep(known));
    return new Promise((done, fail) => {
      next = { fit, iteration, done, fail };
      void work();
    });
  }

  async function work() {
    if (underWay) return;
    underWay = true;
    for (let wish = next; wish; wish = next) {
      next = null;
      try {
        wish.done(keep(await fetch(wish.fit, wish.iteration)));
      } catch (error) {
        wish.fail(error);
      }
    }
    underWay = false;
  }

  /** @param {Frame} frame */
  function keep(frame) {
    const { fit, iteration } = frame.body;
    if (fit !== keptFit) kept.clear();
    keptFit = fit;
    kept.delete(iteration);
    kept.set(iteration, frame);
    for (const [oldest] of kept) {
      if (kept.size === 1 || total(kept) <= MOST_NUMBERS) break;
      kept.delete(oldest);
    }
    return frame;
  }

  return { get };
}

/** @param {Map<number, Frame>} frames */
function total(frames) {
  return [...frames.values()].reduce((sum, frame) => sum + size(frame), 0);
}

/** @param {Frame} frame */
function size({ arrays }) {
  return Object.values(arrays).reduce((sum, values) => sum + values.length, 0);
}
