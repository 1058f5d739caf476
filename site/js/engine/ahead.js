/**
 * Starts the engine before the page's own modules are there: a script of its own, named first in
 * the page, so that Python loads while the page builds itself.
 */

import { startWorker } from "./worker-start.js";

/** @typedef {import("./worker-start.js").Started} Started */

/** @type {Started | null} */
let ahead = null;
try {
  ahead = startWorker();
} catch {
  // Whoever needs a worker tries again, and tells why there is none.
}

/**
 * The worker that was started ahead, once; afterwards, and for a plain start, another.
 * @param {boolean} isPlain
 * @returns {Started}
 */
export function takeWorker(isPlain) {
  const started = ahead ?? startWorker(isPlain);
  ahead = null;
  return started;
}
