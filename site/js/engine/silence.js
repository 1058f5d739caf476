/**
 * Notices that an expected sign of life does not come. It counts its own ticks rather than ask
 * the clock: a tab that is frozen or a laptop that sleeps makes no ticks, and its worker was
 * asleep too.
 */

const TICK_MS = 1000;

/**
 * @param {object} watch
 * @param {() => number} watch.patience  how many silent seconds are too many; Infinity while
 *                                       nothing is expected
 * @param {() => void} watch.onTick      called every second while something is expected
 * @param {() => void} watch.onSilent    called once, at the end of the patience
 */
export function watchSilence({ patience, onTick, onSilent }) {
  let silentTicks = 0;

  const timer = setInterval(() => {
    const limit = patience();
    silentTicks = Number.isFinite(limit) ? silentTicks + 1 : 0;
    if (silentTicks === 0) return;
    if (silentTicks < limit) return onTick();
    clearInterval(timer);
    onSilent();
  }, TICK_MS);

  return {
    /** A sign of life: the count begins anew. */
    heard: () => {
      silentTicks = 0;
    },
    end: () => clearInterval(timer),
  };
}
