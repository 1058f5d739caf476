import { createEngine } from "../engine/client.js";
import { EngineError } from "../engine/engine-error.js";
import { fitQuestion, isSameQuestion, needsStart, startQuestion } from "../state/typed.js";
import { unpackShipment } from "./shipment.js";

/**
 * All that the page does beyond drawing itself: asks the engine, and hears what it answers.
 *
 * The engine holds the data of the last text that it was sent and does one thing after another.
 * So a question may follow its data at once, and an answer counts only while the input that it
 * was asked with stands.
 */

/** How long a person may pause between two keys before the text is read, in milliseconds. */
const PAUSE = 250;

/** How a question can end that was not answered because the engine itself broke off. */
const BROKEN_OFF = ["EngineLost", "EngineSilent"];

/** @typedef {import("../state/intents.js").Intent} Intent */
/** @typedef {"done" | "refused" | "outdated"} Outcome */

/** @param {ReturnType<typeof import("../state/store.js").createStore>} store */
export function connectEffects(store) {
  const { send } = store;
  const input = () => store.state().input;
  /** @type {{ text: string, answer: ReturnType<typeof engine.ask> } | null} */
  let reading = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  let runner = new AbortController();

  const engine = createEngine({
    onState: (state) => {
      // A new worker holds nothing; what it is asked while it loads, it answers when it is ready.
      if (state.phase === "loading" && store.state().engine.phase !== "loading") reading = null;
      send({ type: "engineChanged", engine: state });
    },
    onReady: () => void refresh(),
  });

  /**
   * Lets the engine read the text, unless it was the last one sent.
   * @returns {Promise<Outcome>}
   */
  async function read() {
    clearTimeout(pause);
    const { text } = input();
    if (reading?.text !== text) reading = { text, answer: engine.ask("read", { text }) };
    const isCurrent = () => text === input().text;
    try {
      const { body } = await reading.answer;
      if (isCurrent() && !store.state().data) send({ type: "dataRead", data: body });
      return isCurrent() ? "done" : "outdated";
    } catch (error) {
      const fault = faultOf(error);
      if (isCurrent() && fault) send({ type: "dataRefused", fault });
      return isCurrent() ? "refused" : "outdated";
    }
  }

  /**
   * Fills the start from the data, where it is not a person's own.
   * @returns {Promise<Outcome>}
   */
  async function suggest() {
    const outcome = await read();
    if (outcome !== "done" || !needsStart(input())) return outcome;
    const asked = input();
    const isCurrent = () => asked.text === input().text && asked.components === input().components;
    try {
      const { body } = await engine.ask("start", startQuestion(asked));
      if (isCurrent() && needsStart(input())) send({ type: "startSuggested", start: body });
      return isCurrent() ? "done" : "outdated";
    } catch (error) {
      const fault = faultOf(error);
      if (isCurrent() && fault) send({ type: "startRefused", fault });
      return isCurrent() ? "refused" : "outdated";
    }
  }

  /** Runs EM on what is typed, as soon as its data and its start stand. */
  async function run() {
    runner.abort();
    runner = new AbortController();
    const { signal } = runner;
    let outcome = await suggest();
    while (outcome === "outdated" && !signal.aborted) outcome = await suggest();
    if (signal.aborted) return;
    if (outcome === "refused") return send({ type: "runRefused", fault: null });
    send({ type: "runBegan" });
    const asked = input();
    try {
      const result = await fit(asked, {
        onProgress: (progress) => send({ type: "runProgressed", progress }),
        signal,
      });
      send({ type: "runAnswered", input: asked, result });
    } catch (error) {
      send({ type: "runRefused", fault: faultOf(error) });
    }
  }

  /**
   * @param {import("../state/state.js").Input} asked
   * @param {Parameters<typeof engine.ask>[2]} [options]
   */
  async function fit(asked, options) {
    const { body, arrays } = await engine.ask("fit", fitQuestion(asked), options);
    return { report: body, arrays, isOpening: false };
  }

  /** Brings a new engine up to what the page shows, and makes the opening result a live one. */
  async function refresh() {
    if (input().text === "") return; // nobody has asked for anything yet
    const shown = store.state().result;
    const isOpening = shown?.isOpening && !store.state().stale;
    if ((await suggest()) !== "done" || !isOpening || store.state().run !== "idle") return;
    const asked = input();
    const result = await fit(asked).catch(() => null);
    const isWanted = store.state().result === shown && isSameQuestion(asked, input());
    if (result && isWanted) send({ type: "resultRenewed", result });
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

  /**
   * The fault to tell of an unanswered question, if it is not that the engine broke off: then its
   * own state says so.
   * @param {unknown} error
   */
  function faultOf(error) {
    if (!(error instanceof EngineError)) throw error;
    const isBrokenOff = store.state().engine.phase === "failed" || BROKEN_OFF.includes(error.kind);
    return isBrokenOff ? null : error.toFault();
  }

  store.listen(({ type }) => effects[type]?.());
  void unpackShipment(send);
}
