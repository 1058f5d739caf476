import { isSame } from "../../lib/same.js";
import { hasData, isSampleComing } from "../../state/data/questions.js";
import { fitQuestion } from "../../state/model/questions.js";
import { isStale, questionOf } from "../../state/question.js";

/**
 * Runs EM on what is typed, and keeps the engine at what the page shows.
 *
 * @param {import("../effects.js").Means} means
 */
export function runEffects({ store, engine, pipeline, gate, faultOf }) {
  const { send, state } = store;
  let runner = new AbortController();
  /** Whether the run that is wanted begins when the text of its sample has come. */
  let isPostponed = false;
  /** @type {unknown} the result that a new engine was last asked to find again */
  let renewed = null;

  store.listen(() => {
    if (isPostponed && !isSampleComing(state())) void run();
  });

  /** Runs EM as soon as its data and its start stand. */
  async function run() {
    runner.abort();
    const mine = new AbortController();
    runner = mine;
    isPostponed = isSampleComing(state());
    if (isPostponed) return;
    const { signal } = mine;
    let outcome = await pipeline.upTo("start");
    while (outcome === "outdated" && !signal.aborted) outcome = await pipeline.upTo("start");
    if (signal.aborted) return;
    if (outcome === "refused") return send({ type: "runRefused", fault: null });
    send({ type: "runBegan" });
    /** @type {typeof send} what comes of a run that another has taken the place of is dropped */
    const tell = (intent) => void (mine === runner && send(intent));
    try {
      /** @param {import("../../state/run/state.js").FitProgress} progress */
      const onProgress = (progress) => tell({ type: "runProgressed", progress });
      tell({ type: "runAnswered", result: await fit({ onProgress, signal }) });
    } catch (error) {
      tell({ type: "runRefused", fault: faultOf(error) });
    }
  }

  function stop() {
    isPostponed = false;
    runner.abort();
  }

  /** @param {{ fault: import("../../engine/protocol.js").Fault }} failure */
  function giveUp({ fault }) {
    if (isPostponed) send({ type: "runRefused", fault });
    isPostponed = false;
  }

  /** @param {Parameters<typeof engine.ask>[2]} [options] */
  async function fit(options) {
    const question = questionOf(state());
    const { command, body } = fitQuestion(state());
    const reply = await engine.ask(command, body, options);
    return { report: reply.body, arrays: reply.arrays, question };
  }

  /**
   * Brings a new engine up to what the page shows: it does not know the fit, whose iterations a
   * person may want to see. A fit that broke an engine is not asked for again unasked.
   */
  async function refresh() {
    const open = gate.opener();
    await renew().finally(open);
  }

  async function renew() {
    if (!hasData(state())) return; // nobody has asked for anything yet
    const shown = state().results.result;
    const isWorthIt = shown !== null && shown !== renewed && !shown.origin && !isStale(state());
    if ((await pipeline.upTo("start")) !== "done" || !isWorthIt) return;
    if (state().run.phase !== "idle") return;
    renewed = shown;
    const result = await fit().catch(() => null);
    const isWanted =
      state().results.result === shown && isSame(result?.question, questionOf(state()));
    if (result && isWanted) send({ type: "resultRenewed", result });
  }

  /** @type {import("../effects.js").Effects} */
  const effects = { runWanted: run, stopWanted: stop, shipmentFailed: giveUp };
  return { effects, refresh };
}
