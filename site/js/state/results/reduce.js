import { reduceData } from "../data/reduce.js";
import { reduceModel } from "../model/reduce.js";
import { questionOf } from "../question.js";
import { openingSample } from "../shipment.js";
import { shownAtLast } from "./state.js";

/** @type {import("../reduce.js").Slice<"results">} */
export function reduceResults(state, intent) {
  const { results } = state;
  switch (intent.type) {
    case "runAnswered":
    case "fitTaken":
      return shownAtLast(intent.result);
    case "resultRenewed":
      return { ...shownAtLast(intent.result), wanted: results.wanted };
    case "firstResultCame":
      return openingSample(state, intent) ? shownAtLast(opening(state, intent)) : results;
    case "iterationWanted":
      return { ...results, wanted: intent.iteration };
    case "frameCame":
      return withFrame(results, intent.frame);
    case "tookAway":
      return { ...results, taken: intent.sentence };
    case "frameRefused":
      return { ...results, wanted: null };
  }
  return results;
}

/**
 * A frame may come after its result has gone, or while another is wished for already.
 * @param {import("./state.js").ResultsState} results
 * @param {import("./state.js").Frame} frame
 */
function withFrame(results, frame) {
  if (frame.body.fit !== results.result?.report.fit) return results;
  const wanted = results.wanted === frame.body.iteration ? null : results.wanted;
  return { ...results, frame, wanted };
}

/**
 * The result that the page opens with answers the input that comes with it.
 * @param {import("../state.js").State} state
 * @param {Extract<import("../intents.js").Intent, { type: "firstResultCame" }>} intent
 */
function opening(state, intent) {
  const opened = { ...state, data: reduceData(state, intent), model: reduceModel(state, intent) };
  return { ...intent.result, question: questionOf(opened) };
}
