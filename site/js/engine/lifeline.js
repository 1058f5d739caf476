/**
 * How the page learns at once that its worker died. A worker that is killed (by the browser, by
 * `self.close()`, for want of memory) raises no event anywhere. But the browser gives back the
 * locks it held; so the worker takes one, and the page waits in line for it.
 */

/**
 * Takes a lock for as long as this thread lives, and tells its name once it is held. Where there
 * are no locks (insecure origin, sandboxed frame) nothing is told and the page falls back to pings.
 * @param {(name: string) => void} announce
 */
export async function holdLifeline(announce) {
  try {
    const name = `emkit-engine-${crypto.randomUUID()}`;
    await navigator.locks.request(name, () => {
      announce(name);
      return new Promise(() => {});
    });
  } catch {
    // No lifeline here.
  }
}

/**
 * Calls `onCut` when the thread that holds the lock is gone.
 * @param {string} name
 * @param {() => void} onCut
 * @param {AbortSignal} signal ends the waiting
 */
export async function watchLifeline(name, onCut, signal) {
  try {
    await navigator.locks.request(name, { signal }, onCut);
  } catch {
    // The waiting was called off, or locks are not for us.
  }
}
