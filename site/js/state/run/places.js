/**
 * Where on the page a fault is.
 *
 * @typedef {import("../../engine/protocol.js").Fault} Fault
 * @typedef {import("../model/state.js").StartField} StartField
 */

/** What a person calls each start field, as its label and in links to it. */
const FIELD_NAMES = Object.freeze({
  weights: "Weight",
  means: "Mean",
  standard_deviations: "Standard deviation",
});

/** Which control each option of emkit is typed in. */
const OPTION_CONTROLS = Object.freeze({
  components: "components",
  max_iter: "iterations",
  tol: "tolerance",
  reg_covar: "regularisation",
});

/**
 * The label of a start field: "Mean 2".
 * @param {StartField} field
 * @param {number} index
 */
export function startLabel(field, index) {
  return `${FIELD_NAMES[field]} ${index + 1}`;
}

/**
 * @param {Fault | null} fault
 * @param {StartField} field
 * @param {number} index
 */
export function isAt(fault, field, index) {
  const where = fault?.where;
  if (!where || !("field" in where) || where.field !== field) return false;
  return where.component === undefined || where.component === index + 1;
}

/**
 * The id of the control that an option's fault is about.
 * @param {Fault | null} fault
 * @returns {string | null}
 */
export function faultyControl(fault) {
  const where = fault?.where;
  if (!where || !("field" in where)) return null;
  return OPTION_CONTROLS[/** @type {keyof typeof OPTION_CONTROLS} */ (where.field)] ?? null;
}

/**
 * Where "Show the place" leads: a stretch of the text, a control, or a field by its name.
 * @typedef {{ from: number, to: number } | { control: string } | { label: string }} Destination
 */

/**
 * @param {Fault | null} fault
 * @returns {Destination | null}
 */
export function placeOf(fault) {
  const where = fault?.where;
  if (!where) return null;
  if ("line" in where) return { from: where.from ?? 0, to: where.to ?? 0 };
  const control = faultyControl(fault);
  if (control) return { control };
  if (!("field" in where) || !(where.field in FIELD_NAMES)) return null;
  const field = /** @type {StartField} */ (where.field);
  return { label: startLabel(field, (where.component ?? 1) - 1) };
}
