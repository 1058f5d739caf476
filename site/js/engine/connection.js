import { takeWorker } from "./ahead.js";
import { engineLost, workerMissing, workersForbidden } from "./faults.js";
import { watchLifeline } from "./lifeline.js";

/** @typedef {import("./protocol.js").Reply} Reply */
/** @typedef {import("./protocol.js").Command} Command */
/** @typedef {import("./engine-error.js").EngineError} EngineError */

/**
 * One worker from its start to its end, however it ends. A closed connection delivers nothing
 * more: that is how late answers of a replaced worker are dropped.
 * @param {object} listener
 * @param {boolean} listener.isPlain  whether the worker does without what an earlier start left
 * @param {(reply: Reply) => void} listener.onReply
 * @param {(error: EngineError) => void} listener.onLost  at most once, never after close()
 */
export function openConnection({ isPlain, onReply, onLost }) {
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
    const started = takeWorker(isPlain);
    worker = started.worker;
    const messageerror = () => lose(engineLost("unreadable message"));
    started.listen({ message: receive, error: fail, messageerror });
  } catch (error) {
    queueMicrotask(() => lose(workersForbidden(String(error))));
  }

  return {
    /** @param {Command} request */
    post: (request) => worker?.postMessage(request),
    close,
  };
}
