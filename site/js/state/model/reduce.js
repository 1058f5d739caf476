import { isSame } from "../../lib/same.js";
import { completed, edited, isForeign, written } from "../parameters/edit.js";
import { DRAWN } from "../data/state.js";
import { isDrawn } from "../drawing/state.js";
import { openingSample } from "../shipment.js";
import { formOf } from "./state.js";

/**
 * @typedef {import("../state.js").State} State
 * @typedef {import("./state.js").ModelState} ModelState
 * @typedef {import("./state.js").Option} Option
 * @typedef {import("./state.js").Parameters} Parameters
 */

/** @type {import("../reduce.js").Slice<"model">} */
export function reduceModel(state, intent) {
  const { model } = state;
  switch (intent.type) {
    case "componentsEdited":
      return { ...model, components: intent.value };
    case "optionEdited":
      return withOption(model, intent.option, intent.value);
    case "startEdited":
      return withCell(model, intent);
    case "startGiven":
      return { ...model, start: written(intent.start), ownStart: true };
    case "startWanted":
      return { ...model, ownStart: false };
    case "componentShown":
      return { ...model, shown: intent.index };
    case "startSuggested":
      return { ...withSuggestion(model, intent.start), fault: null };
    case "startRefused":
      return { ...model, fault: intent.fault };
    case "runRefused":
      return withPlace(model, intent.fault);
    case "textEdited":
    case "fileOpened":
    case "fileClosed":
    case "layoutChosen":
    case "choiceEdited":
    case "choiceGiven":
      return { ...model, fault: null };
    case "dataRead":
      return intent.data.kind === "list" ? withColumns(model, ofList(intent.data)) : model;
    case "columnsChosen":
      return withColumns(model, intent.chosen);
    case "inputRestored":
      return { ...model, ...intent.model };
    case "sampleChosen":
      return withSample(state, intent.name);
    case "firstResultCame":
      return openingSample(state, intent)
        ? withSuggestion(withColumns(model, ofList(intent.data)), intent.start)
        : model;
  }
  return model;
}

/**
 * Another strategy is asked for to have its start, in the place of one's own.
 * @param {ModelState} model
 * @param {Option} option
 * @param {string} value
 * @returns {ModelState}
 */
function withOption(model, option, value) {
  const options = Object.freeze({ ...model.options, [option]: value });
  return { ...model, options, ownStart: model.ownStart && option !== "start", fault: null };
}

/**
 * @param {ModelState} model
 * @param {Extract<import("./intents.js").ModelIntent, { type: "startEdited" }>} edit
 * @returns {ModelState}
 */
function withCell(model, { field, path, value }) {
  const start = edited(model.start, field, path, value);
  return { ...model, start, ownStart: !isSame(start, model.suggested) };
}

/**
 * Fills the start with what emkit suggests: all of it, or, where a person has edited it, only what
 * is missing. What was typed for other columns is gone.
 * @param {ModelState} model
 * @param {Parameters} suggested
 * @returns {ModelState}
 */
function withSuggestion(model, suggested) {
  const form = formOf(model);
  if (!model.ownStart || isForeign(model.start, form)) {
    const start = written(suggested);
    return { ...model, start, suggested: start, ownStart: false };
  }
  return { ...model, start: completed(model.start, suggested, form) };
}

/**
 * Shows the matrix that a mistake is in.
 * @param {ModelState} model
 * @param {import("../../engine/protocol.js").Fault | null} fault
 * @returns {ModelState}
 */
function withPlace(model, fault) {
  const where = fault?.where;
  if (!where || !("field" in where) || where.field !== "covariances") return model;
  return where.component === undefined ? model : { ...model, shown: where.component - 1 };
}

/**
 * @param {ModelState} model
 * @param {{ columns: string[], standardised: boolean }} data
 * @returns {ModelState}
 */
function withColumns(model, { columns, standardised }) {
  return { ...model, columns, standardise: standardised };
}

/** @param {import("../data/state.js").Summary} summary */
function ofList({ columns }) {
  return { columns: columns.map(({ name }) => name), standardised: false };
}

/**
 * A sample comes with a model and a start of its own; a person's own numbers with the start they
 * had.
 * @param {State} state
 * @param {string} name
 * @returns {ModelState}
 */
function withSample(state, name) {
  const { model, data, shipment } = state;
  const sample = shipment.samples.find((one) => one.name === name);
  if (sample) {
    const { components = model.components, covariance = model.options.covariance } = sample;
    const options = Object.freeze({ ...model.options, covariance });
    return { ...model, components: String(components), options, ownStart: false, fault: null };
  }
  const isOwn = data.sample === "" && !isDrawn(state);
  if (isOwn || name === DRAWN || !data.own) return model;
  return { ...model, start: data.own.start, ownStart: data.own.ownStart, fault: null };
}
