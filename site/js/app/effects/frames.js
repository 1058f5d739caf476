import { createLatest } from "./latest.js";

/**
 * Frames as fast as they can be had and no faster: a slider dragged over 5,000 iterations asks for
 * those it can show. A few are kept, so that going back and forth asks nobody.
 *
 * @typedef {import("../../state/results/state.js").Frame} Frame
 */

/** How many numbers the kept frames may hold together: 16 MB of them. */
const MOST_NUMBERS = 2_000_000;

/** @param {(fit: number, iteration: number) => Promise<Frame>} ask */
export function createFrames(ask) {
  const latest = createLatest((/** @type {{ fit: number, iteration: number }} */ wish) =>
    ask(wish.fit, wish.iteration),
  );
  /** @type {Map<number, Frame>} of one fit, the one looked at last at the end */
  const kept = new Map();
  let keptFit = -1;

  /**
   * The frame; null where a later wish has come in between.
   * @param {number} fit
   * @param {number} iteration
   */
  async function get(fit, iteration) {
    const known = fit === keptFit ? kept.get(iteration) : undefined;
    const frame = known ?? (await latest({ fit, iteration }));
    return frame && keep(frame);
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
