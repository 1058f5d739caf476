import { engineLost, workerMissing, workersForbidden } from "./faults.js";
import { watchLifeline } from "./lifeline.js";

/** @typedef {import("./protocol.js").Reply} Reply */
/** @typedef {import("./protocol.js").Command} Command */
/** @typedef {import("./engine-error.js").EngineError} EngineError */

/**
 * A frame without an origin may start no worker by its address, but one that does nothing except
 * import it.
 * @param {URL} url
 */
function startable({ href }) {
  return self.origin === "null" ? `data:text/javascript,import "${encodeURI(href)}"` : href;
}

/**
 * One worker from its start to its end, however it ends. A closed connection delivers nothing
 * more: that is how late answers of a replaced worker are dropped.
 * @param {URL} url
 * @param {object} listener
 * @param {(reply: Reply) => void} listener.onReply
 * @param {(error: EngineError) => void} listener.onLost  at most once, never after close()
 */
export function openConnection(url, { onReply, onLost }) {
  const life = new AbortController();
  let spoke = false;
  /** @type {Worker | undefined} */
  let worker;

  function close() {
    life.abort();
    worker?.terminate();
  }

  /** @param {EngineError} error */
  function lose(error) {
    if (life.signal.aborted) return;
    close();
    onLost(error);
  }

  /** @param {MessageEvent<Reply>} event */
  function receive({ data }) {
    if (life.signal.aborted) return;
    spoke = true;
    if ("lifeline" in data) watchLifeline(data.lifeline, () => lose(engineLost()), life.signal);
    else onReply(data);
  }

  /** @param {ErrorEvent} event which is bare when the script itself did not load */
  function fail({ message = "" }) {
    if (spoke) return lose(engineLost(message));
    const isSandboxed = self.origin === "null";
    lose(isSandboxed ? workersForbidden(message) : workerMissing(message));
  }

  try {
    worker = new Worker(startable(url), { type: "module", name: "emkit engine" });
    worker.addEventListener("message", receive);
    worker.addEventListener("error", fail);
    worker.addEventListener("messageerror", () => lose(engineLost("unreadable message")));
  } catch (error) {
    queueMicrotask(() => lose(workersForbidden(String(error))));
  }

  return {
    /** @param {Command} request */
    post: (request) => worker?.postMessage(request),
    close,
  };
}
