import { clusterQuestion } from "../../state/beside/questions.js";
import { structureName } from "../../lib/structure.js";
import { aboutOf, answeredQuestion, isAboutFit, isOutdated } from "../../state/errands/about.js";
import { programQuestion, scriptQuestion } from "../../state/program/questions.js";
import { errorsQuestion, exportQuestion, loadQuestion } from "../../state/results/questions.js";
import { compareQuestion, ratioQuestion, takeQuestion } from "../../state/study/questions.js";
import { createPrinter } from "./printer.js";

/**
 * @typedef {import("../../state/state.js").State} State
 * @typedef {import("../../state/errands/state.js").ErrandName} ErrandName
 * @typedef {{ errand: ErrandName, detail?: any }} Wish
 */

/** @type {Record<ErrandName, (state: State, detail: any) => import("../pipeline.js").Question>} */
const QUESTIONS = {
  compare: compareQuestion,
  take: takeQuestion,
  likelihoodRatio: ratioQuestion,
  cluster: clusterQuestion,
  program: programQuestion,
  load: loadQuestion,
  standardErrors: errorsQuestion,
  export: exportQuestion,
  script: scriptQuestion,
};

/** What these find is of no use once the data are others. */
const ABOUT_DATA = /** @type {ErrandName[]} */ (["compare", "likelihoodRatio", "cluster"]);

/**
 * Sends the engine on the errands of the rooms. A fit that one of them brings is shown.
 *
 * @param {import("../effects.js").Means} means
 * @returns {import("../effects.js").Effects}
 */
export function errandEffects({ store, engine, pipeline, gate, faultOf }) {
  const { send, state } = store;
  /** @type {Map<ErrandName, AbortController>} */
  const stoppers = new Map();

  store.listen(stopOutdated);

  /** @param {Wish} wish */
  async function run({ errand, detail }) {
    const stopper = new AbortController();
    const { signal } = stopper;
    stoppers.set(errand, stopper);
    const hasData = isAboutFit(errand) || (await dataStand(signal));
    if (isAboutFit(errand) || errand === "cluster") await gate.pass();
    if (signal.aborted) return;
    if (!hasData && errand !== "program") {
      return send({ type: "errandRefused", errand, fault: state().data.fault });
    }
    try {
      await ask(errand, detail, signal);
    } catch (error) {
      send({ type: "errandRefused", errand, fault: faultOf(error) });
    }
  }

  /**
   * Whether the engine has the data as they are now.
   * @param {AbortSignal} signal
   */
  async function dataStand(signal) {
    for (;;) {
      const outcome = await pipeline.upTo("data");
      if (outcome !== "outdated" || signal.aborted) return outcome === "done";
    }
  }

  /**
   * @param {ErrandName} errand
   * @param {unknown} detail
   * @param {AbortSignal} signal
   */
  async function ask(errand, detail, signal) {
    const about = aboutOf(errand, state());
    const question = answeredQuestion(errand, state());
    const { command, body } = QUESTIONS[errand](state(), detail);
    const printer = createPrinter((text) => send({ type: "programPrinted", text }));
    send({ type: "errandBegan", errand, about });
    try {
      const reply = await engine.ask(command, body, {
        onProgress: (progress) => {
          if ("output" in progress) printer.add(progress.output);
          else send({ type: "errandProgressed", errand, progress });
        },
        signal,
        isProgram: errand === "program",
      });
      printer.flush();
      send({ type: "errandAnswered", errand, answer: { ...reply, about } });
      if (reply.body.frame) show(errand, reply, question);
    } finally {
      printer.flush();
    }
  }

  /**
   * @param {ErrandName} errand
   * @param {import("../../engine/messenger.js").Result} reply
   * @param {import("../../state/question.js").Question} question
   */
  function show(errand, { body, arrays }, question) {
    const origin = originOf(errand, body);
    send({ type: "fitTaken", result: { report: body, arrays, question, origin } });
  }

  function stopOutdated() {
    for (const errand of ABOUT_DATA) {
      const { phase, about } = state().errands[errand];
      if (phase === "running" && isOutdated(errand, state(), about)) stoppers.get(errand)?.abort();
    }
  }

  return {
    errandWanted: run,
    errandStopWanted: (/** @type {Wish} */ { errand }) => stoppers.get(errand)?.abort(),
  };
}

/**
 * Where a fit is from, as a sentence.
 * @param {ErrandName} errand
 * @param {import("../../state/results/state.js").Report} report
 */
function originOf(errand, { model: { components, covariance }, chosen }) {
  if (errand === "program") return "This is the fit of your Python program.";
  if (errand === "load") return `This is run ${(chosen ?? 0) + 1} of the search.`;
  return `This is the fit with ${components} ${structureName(covariance)} from the table below.`;
}
