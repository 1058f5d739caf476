import { createEngine } from "../engine/client.js";
import { EngineError } from "../engine/engine-error.js";
import { fitQuestion, needsStart, startQuestion } from "../state/typed.js";
import { unpackShipment } from "./shipment.js";

/**
 * All that the page does beyond drawing itself: asks the engine, and hears what it answers.
 *
 * The engine holds one data set. `held` is the text it was read from and what was found in it, and
 * every question is preceded by what it needs: a fit by a start, a start by the data.
 */

/** How long a person may pause between two keys before the text is read, in milliseconds. */
const PAUSE = 250;

/** What is answered when the engine itself broke off: its own state says why. */
const BROKEN_OFF = ["EngineLost", "EngineSilent"];

/** @typedef {import("../state/intents.js").Intent} Intent */

/** @param {ReturnType<typeof import("../state/store.js").createStore>} store */
export function connectEffects(store) {
  const { send } = store;
  const input = () => store.state().input;
  /** @type {{ text: string, data: import("../state/state.js").Summary } | null} */
  let held = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  let runner = new AbortController();

  const engine = createEngine({
    onState: (state) => send({ type: "engineChanged", engine: state }),
    onReady: () => {
      held = null;
      void (store.state().run === "waiting" ? run() : refresh());
    },
  });

  /** Reads the text unless the engine holds it; says whether it does now. */
  async function read() {
    clearTimeout(pause);
    const { text } = input();
    if (text === held?.text) {
      if (!store.state().data) send({ type: "dataRead", data: held.data });
      return true;
    }
    const isCurrent = () => text === input().text;
    try {
      const { body } = await engine.ask("read", { text });
      if (!isCurrent()) return false;
      held = { text, data: body };
      send({ type: "dataRead", data: body });
      return true;
    } catch (error) {
      held = null;
      const fault = faultOf(error);
      if (isCurrent() && fault) send({ type: "dataRefused", fault });
      return false;
    }
  }

  /** Fills the start from the data where it is not a person's own; says whether it stands. */
  async function suggest() {
    if (!(await read())) return false;
    if (!needsStart(input())) return true;
    const question = startQuestion(input());
    try {
      const { body } = await engine.ask("start", question);
      if (question.components !== startQuestion(input()).components) return false;
      if (needsStart(input())) send({ type: "startSuggested", start: body });
      return true;
    } catch (error) {
      const fault = faultOf(error);
      if (fault) send({ type: "startRefused", fault });
      return false;
    }
  }

  /** Runs EM on what is typed now. */
  async function run() {
    runner = new AbortController();
    const { signal } = runner;
    const isReady = await suggest();
    if (signal.aborted || store.state().run === "idle") return;
    if (!isReady) return send({ type: "runRefused", fault: null });
    send({ type: "runBegan" });
    await fit(signal);
  }

  /** @param {AbortSignal} [signal] */
  async function fit(signal) {
    const asked = input();
    try {
      const { body, arrays } = await engine.ask("fit", fitQuestion(asked), {
        onProgress: (progress) => send({ type: "runProgressed", progress }),
        signal,
      });
      send({ type: "runAnswered", input: asked, result: { report: body, arrays } });
    } catch (error) {
      send({ type: "runRefused", fault: faultOf(error) });
    }
  }

  /** Brings the engine up to what the page shows; the opening result is computed anew, live. */
  async function refresh() {
    const isOpening = store.state().result !== null && !store.state().stale;
    if ((await suggest()) && isOpening && !store.state().stale && store.state().run === "idle") {
      await fit();
    }
  }

  function retry() {
    if (store.state().engine.phase === "failed") engine.restart();
    if (store.state().samples.length === 0) void unpackShipment(send);
  }

  /** @type {Partial<Record<Intent["type"], () => void>>} */
  const effects = {
    textEdited: () => {
      clearTimeout(pause);
      pause = setTimeout(suggest, PAUSE);
    },
    sampleChosen: suggest,
    componentsEdited: suggest,
    startWanted: suggest,
    runWanted: run,
    stopWanted: () => runner.abort(),
    retryWanted: retry,
  };

  store.listen(({ type }) => effects[type]?.());
  void unpackShipment(send);
}

/**
 * The fault to tell of an error, if it is not the engine's own breaking off.
 * @param {unknown} error
 */
function faultOf(error) {
  if (!(error instanceof EngineError)) throw error;
  return BROKEN_OFF.includes(error.kind) ? null : error.toFault();
}
