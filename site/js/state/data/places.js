/**
 * Where in the data panel a fault is.
 *
 * @typedef {import("../../engine/protocol.js").Fault} Fault
 */

/** Which control of the panel each field of a choice is. */
const CONTROLS = Object.freeze({
  columns: "columns",
  weight: "weight-column",
  label: "label-column",
  principal: "principal",
});

/**
 * The id of the control of the data panel that a fault is about.
 * @param {Fault | null} fault
 * @returns {string | null}
 */
export function faultyDataControl(fault) {
  const where = fault?.where;
  if (!where || !("field" in where)) return null;
  return CONTROLS[/** @type {keyof typeof CONTROLS} */ (where.field)] ?? null;
}

/**
 * A stretch of the text, or a control; null for a place in a file, which is not shown.
 * @param {Fault | null} fault
 * @param {import("./state.js").DataState} data
 * @returns {{ from: number, to: number } | { control: string } | null}
 */
export function dataPlaceOf(fault, { text, file }) {
  const where = fault?.where;
  if (where && "line" in where) {
    if (file) return null;
    if (where.from !== undefined) return { from: where.from, to: where.to ?? where.from };
    return lineOf(text, where.line);
  }
  const control = faultyDataControl(fault);
  return control ? { control } : null;
}

/**
 * @param {string} text  with line ends as text boxes have them
 * @param {number} line  from 1
 */
function lineOf(text, line) {
  let from = 0;
  for (let i = 1; i < line; i += 1) from = text.indexOf("\n", from) + 1;
  const end = text.indexOf("\n", from);
  return { from, to: end < 0 ? text.length : end };
}
