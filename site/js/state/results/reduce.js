import { reduceData } from "../data/reduce.js";
import { reduceModel } from "../model/reduce.js";
import { questionOf } from "../question.js";
import { openingSample } from "../shipment.js";

/** @type {import("../reduce.js").Slice<"results">} */
export function reduceResults(state, intent) {
  const { results } = state;
  switch (intent.type) {
    case "runAnswered":
    case "resultRenewed":
      return { ...results, result: intent.result };
    case "firstResultCame":
      return openingSample(state, intent)
        ? { ...results, result: opening(state, intent) }
        : results;
  }
  return results;
}

/**
 * The result that the page opens with answers the input that comes with it.
 * @param {import("../state.js").State} state
 * @param {Extract<import("../intents.js").Intent, { type: "firstResultCame" }>} intent
 */
function opening(state, intent) {
  const opened = { ...state, data: reduceData(state, intent), model: reduceModel(state, intent) };
  return { ...intent.result, question: questionOf(opened), isOpening: true };
}
