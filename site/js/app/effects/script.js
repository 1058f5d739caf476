import { isSame } from "../../lib/same.js";
import { scriptQuestion } from "../../state/program/questions.js";
import { questionOf } from "../../state/question.js";

/** How long the input must stand before its program is written, in milliseconds. */
const PAUSE = 300;

/**
 * Keeps the program in the Python room at what the page does, while that room is open.
 *
 * @param {import("../effects.js").Means} means
 * @returns {import("../effects.js").Effects}
 */
export function scriptEffects({ store, engine, pipeline }) {
  const { send, state } = store;
  /** @type {unknown} what the program is written for, or is being written for */
  let written = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;

  store.listen(() => {
    const isWanted = state().program.isOpen && state().engine.phase !== "failed";
    if (!isWanted || isSame(written, wanted())) return;
    written = wanted();
    clearTimeout(pause);
    pause = setTimeout(write, PAUSE);
  });

  const wanted = () => ({ data: questionOf(state()).data, script: scriptQuestion(state()) });

  async function write() {
    const now = written;
    try {
      const outcome = await pipeline.upTo("start");
      if (outcome !== "done" || now !== written) return;
      const { command, body } = scriptQuestion(state());
      const reply = await engine.ask(command, body);
      if (now === written) send({ type: "pageCodeCame", code: reply.body.panel });
    } catch {
      written = null; // an engine that broke off is asked again when it is there again
    }
  }

  return {};
}
