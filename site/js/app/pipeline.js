import { isSame } from "../lib/same.js";

/**
 * What the engine must know before it can fit, in order: the text, what of it
 * is fitted, then the start.
 *
 * The engine holds what it was told last and does one thing after another. A stage is asked when
 * its question, or that of a stage before it, has changed; its answer counts only while its
 * question stands.
 */

/**
 * @typedef {import("../state/state.js").State} State
 * @typedef {import("../state/intents.js").Intent} Intent
 * @typedef {import("../engine/protocol.js").Fault} Fault
 * @typedef {{ command: string, body: any }} Question
 * @typedef {"done" | "refused" | "outdated"} Outcome
 */

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {(state: State) => Question | null} question  null where nothing need be asked
 * @property {(state: State) => boolean} isKnown           whether the state has the answer
 * @property {(body: any) => Intent} accept
 * @property {(fault: Fault) => Intent} refuse
 */

/** @typedef {{ question: Question | null, before: Asked | null, answer: Promise<any> }} Asked */

/**
 * @param {object} parts
 * @param {ReadonlyArray<Stage>} parts.stages
 * @param {() => State} parts.state
 * @param {import("../state/intents.js").Send} parts.send
 * @param {(question: Question) => Promise<{ body: any }>} parts.ask
 * @param {(error: unknown) => Fault | null} parts.faultOf
 */
export function createPipeline({ stages, state, send, ask, faultOf }) {
  /** @type {Map<string, Asked>} */
  const asked = new Map();

  /**
   * @param {Stage} stage
   * @param {Asked | null} before
   */
  function askStage(stage, before) {
    const question = stage.question(state());
    const last = asked.get(stage.name);
    if (last && last.before === before && isSame(last.question, question)) return last;
    const answer = question ? ask(question) : Promise.resolve(null);
    const now = { question, before, answer };
    asked.set(stage.name, now);
    return now;
  }

  /**
   * @param {Stage} stage
   * @param {Asked} now
   * @returns {Promise<Outcome>}
   */
  async function settle(stage, now) {
    const isCurrent = () =>
      asked.get(stage.name) === now && isSame(now.question, stage.question(state()));
    try {
      const reply = await now.answer;
      if (!isCurrent()) return "outdated";
      if (reply && !stage.isKnown(state())) send(stage.accept(reply.body));
      return "done";
    } catch (error) {
      const fault = faultOf(error);
      if (!isCurrent()) return "outdated";
      if (fault) send(stage.refuse(fault));
      return "refused";
    }
  }

  return {
    /**
     * Sees to it that the engine knows all up to a stage, of the input as it is now.
     * @param {string} last
     * @returns {Promise<Outcome>}
     */
    async upTo(last) {
      /** @type {Asked | null} */
      let before = null;
      for (const stage of stages) {
        before = askStage(stage, before);
        const outcome = await settle(stage, before);
        if (outcome !== "done" || stage.name === last) return outcome;
      }
      throw new Error(`no stage is named ${last}`);
    },

    /** A new engine knows nothing. */
    forget: () => asked.clear(),
  };
}
