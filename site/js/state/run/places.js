import { dataPlaceOf } from "../data/places.js";
import { MODEL_AT_FIRST, formOf } from "../model/state.js";
import { firstPlaceOf, labelOf } from "../parameters/labels.js";

/**
 * Where on the page a fault is.
 *
 * @typedef {import("../../engine/protocol.js").Fault} Fault
 */

/** What is set in controls of the model and of the run. */
const OPTIONS = ["components", ...Object.keys(MODEL_AT_FIRST.options)];

/**
 * The option that a fault is about.
 * @param {Fault | null} fault
 * @returns {string | null}
 */
export function faultyOption(fault) {
  const where = fault?.where;
  return where && "field" in where && OPTIONS.includes(where.field) ? where.field : null;
}

/**
 * The id of the control that an option's fault is about.
 * @param {Fault | null} fault
 */
function faultyControl(fault) {
  const option = faultyOption(fault);
  return option ? `control-${option}` : null;
}

/**
 * Where "Show the place" leads: a stretch of the text, a control, or a field by its name.
 * @typedef {{ from: number, to: number } | { control: string } | { label: string }} Destination
 */

/**
 * @param {Fault | null} fault
 * @param {import("../state.js").State} state
 * @returns {Destination | null}
 */
export function placeOf(fault, { data, model }) {
  const where = fault?.where;
  if (!where) return null;
  const inData = dataPlaceOf(fault, data);
  if (inData || "line" in where) return inData;
  const control = faultyControl(fault);
  if (control) return { control };
  const form = formOf(model);
  const place = firstPlaceOf(fault, form);
  return place ? { label: labelOf(form, place.field, place.path) } : null;
}
