import { openingSample } from "../shipment.js";
import { isLong } from "./long-text.js";

/**
 * @typedef {import("../state.js").State} State
 * @typedef {import("./state.js").DataState} DataState
 */

/** @type {import("../reduce.js").Slice<"data">} */
export function reduceData(state, intent) {
  const { data } = state;
  switch (intent.type) {
    case "textEdited":
      return withText(data, intent.text, nameOf(state, intent.text));
    case "unfoldWanted":
      return { ...data, unfolded: true };
    case "sampleChosen":
      return withSample(state, intent.name);
    case "dataRead":
      return { ...data, summary: intent.data, fault: null };
    case "dataRefused":
      return { ...data, summary: null, fault: intent.fault };
    case "firstResultCame": {
      const sample = openingSample(state, intent);
      if (!sample) return data;
      return { ...data, sample: sample.name, text: sample.text, summary: intent.data };
    }
  }
  return data;
}

/**
 * @param {DataState} data
 * @param {string} text
 * @param {string} sample
 * @returns {DataState}
 */
function withText(data, text, sample) {
  const unfolded = data.unfolded && !isLong(text.length - data.text.length);
  return { ...data, text, sample, unfolded, summary: null, fault: null };
}

/**
 * A sample takes the place of a person's own numbers, which come back when they are chosen again.
 * @param {State} state
 * @param {string} name
 * @returns {DataState}
 */
function withSample({ data, model, shipment }, name) {
  const { sample: before, text, own } = data;
  const sample = shipment.samples.find((one) => one.name === name);
  if (sample) {
    const { start, ownStart } = model;
    const kept = before === "" && text !== "" ? { text, start, ownStart } : own;
    return { ...withText(data, sample.text, name), own: kept };
  }
  if (before === "" || !own) return { ...data, sample: "" };
  return withText(data, own.text, "");
}

/**
 * A text that is a sample's to the letter is that sample.
 * @param {State} state
 * @param {string} text
 */
function nameOf({ shipment }, text) {
  return shipment.samples.find((sample) => sample.text === text)?.name ?? "";
}
