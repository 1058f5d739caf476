import { typedNumber } from "../../lib/spin.js";
import { editsOf } from "../../state/lesson/drag.js";
import { PAGE_ROWS } from "../../state/lesson/state.js";
import { USUAL } from "../../state/model/state.js";
import { parseLink } from "../../state/permalink.js";
import { hasRun, positionOf } from "../../state/player/views.js";
import { createLatest } from "./latest.js";

/**
 * Opens links, the experiments among them, and fetches the work behind the iteration on show.
 *
 * @typedef {import("../../state/permalink.js").Link} Link
 * @typedef {import("../../state/model/state.js").Option} Option
 */

/** Which option of emkit a key of a link states. */
const OPTIONS = /** @type {const} */ ({
  covariance: "covariance",
  start: "start",
  seed: "seed",
  restarts: "restarts",
  iterations: "max_iter",
  tol: "tol",
  reg: "reg_covar",
});

/** How long a handle stays put before the run begins from there, in milliseconds. */
const SETTLE = 400;

/** What a person does to the input, after which it is no longer that of the link. */
const EDITS = [
  ...["textEdited", "sampleChosen", "fileOpened", "choiceEdited"],
  ...["componentsEdited", "optionEdited", "startEdited", "startWanted"],
];

/**
 * @param {import("../effects.js").Means} means
 * @returns {import("../effects.js").Effects}
 */
export function lessonEffects({ store, engine, faultOf }) {
  const { send, state } = store;
  const work = createLatest((/** @type {object} */ body) => engine.ask("work", body));
  const page = createLatest((/** @type {object} */ body) => engine.ask("worked", body));
  let hasFetched = false;
  let hasOpened = false;
  let isApplying = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let settling;
  /** What was asked for last, so that it is asked for once. */
  let asked = { work: "", page: "" };

  void fetchExperiments().then((experiments) => {
    hasFetched = true;
    send({ type: "experimentsCame", experiments });
    openFirst();
  });
  addEventListener("hashchange", () => open(location.hash));
  store.listen(follow);
  store.listen(({ type }) => {
    if (type === "linkOpened") isApplying = false; // it is heard after all that the link has sent
    if (isApplying || !EDITS.includes(type) || !location.hash.includes("=")) return;
    history.replaceState(null, "", `${location.pathname}${location.search}`);
  });

  /** The link that the page was opened with, once there are samples to choose from. */
  function openFirst() {
    if (hasOpened || !hasFetched || state().shipment.samples.length === 0) return;
    hasOpened = true;
    open(location.hash);
  }

  /** @param {string} fragment */
  function open(fragment) {
    const { link, complaints } = parseLink(fragment);
    if (!link) return;
    complaints.push(...strangers(link));
    isApplying = true;
    apply(link);
    send({ type: "linkOpened", fragment, complaints });
    if (link.run && complaints.length === 0) send({ type: "runWanted" });
  }

  /**
   * The sample that a link names and this page has not.
   * @param {Link} link
   */
  function strangers({ sample, data }) {
    const isKnown = state().shipment.samples.some(({ name }) => name === sample);
    if (sample === undefined || data !== undefined || isKnown) return [];
    return [`The link names the sample “${sample}”, which this page does not have.`];
  }

  /** @param {Link} link */
  function apply(link) {
    if (link.data !== undefined) send({ type: "textEdited", text: link.data });
    else if (link.sample !== undefined) send({ type: "sampleChosen", name: link.sample });
    if (link.components !== undefined) {
      send({ type: "componentsEdited", value: link.components });
    }
    for (const [key, option] of Object.entries(OPTIONS)) {
      const value = link[/** @type {keyof typeof OPTIONS} */ (key)] ?? USUAL[option];
      send({ type: "optionEdited", option, value });
    }
    const accelerate = link.accelerate === "1" ? "true" : USUAL.accelerate;
    send({ type: "optionEdited", option: "accelerate", value: accelerate });
    const start = startOf(link);
    send(start ? { type: "startGiven", start } : { type: "startWanted" });
  }

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
    samplesCame: openFirst,
    startDragged: ({ drag }) => {
      clearTimeout(settling);
      for (const edit of editsOf(state(), drag)) send({ type: "startEdited", ...edit });
      if (drag.isLast) settling = setTimeout(() => send({ type: "resetWanted" }), SETTLE);
    },
    linkWanted: ({ fragment }) => {
      history.pushState(null, "", fragment);
      open(fragment);
    },
    runAnswered: () => (asked = { work: "", page: "" }),
    resultRenewed: () => (asked = { work: "", page: "" }),
  };
}

/**
 * The start that a link gives; none where it gives no means. Weights and spreads that it leaves
 * out are filled in by the page.
 * @param {Link} link
 * @returns {any}
 */
function startOf({ weights, means, sds }) {
  if (!means) return null;
  const equal = means.map(() => String(1 / means.length));
  const given = { weights: weights ?? equal, means, ...(sds ? { standard_deviations: sds } : {}) };
  return Object.fromEntries(Object.entries(given).map(([name, list]) => [name, meantBy(list)]));
}

/**
 * @param {any} typed
 * @returns {any}
 */
function meantBy(typed) {
  return Array.isArray(typed) ? typed.map(meantBy) : (typedNumber(typed) ?? typed);
}

/** @returns {Promise<import("../../state/lesson/state.js").Experiment[]>} none where they are missing */
async function fetchExperiments() {
  try {
    const response = await fetch(new URL("../../../experiments.json", import.meta.url));
    return response.ok ? await response.json() : [];
  } catch {
    return [];
  }
}
