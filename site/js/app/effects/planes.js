import { outlinesQuestion } from "../../state/planes/questions.js";

/** How long an iteration must stand before outlines in other planes are asked for, in milliseconds. */
const PAUSE = 150;

/**
 * Has the components outlined in the planes that a person chose, when an iteration has come to rest.
 *
 * @param {import("../effects.js").Means} means
 * @returns {import("../effects.js").Effects}
 */
export function planesEffects({ store, engine, faultOf }) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;

  async function outline() {
    const question = outlinesQuestion(store.state());
    if (!question) return;
    const { frame } = store.state().results;
    try {
      const found = await engine.ask(question.command, question.body);
      if (store.state().results.frame === frame) store.send({ type: "frameCame", frame: found });
    } catch (error) {
      faultOf(error); // an engine that broke off says so itself; the planes stay without outlines
    }
  }

  function outlineLater() {
    clearTimeout(pause);
    if (outlinesQuestion(store.state())) pause = setTimeout(outline, PAUSE);
  }

  return {
    columnsDrawn: outline,
    frameCame: outlineLater,
    runAnswered: outlineLater,
    fitTaken: outlineLater,
  };
}
