import { openingSample } from "../shipment.js";
import { componentsOf, isBlankRow } from "./state.js";

/**
 * @typedef {import("../state.js").State} State
 * @typedef {import("./state.js").ModelState} ModelState
 * @typedef {import("./state.js").StartInput} StartInput
 * @typedef {import("./state.js").StartField} StartField
 * @typedef {import("./state.js").Parameters} Parameters
 */

/** @type {import("../reduce.js").Slice<"model">} */
export function reduceModel(state, intent) {
  const { model } = state;
  switch (intent.type) {
    case "componentsEdited":
      return withComponents(model, intent.value);
    case "startEdited":
      return { ...model, start: withCell(model.start, intent), ownStart: true };
    case "startWanted":
      return { ...model, ownStart: false };
    case "optionEdited":
      return { ...model, [intent.option]: intent.value };
    case "startSuggested":
      return { ...withStart(model, intent.start), fault: null };
    case "startRefused":
      return { ...model, fault: intent.fault };
    case "textEdited":
      return { ...model, fault: null };
    case "sampleChosen":
      return withSample(state, intent.name);
    case "firstResultCame":
      return openingSample(state, intent) ? withStart(model, intent.start) : model;
  }
  return model;
}

/**
 * A sample comes with a start of its own; a person's own numbers with the one they had.
 * @param {State} state
 * @param {string} name
 * @returns {ModelState}
 */
function withSample({ model, data, shipment }, name) {
  if (shipment.samples.some((sample) => sample.name === name)) {
    return { ...model, ownStart: false, fault: null };
  }
  if (data.sample === "" || !data.own) return model;
  return { ...model, start: data.own.start, ownStart: data.own.ownStart, fault: null };
}

/**
 * The table shows as many rows as there are components. Rows that fall away are kept in case they
 * are wanted again.
 * @param {ModelState} model
 * @param {string} components
 * @returns {ModelState}
 */
function withComponents(model, components) {
  const changed = { ...model, components };
  const k = componentsOf(changed);
  return k === null ? changed : { ...changed, start: padded(model.start, k) };
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
 * @param {{ field: StartField, index: number, value: string }} edit
 * @returns {StartInput}
 */
function withCell(start, { field, index, value }) {
  const column = start[field].map((old, row) => (row === index ? value : old));
  return Object.freeze({ ...start, [field]: column });
}

/**
 * Fills the table with suggested values: all of it, or, where a person has edited it, only rows
 * that are wholly empty because they are new.
 * @param {ModelState} model
 * @param {Parameters} suggested
 * @returns {ModelState}
 */
function withStart(model, suggested) {
  const { start, ownStart } = model;
  /** @param {StartField} field */
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
  return { ...model, start: filled };
}
