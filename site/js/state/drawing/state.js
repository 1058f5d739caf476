import { MOST_COMPONENTS } from "../model/state.js";

/**
 * A sample to be drawn from a mixture that a person states, and the fit beside that truth.
 *
 * @typedef {import("../parameters/form.js").Form} Form
 * @typedef {import("../parameters/form.js").Typed} Typed
 * @typedef {"components" | "columns" | "rows" | "seed"} Setting
 */

/** @typedef {import("../parameters/edit.js").Parameters} Truth */

/**
 * @typedef {object} Comparison  a fit beside the truth
 * @property {number} fit  the number of the fit
 * @property {(number | null)[]} counterparts  of the true components, among those of the fit
 * @property {any} truth   in the shape of a fit's parameters
 */

/**
 * @typedef {object} DrawingState
 * @property {Readonly<Record<Setting, string>>} settings  as typed
 * @property {Typed} typed       the true parameters
 * @property {number} shown      the component whose covariance is shown
 * @property {boolean} isBusy
 * @property {import("../../engine/protocol.js").Fault | null} fault
 * @property {{ text: string, truth: Truth } | null} drawn  the sample that was drawn last
 * @property {Comparison | null} comparison
 */

/** More of these make an editor that nobody fills in. */
const MOST_COLUMNS = 6;

/** @type {DrawingState} */
export const DRAWING_AT_FIRST = Object.freeze({
  settings: Object.freeze({ components: "2", columns: "1", rows: "200", seed: "1" }),
  typed: Object.freeze({
    weights: ["0.4", "0.6"],
    means: ["0", "4"],
    standard_deviations: ["1", "1"],
  }),
  shown: 0,
  isBusy: false,
  fault: null,
  drawn: null,
  comparison: null,
});

/**
 * Whether the text is the sample that was drawn last.
 * @param {import("../state.js").State} state
 */
export function isDrawn({ drawing: { drawn }, data }) {
  return drawn !== null && drawn.text === data.text;
}

/**
 * Which parameters are to be stated; half a number changes nothing.
 * @param {DrawingState} drawing
 * @returns {Form}
 */
export function truthForm({ settings, typed }) {
  const d = Array.isArray(typed.means?.[0]) ? typed.means[0].length : 1;
  const k = countIn(settings.components, MOST_COMPONENTS) ?? typed.weights?.length ?? 1;
  const columns = namesOf(countIn(settings.columns, MOST_COLUMNS) ?? d);
  return { k, columns, covariance: "full", standardise: false };
}

/** @param {number} d */
function namesOf(d) {
  return d === 1 ? ["x"] : Array.from({ length: d }, (_, a) => `x${a + 1}`);
}

/**
 * @param {string} text
 * @param {number} most
 */
function countIn(text, most) {
  const value = Number(text);
  return text.trim() !== "" && Number.isInteger(value) && value >= 1 && value <= most
    ? value
    : null;
}
