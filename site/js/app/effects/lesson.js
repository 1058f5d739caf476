import { editsOf } from "../../state/lesson/drag.js";
import { PAGE_ROWS } from "../../state/lesson/state.js";
import { hasRun, positionOf } from "../../state/player/views.js";
import { createLatest } from "./latest.js";

/**
 * Fetches the work behind the iteration on show, and lets the start be dragged.
 */

/** How long a handle stays put before the run begins from there, in milliseconds. */
const SETTLE = 400;

/**
 * @param {import("../effects.js").Means} means
 * @returns {import("../effects.js").Effects}
 */
export function lessonEffects({ store, engine, faultOf }) {
  const { send, state } = store;
  const work = createLatest((/** @type {object} */ body) => engine.ask("work", body));
  const page = createLatest((/** @type {object} */ body) => engine.ask("worked", body));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let settling;
  /** What was asked for last, so that it is asked for once. */
  let asked = { work: "", page: "" };

  store.listen(follow);

  /** Keeps the work that is open at the iteration that is shown. */
  function follow() {
    const { lesson, results, engine: standing } = state();
    const { result, frame } = results;
    const canAsk = standing.phase === "ready" || standing.phase === "busy";
    if (!lesson.isOpen || !result || !frame || !canAsk || !hasRun(state())) return;
    const iteration = positionOf(state());
    if (iteration < 1) return;
    const fit = result.report.fit;
    const { row, from } = lesson;
    ask("work", work, { fit, iteration, row }, ({ body }) =>
      send({ type: "workCame", work: body }),
    );
    if (!lesson.isWhole) return;
    const rows = { fit, iteration, from, count: PAGE_ROWS };
    ask("page", page, rows, (found) => send({ type: "workPageCame", page: found }));
  }

  /**
   * @template A
   * @param {"work" | "page"} name
   * @param {(body: object) => Promise<A | null>} latest
   * @param {object} body
   * @param {(answer: A) => void} accept
   */
  async function ask(name, latest, body, accept) {
    const question = JSON.stringify(body);
    if (asked[name] === question) return;
    asked = { ...asked, [name]: question };
    try {
      const answer = await latest(body);
      if (answer && asked[name] === question) accept(answer);
    } catch (error) {
      const fault = faultOf(error);
      asked = { ...asked, [name]: fault ? question : "" };
      send({ type: "workRefused", message: fault ? `${fault.message} ${fault.remedy}` : "" });
    }
  }

  return {
    startDragged: ({ drag }) => {
      clearTimeout(settling);
      for (const edit of editsOf(state(), drag)) send({ type: "startEdited", ...edit });
      if (drag.isLast) settling = setTimeout(() => send({ type: "resetWanted" }), SETTLE);
    },
    runAnswered: () => (asked = { work: "", page: "" }),
    resultRenewed: () => (asked = { work: "", page: "" }),
  };
}
