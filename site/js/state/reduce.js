import { isLong } from "./long-text.js";
import { componentsOf, isBlankRow } from "./state.js";
import { isSameQuestion } from "./typed.js";

/**
 * @typedef {import("./state.js").State} State
 * @typedef {import("./state.js").Input} Input
 * @typedef {import("./state.js").Parameters} Parameters
 * @typedef {import("./state.js").StartInput} StartInput
 * @typedef {import("./intents.js").Intent} Intent
 */

/**
 * The state after an intent. Pure.
 * @param {State} state
 * @param {Intent} intent
 * @returns {State}
 */
export function reduce(state, intent) {
  switch (intent.type) {
    case "textEdited":
      return withText(state, intent.text, nameOf(state, intent.text));
    case "unfoldWanted":
      return { ...state, input: Object.freeze({ ...state.input, unfolded: true }) };
    case "sampleChosen":
      return withSample(state, intent.name);
    case "componentsEdited":
      return withComponents(state, intent.value);
    case "startEdited":
      return withInput(state, { start: withCell(state.input.start, intent), ownStart: true });
    case "startWanted":
      return withInput(state, { ownStart: false });
    case "optionEdited":
      return withInput(state, { [intent.option]: intent.value });
    case "runWanted":
      return { ...state, run: "waiting", progress: null, fault: null };
    case "runBegan":
      return { ...state, run: "running" };
    case "runProgressed":
      return { ...state, progress: intent.progress };
    case "runAnswered":
      return answered(state, intent);
    case "resultRenewed":
      return { ...state, result: intent.result };
    case "runRefused":
      return { ...state, run: "idle", progress: null, fault: intent.fault };
    case "shipmentFailed":
      return { ...state, fault: intent.fault };
    case "retryWanted":
      return { ...state, fault: null };
    case "stopWanted":
      return state.run === "waiting" ? { ...state, run: "idle" } : state;
    case "dataRead":
      return { ...state, data: intent.data, dataFault: null };
    case "dataRefused":
      return { ...state, data: null, dataFault: intent.fault };
    case "startSuggested":
      return { ...withStart(state, intent.start), startFault: null };
    case "startRefused":
      return { ...state, startFault: intent.fault };
    case "samplesCame":
      return { ...state, samples: intent.samples };
    case "firstResultCame":
      return opened(state, intent);
    case "engineChanged":
      return { ...state, engine: intent.engine };
    case "digitsChosen":
      return { ...state, allDigits: intent.all };
    case "themeChosen":
      return { ...state, theme: intent.theme };
  }
}

/**
 * A result belongs to the input it was asked with, which a person may have changed since.
 * @param {State} state
 * @param {Extract<Intent, { type: "runAnswered" }>} intent
 * @returns {State}
 */
function answered(state, { input, result }) {
  const stale = !isSameQuestion(input, state.input);
  return { ...state, run: "idle", progress: null, result, stale };
}

/**
 * @param {State} state
 * @param {Partial<Input>} change
 * @returns {State}
 */
function withInput(state, change) {
  const input = Object.freeze({ ...state.input, ...change });
  return { ...state, input, fault: null, stale: state.result !== null };
}

/**
 * @param {State} state
 * @param {string} text
 * @param {string} sample
 */
function withText(state, text, sample) {
  const unfolded = state.input.unfolded && !isLong(text.length - state.input.text.length);
  const changed = withInput(state, { text, sample, unfolded });
  return { ...changed, data: null, dataFault: null, startFault: null };
}

/**
 * A sample takes the place of a person's own numbers, which come back when they are chosen again.
 * @param {State} state
 * @param {string} name
 */
function withSample(state, name) {
  const { sample: before, text, start, ownStart, own } = state.input;
  const sample = state.samples.find((one) => one.name === name);
  if (sample) {
    const kept = before === "" && text !== "" ? { text, start, ownStart } : own;
    return withInput(withText(state, sample.text, name), { ownStart: false, own: kept });
  }
  if (before === "" || !own) {
    return { ...state, input: Object.freeze({ ...state.input, sample: "" }) };
  }
  return withInput(withText(state, own.text, ""), { start: own.start, ownStart: own.ownStart });
}

/**
 * A text that is a sample's to the letter is that sample.
 * @param {State} state
 * @param {string} text
 */
function nameOf(state, text) {
  return state.samples.find((sample) => sample.text === text)?.name ?? "";
}

/**
 * The table shows as many rows as there are components. Rows that fall away are kept in case they
 * are wanted again.
 * @param {State} state
 * @param {string} value
 */
function withComponents(state, value) {
  const changed = withInput(state, { components: value });
  const k = componentsOf(changed.input);
  return k === null ? changed : withInput(changed, { start: padded(changed.input.start, k) });
}

/**
 * @param {StartInput} start
 * @param {number} k
 * @returns {StartInput}
 */
function padded({ weights, means, standard_deviations }, k) {
  /** @param {ReadonlyArray<string>} column */
  const pad = (column) => [...column, ...Array(Math.max(0, k - column.length)).fill("")];
  return Object.freeze({
    weights: pad(weights),
    means: pad(means),
    standard_deviations: pad(standard_deviations),
  });
}

/**
 * @param {StartInput} start
 * @param {{ field: import("./state.js").StartField, index: number, value: string }} edit
 * @returns {StartInput}
 */
function withCell(start, { field, index, value }) {
  const column = start[field].map((old, row) => (row === index ? value : old));
  return Object.freeze({ ...start, [field]: column });
}

/**
 * Fills the table with suggested values: all of it, or, where a person has edited it, only rows
 * that are wholly empty because they are new.
 * @param {State} state
 * @param {Parameters} suggested
 */
function withStart(state, suggested) {
  const { start, ownStart } = state.input;
  /** @param {import("./state.js").StartField} field */
  const column = (field) =>
    start[field].map((typed, row) => {
      const value = suggested[field][row];
      return value === undefined || (ownStart && !isBlankRow(start, row)) ? typed : String(value);
    });
  const filled = Object.freeze({
    weights: column("weights"),
    means: column("means"),
    standard_deviations: column("standard_deviations"),
  });
  return { ...state, input: Object.freeze({ ...state.input, start: filled }) };
}

/**
 * The page as it opens, unless somebody was faster.
 * @param {State} state
 * @param {Extract<Intent, { type: "firstResultCame" }>} intent
 * @returns {State}
 */
function opened(state, { sample: name, data, start, result }) {
  const sample = state.samples.find((one) => one.name === name);
  if (!sample || state.input.text !== "" || state.result) return state;
  const input = Object.freeze({ ...state.input, sample: name, text: sample.text });
  return { ...withStart({ ...state, input }, start), data, result };
}
