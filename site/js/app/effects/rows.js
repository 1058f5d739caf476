import { isNatural } from "../../state/rows/reduce.js";
import { orderQuestion } from "../../state/results/questions.js";

/** How long an iteration must stand before its rows are sorted anew, in milliseconds. */
const PAUSE = 200;

/** What rows are sorted by that does not change from one iteration to another. */
const FIXED = ["row", "label"];

/**
 * Has the rows sorted, when that is wanted and when an iteration has come to rest.
 *
 * @param {import("../effects.js").Means} means
 * @returns {import("../effects.js").Effects}
 */
export function rowsEffects({ store, engine, gate, faultOf }) {
  const { send, state } = store;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;

  async function sort() {
    clearTimeout(pause);
    await gate.pass();
    const asked = state();
    if (isNatural(asked.rows.by, asked.rows.descending)) return;
    const { command, body } = orderQuestion(asked);
    try {
      const { arrays } = await engine.ask(command, body);
      const { rows, results } = state();
      const isCurrent =
        rows.by === asked.rows.by &&
        rows.descending === asked.rows.descending &&
        results.result === asked.results.result;
      if (isCurrent && arrays.order) send({ type: "orderCame", order: arrays.order });
    } catch (error) {
      faultOf(error); // an engine that broke off says so itself; the rows stay as they are
    }
  }

  function sortLater() {
    const { by, descending } = state().rows;
    const isFixed = typeof by === "object" || FIXED.includes(String(by));
    if (isFixed || isNatural(by, descending)) return;
    clearTimeout(pause);
    pause = setTimeout(sort, PAUSE);
  }

  return { sortWanted: sort, frameCame: sortLater };
}
