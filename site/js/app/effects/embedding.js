import { detailOf, linkAfter, mistakeIn } from "../../state/host-message.js";
import { formatLink, parseLink } from "../../state/permalink.js";
import { hasRun } from "../../state/player/views.js";
import { createHostSteps } from "./host-steps.js";

/**
 * The page as a part of another: it tells its host what happens, and does what the host may ask.
 * A message counts only when it comes from the host itself; it is looked at, never run, and what
 * it sets goes the way that a link goes.
 *
 * @param {import("../effects.js").Means} means
 * @returns {import("../effects.js").Effects}
 */
export function embeddingEffects({ store, engine, gate, faultOf }) {
  const { link } = parseLink(location.hash);
  if (!link?.embed || parent === self) return {};
  const { send, state } = store;
  let wished = link;
  let isReady = false;
  let refused = ""; // what was told last: data, start and run may all be refused for one mistake

  /** @param {string} type @param {unknown} detail */
  const tell = (type, detail) => parent.postMessage({ source: "emkit", type, detail }, "*");
  const steps = createHostSteps(store, tell);

  async function tellResult() {
    await gate.pass();
    const { result } = state().results;
    if (!result) return tell("em-error", NO_RESULT);
    try {
      const { body } = await engine.ask("export", { fit: result.report.fit, what: "json" });
      tell("em-result", JSON.parse(body.text));
    } catch (error) {
      tell("em-error", faultOf(error) ?? NO_RESULT);
    }
  }

  /** @type {Record<string, (detail: any) => void>} */
  const actions = {
    set(detail) {
      refused = "";
      steps.forget();
      wished = linkAfter(wished, detail);
      send({ type: "linkMeant", fragment: formatLink(wished) });
    },
    run() {
      refused = "";
      steps.forget();
      send({ type: "runWanted" });
    },
    step: steps.add,
    stop() {
      steps.forget();
      send({ type: "stopWanted" });
    },
    get: () => (hasRun(state()) ? void tellResult() : tell("em-error", NO_RESULT)),
  };

  addEventListener("message", ({ source, data }) => {
    if (source !== parent) return;
    const mistake = mistakeIn(data);
    if (mistake) tell("em-error", mistake);
    else actions[data.type]?.(detailOf(data));
  });

  document.documentElement.dataset.embed = "";
  const main = document.body;
  const tellSize = () =>
    tell("em-size", { height: Math.ceil(main.getBoundingClientRect().height) });
  new ResizeObserver(tellSize).observe(main);

  return {
    engineChanged({ engine: { phase, versions, error } }) {
      if (phase === "ready" && !isReady) tell("em-ready", { versions });
      if (phase === "failed") tell("em-error", error.toFault());
      isReady ||= phase === "ready";
    },
    frameCame({ frame: { body } }) {
      tell("em-step", stepOf(body));
      steps.shown(body.iteration);
    },
    runAnswered() {
      refused = "";
      return tellResult();
    },
    runRefused: refuse,
    frameRefused: refuse,
    startRefused: refuse,
    choiceRefused: refuse,
    dataRefused: refuse,
    linkOpened: tellComplaints,
    linkDoubted: tellComplaints,
  };

  /** @param {{ fault: import("../../engine/protocol.js").Fault | null }} refusal */
  function refuse({ fault }) {
    steps.forget();
    const mistake = JSON.stringify(fault);
    if (!fault || mistake === refused) return;
    refused = mistake;
    tell("em-error", fault);
  }

  /** @param {{ complaints: string[] }} opened */
  function tellComplaints({ complaints }) {
    for (const message of complaints) tell("em-error", { ...NO_LINK, message });
  }
}

/**
 * A step as the exported result has it.
 * @param {import("../../state/results/state.js").FrameBody} body
 */
function stepOf({ iteration, log_likelihood, params }) {
  const { weights, means, standard_deviations, covariances } = params;
  const spreads = covariances ? { covariances } : { standard_deviations };
  return { iteration, log_likelihood, weights, means, ...spreads };
}

const NO_RESULT = {
  kind: "NoResult",
  message: "There is no result yet.",
  where: null,
  remedy: "Send “run” first and wait for “em-result”.",
};

const NO_LINK = {
  kind: "BadInput",
  where: null,
  remedy: "Correct this part of the message or of the attributes.",
};
