/**
 * The choice of columns that a person begins with, or goes on with.
 *
 * @typedef {import("./state.js").Choice} Choice
 * @typedef {import("./state.js").Summary} Summary
 */

/**
 * The choice as it was where all of its columns are still there; else what emkit, or the sample
 * that the table is, suggests.
 * @param {Choice | null} choice
 * @param {Summary} summary
 * @param {{ label?: string | null, principal?: number | null } | undefined} sample
 * @returns {Choice | null}
 */
export function choiceFor(choice, summary, sample) {
  if (summary.kind === "list") return choice;
  if (choice && stands(choice, summary)) return choice;
  const { suggested } = summary;
  const label = (sample ? sample.label : suggested.label) ?? null;
  const principal = sample?.principal ?? suggested.principal;
  return Object.freeze({
    columns: suggested.columns.filter((name) => name !== label),
    weight: suggested.weight,
    label,
    dropMissing: false,
    standardise: false,
    principal: principal === null || principal === undefined ? "" : String(principal),
  });
}

/**
 * @param {Choice} choice
 * @param {Summary} summary
 */
function stands({ columns, weight, label }, summary) {
  const names = new Set(summary.columns.map(({ name }) => name));
  return [...columns, weight, label].every((name) => name === null || names.has(name));
}

/**
 * The choice after an edit. A column is fitted, counts rows or names them: one of the three.
 * @param {Choice} choice
 * @param {Partial<Choice>} change
 * @returns {Choice}
 */
export function editedChoice(choice, change) {
  const next = { ...choice, ...change };
  if (change.columns) {
    const fitted = new Set(change.columns);
    if (next.weight !== null && fitted.has(next.weight)) next.weight = null;
    if (next.label !== null && fitted.has(next.label)) next.label = null;
  } else {
    next.columns = next.columns.filter((name) => name !== change.weight && name !== change.label);
  }
  return Object.freeze(next);
}
