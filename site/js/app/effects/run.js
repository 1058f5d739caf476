import { isSame } from "../../lib/same.js";
import { hasData } from "../../state/data/questions.js";
import { fitQuestion } from "../../state/model/questions.js";
import { isStale, questionOf } from "../../state/question.js";

/**
 * Runs EM on what is typed, and keeps the engine at what the page shows.
 *
 * @param {import("../effects.js").Means} means
 */
export function runEffects({ store, engine, pipeline, faultOf }) {
  const { send, state } = store;
  let runner = new AbortController();
  /** @type {unknown} the result that a new engine was last asked to find again */
  let renewed = null;

  /** Runs EM as soon as its data and its start stand. */
  async function run() {
    runner.abort();
    runner = new AbortController();
    const { signal } = runner;
    let outcome = await pipeline.upTo("start");
    while (outcome === "outdated" && !signal.aborted) outcome = await pipeline.upTo("start");
    if (signal.aborted) return;
    if (outcome === "refused") return send({ type: "runRefused", fault: null });
    send({ type: "runBegan" });
    try {
      /** @param {import("../../state/run/state.js").FitProgress} progress */
      const onProgress = (progress) => send({ type: "runProgressed", progress });
      send({ type: "runAnswered", result: await fit({ onProgress, signal }) });
    } catch (error) {
      send({ type: "runRefused", fault: faultOf(error) });
    }
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
  const effects = { runWanted: run, stopWanted: () => runner.abort() };
  return { effects, refresh };
}
