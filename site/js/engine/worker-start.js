const WORKER = new URL("./worker.js", import.meta.url);

/** What a worker can tell of itself. */
const EVENTS = /** @type {const} */ (["message", "error", "messageerror"]);

/**
 * @typedef {object} Started
 * @property {Worker} worker
 * @property {(listeners: Listeners) => void} listen  hears all that it tells, from its first word
 */

/**
 * @typedef {object} Listeners
 * @property {(event: MessageEvent) => void} message
 * @property {(event: ErrorEvent) => void} error
 * @property {() => void} messageerror
 */

/**
 * Starts the engine's worker. What it tells before anybody listens is kept.
 * @param {boolean} [isPlain]  whether it is to do without what an earlier start left
 * @returns {Started}
 * @throws where the browser forbids it
 */
export function startWorker(isPlain = false) {
  const name = isPlain ? "emkit engine, plain" : "emkit engine";
  const worker = new Worker(startable(WORKER), { type: "module", name });
  /** @type {Event[]} */
  const told = [];
  /** @param {Event} event */
  const keep = (event) => told.push(event);
  for (const type of EVENTS) worker.addEventListener(type, keep);

  return {
    worker,
    listen(listeners) {
      for (const type of EVENTS) {
        const listener = /** @type {(event: any) => void} */ (listeners[type]);
        worker.removeEventListener(type, keep);
        worker.addEventListener(type, listener);
        for (const event of told) if (event.type === type) queueMicrotask(() => listener(event));
      }
    },
  };
}

/**
 * A frame without an origin may start no worker by its address, but one that does nothing except
 * import it.
 * @param {URL} url
 */
function startable({ href }) {
  return self.origin === "null" ? `data:text/javascript,import "${encodeURI(href)}"` : href;
}
