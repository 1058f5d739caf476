import { openConnection } from "./connection.js";
import { EngineError } from "./engine-error.js";
import { bootSilent, engineRestarted, engineSilent, stopped, workerMissing } from "./faults.js";
import { createMessenger } from "./messenger.js";
import { watchSilence } from "./silence.js";

/** @typedef {import("./protocol.js").EngineState} EngineState */
/** @typedef {import("./protocol.js").BootMessage} BootMessage */
/** @typedef {import("./protocol.js").BootProgress} BootProgress */
/** @typedef {import("./protocol.js").Reply} Reply */
/** @typedef {import("./protocol.js").Versions} Versions */
/** @typedef {import("./messenger.js").Result} Result */

/**
 * In seconds: how long the engine may be silent before its first word, between the steps of its
 * loading and while it computes; and how long it may take to stop politely.
 */
const PATIENCE = { firstWord: 20, boot: 60, answer: 60, stop: 1.5 };

/** @type {BootProgress} */
const FIRST_STEP = { part: "the engine", label: "Starting the engine", loaded: null, total: null };

/**
 * The page's end of the Python engine, which begins to load at once.
 *
 * The engine remembers the data it has read and this end keeps nothing. So `onReady` is called
 * again after every restart, and is the place to send the data.
 * @param {object} [listener]
 * @param {(state: EngineState) => void} [listener.onState]
 * @param {(versions: Versions) => void} [listener.onReady]
 * @param {typeof PATIENCE} [listener.patience]
 */
export function createEngine({ onState = () => {}, onReady = () => {}, patience = PATIENCE } = {}) {
  const messenger = createMessenger();
  /** @type {EngineState} */
  let state;
  /** @type {Versions | null} known once the engine is ready */
  let versions;
  /** A worker that has answered is worth replacing unasked when it breaks. */
  let hasAnswered = false;
  /** What an earlier start left may be what makes this one fail. */
  let isPlain = false;
  /** @type {Set<number>} questions that may compute without a word as long as they like */
  const programs = new Set();
  /** @type {ReturnType<typeof openConnection>} */
  let connection;
  /** @type {ReturnType<typeof watchSilence>} */
  let silence;

  /** @param {EngineState} next */
  function show(next) {
    state = Object.freeze(next);
    onState(state);
  }

  function showActivity() {
    const phase = messenger.waiting().length > 0 ? "busy" : "ready";
    if (versions && phase !== state.phase) show({ phase, versions });
  }

  function begin() {
    versions = null;
    hasAnswered = false;
    connection = openConnection({ isPlain, onReply: receive, onLost: fail });
    silence = watchSilence({ patience: patienceNow, onTick: ping, onSilent: giveUp });
    show({ phase: "loading", progress: FIRST_STEP });
  }

  /** @param {EngineError} error what the unanswered questions are told */
  function end(error) {
    connection.close();
    silence.end();
    for (const id of messenger.waiting()) messenger.reject(id, error);
  }

  /** @param {EngineError} error */
  function fail(error) {
    isPlain = state.phase === "loading";
    end(error);
    show({ phase: "failed", error });
  }

  /** @param {EngineError} [error] */
  function restart(error = engineRestarted()) {
    end(error);
    begin();
  }

  /** Firefox raises no error when one of several modules of a worker does not load. */
  const isSpeechless = () => state.phase === "loading" && state.progress === FIRST_STEP;

  function patienceNow() {
    if (isSpeechless()) return patience.firstWord;
    if (state.phase === "loading") return patience.boot;
    const isSilent = state.phase !== "busy" || messenger.waiting().some((id) => programs.has(id));
    return isSilent ? Infinity : patience.answer;
  }

  function ping() {
    if (versions) connection.post({ id: 0, command: "ping", body: null });
  }

  function giveUp() {
    if (isSpeechless()) return fail(workerMissing(`silent for ${patience.firstWord} seconds`));
    if (state.phase !== "loading") return fail(engineSilent(patience.answer));
    const { label, part } = state.progress;
    fail(bootSilent(label, part, patience.boot));
  }

  /** @param {Reply} reply */
  function receive(reply) {
    silence.heard();
    if ("boot" in reply) return hearBoot(reply);
    if (!("id" in reply)) return;
    messenger.deliver(reply);
    if ("progress" in reply) return;
    if (reply.ok) hasAnswered = true;
    else if (reply.fatal) return replaceBroken(new EngineError(reply.error));
    showActivity();
  }

  /** @param {BootMessage} message */
  function hearBoot(message) {
    if (message.boot === "failed") return fail(new EngineError(message.error));
    if (message.boot !== "ready") return show({ phase: "loading", progress: message.boot });
    versions = message.versions;
    showActivity();
    onReady(versions);
  }

  /**
   * Unasked only once in a row: data that break every new worker must not do so for ever.
   * @param {EngineError} error
   */
  function replaceBroken(error) {
    if (hasAnswered) restart(error);
    else fail(error);
  }

  /**
   * While a program computes, the worker hears nothing: it is ended, where the program is to stop.
   * @param {number} id
   */
  function stop(id) {
    if (!messenger.isWaiting(id)) return;
    const [first] = messenger.waiting(); // questions are worked on in the order of asking
    const isDeaf = first !== undefined && programs.has(first);
    connection.post({ id: 0, command: "stop", body: { id } });
    if (!versions || isDeaf) {
      messenger.reject(id, stopped());
      if (versions && first === id) restart();
      return;
    }
    setTimeout(() => messenger.isWaiting(id) && restart(stopped()), patience.stop * 1000);
  }

  begin();

  return {
    /**
     * Sends a command. Rejects with an `EngineError`. An aborted signal asks the engine to stop:
     * it then answers with what it has, or, if it does not hear, is replaced and the command
     * rejects with the kind "Stopped". A program may be silent for any time, and is not asked.
     * @param {string} command
     * @param {unknown} body
     * @param {object} [options]
     * @param {(progress: any) => void} [options.onProgress]
     * @param {AbortSignal} [options.signal]
     * @param {boolean} [options.isProgram]
     * @returns {Promise<Result>}
     */
    ask(command, body, { onProgress, signal, isProgram = false } = {}) {
      if (signal?.aborted) return Promise.reject(stopped());
      if (state.phase === "failed") return Promise.reject(state.error);
      const { id, answer } = messenger.expect(onProgress);
      if (isProgram) programs.add(id);
      signal?.addEventListener("abort", () => stop(id), { once: true });
      connection.post({ id, command, body });
      showActivity();
      return answer;
    },

    /** Asks everything under way to stop, as an aborted signal does. */
    stop: () => messenger.waiting().forEach(stop),

    /** Throws the worker away, whatever it does, and starts another. */
    restart: () => restart(),
  };
}
