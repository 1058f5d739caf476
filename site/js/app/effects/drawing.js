import { drawQuestion, truthQuestion } from "../../state/drawing/questions.js";

/**
 * Draws samples, and sets every fit to a drawn one beside the truth.
 *
 * @param {import("../effects.js").Means} means
 * @returns {import("../effects.js").Effects}
 */
export function drawingEffects({ store, engine, faultOf }) {
  const { send, state } = store;

  async function draw() {
    const { command, body } = drawQuestion(state());
    try {
      const { body: drawn } = await engine.ask(command, body);
      send({ type: "sampleDrawn", text: drawn.text, truth: drawn.truth });
      send({ type: "textEdited", text: drawn.text });
    } catch (error) {
      send({ type: "drawingRefused", fault: faultOf(error) });
    }
  }

  async function compare() {
    const question = truthQuestion(state());
    if (!question) return;
    const reply = await engine.ask(question.command, question.body).catch(() => null);
    if (reply) send({ type: "truthCompared", comparison: reply.body });
  }

  return {
    drawingWanted: draw,
    runAnswered: compare,
    resultRenewed: compare,
    fitTaken: compare,
  };
}
