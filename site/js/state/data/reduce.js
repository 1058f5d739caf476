import { isDrawn } from "../drawing/state.js";
import { openingSample } from "../shipment.js";
import { choiceFor, editedChoice } from "./choice.js";
import { isLong } from "./long-text.js";
import { DATA_AT_FIRST, DRAWN } from "./state.js";

/**
 * @typedef {import("../state.js").State} State
 * @typedef {import("./state.js").DataState} DataState
 * @typedef {import("./state.js").Own} Own
 */

/** What is not known of an input that has just changed. */
const UNREAD = { progress: null, summary: null, fault: null, chosen: null, choiceFault: null };

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
    case "sampleDrawn":
      return { ...data, own: ownOf(state) }; // before the text that is drawn takes its place
    case "sampleFetched":
      return data.sample === intent.name ? withText(data, intent.text, intent.name) : data;
    case "fileOpened":
      return { ...cleared(data), file: intent.file, own: ownOf(state) };
    case "fileClosed":
      return withOwn(cleared(data));
    case "layoutChosen":
      return { ...data, ...UNREAD, layout: intent.layout };
    case "choiceEdited": {
      if (!data.choice) return data;
      const choice = editedChoice(data.choice, intent.change);
      return { ...data, choice, chosen: null, choiceFault: null };
    }
    case "choiceGiven":
      return { ...data, ...UNREAD, choice: intent.choice, layout: intent.layout };
    case "dataProgressed":
      return isKnown(data) ? data : { ...data, progress: intent.progress };
    case "dataRead":
      return withSummary(state, intent.data);
    case "dataRefused":
      return { ...data, ...UNREAD, fault: intent.fault };
    case "columnsChosen":
      return { ...data, progress: null, chosen: intent.chosen, choiceFault: null };
    case "choiceRefused":
      return { ...data, progress: null, chosen: null, choiceFault: intent.fault };
    case "firstResultCame": {
      const sample = openingSample(state, intent);
      if (!sample) return data;
      return { ...data, sample: sample.name, text: sample.text ?? "", summary: intent.data };
    }
    case "inputRestored":
      return { ...data, ...intent.data };
    case "keepingFailed":
      return { ...data, isTooLong: true };
    case "inputForgotten":
      return DATA_AT_FIRST;
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
  return { ...data, ...UNREAD, text, sample, unfolded, file: null, lostFile: "", isTooLong: false };
}

/**
 * Without any input, its choices included.
 * @param {DataState} data
 * @returns {DataState}
 */
function cleared(data) {
  return { ...withText(data, "", ""), layout: "auto", choice: null };
}

/**
 * A person's own input again, which a sample or file had taken the place of.
 * @param {DataState} data
 * @returns {DataState}
 */
function withOwn(data) {
  const { own } = data;
  if (!own) return data;
  return { ...withText(data, own.text, ""), layout: own.layout, choice: own.choice };
}

/**
 * What a sample or file takes the place of: a person's own text, or what that was before.
 * @param {State} state
 * @returns {Own | null}
 */
function ownOf(state) {
  const { data, model } = state;
  const { sample, text, file, choice, layout } = data;
  if (sample !== "" || file || text === "" || isDrawn(state)) return data.own;
  return { text, choice, layout, start: model.start, ownStart: model.ownStart };
}

/**
 * A sample takes the place of a person's own numbers, which come back when they are chosen again.
 * The text of a long one comes a moment later.
 * @param {State} state
 * @param {string} name
 * @returns {DataState}
 */
function withSample(state, name) {
  const { data, shipment, drawing } = state;
  const sample = shipment.samples.find((one) => one.name === name);
  if (sample) {
    return { ...withText(cleared(data), sample.text ?? "", name), own: ownOf(state) };
  }
  if (name === DRAWN && drawing.drawn) {
    return { ...withText(cleared(data), drawing.drawn.text, ""), own: ownOf(state) };
  }
  if ((data.sample === "" && !isDrawn(state)) || !data.own) return { ...data, sample: "" };
  return withOwn(cleared(data));
}

/**
 * A text that is a sample's to the letter is that sample.
 * @param {State} state
 * @param {string} text
 */
function nameOf({ shipment }, text) {
  return shipment.samples.find((sample) => sample.text === text)?.name ?? "";
}

/**
 * @param {State} state
 * @param {import("./state.js").Summary} summary
 * @returns {DataState}
 */
function withSummary({ data, shipment }, summary) {
  const sample = shipment.samples.find(({ name }) => name === data.sample);
  const choice = choiceFor(data.choice, summary, sample);
  return { ...data, progress: null, summary, choice, fault: null };
}

/**
 * Whether all is known that the engine would answer: it may read once more what the page opened
 * with, and nobody waits for that.
 * @param {DataState} data
 */
function isKnown({ summary, chosen }) {
  return summary !== null && (summary.kind !== "table" || chosen !== null);
}
