import { typedNumber } from "../../lib/spin.js";

/** What the engine is asked about the data. */

/** @typedef {import("../state.js").State} State */

/** @param {State} state */
export function hasData({ data }) {
  return data.text !== "" || data.file !== null;
}

/**
 * Whether the text of the chosen sample, a long one, is still to come.
 * @param {State} state
 */
export function isSampleComing({ data }) {
  return data.sample !== "" && data.text === "" && data.file === null;
}

/** @param {State} state */
export function readQuestion({ data }) {
  const { text, file, layout } = data;
  return file
    ? { command: "open", body: { file, layout } }
    : { command: "read", body: { text, layout } };
}

/**
 * What of a table is to be fitted; null for a list, of which everything is.
 * @param {State} state
 */
export function choiceQuestion({ data }) {
  const { summary, choice } = data;
  if (summary?.kind !== "table" || !choice) return null;
  const { columns, weight, label, dropMissing, standardise, principal } = choice;
  const missing = dropMissing ? "drop" : "refuse";
  const components = principal.trim() === "" ? null : (typedNumber(principal) ?? principal);
  const body = { columns, weight, label, missing, standardise, principal: components };
  return { command: "choose", body };
}
