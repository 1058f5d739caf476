import { count, countOf, number } from "../../lib/format.js";
import { faultyDataControl } from "./places.js";

/**
 * What is shown of a table: its first rows, and what of it is to be fitted.
 *
 * @typedef {import("./state.js").Column} Column
 */

/** More columns than these make a preview that nobody reads. */
const MOST_PREVIEWED = 12;

/** @param {import("../state.js").State} state */
export function tableView({ data }) {
  const { summary, choice, choiceFault } = data;
  if (summary?.kind !== "table" || !choice) return null;
  const { columns } = summary;
  const chosen = new Set(choice.columns);
  const numbers = columns.filter(({ kind }) => kind === "number").map(({ name }) => name);
  return {
    preview: previewOf(summary),
    columns: columns.map((column) => ({
      name: column.name,
      note: noteOn(column),
      isChosen: chosen.has(column.name),
    })),
    numbers: numbers.filter((name) => name !== choice.label && name !== choice.weight),
    names: columns.map(({ name }) => name),
    numberNames: numbers,
    label: choice.label ?? "",
    weight: choice.weight ?? "",
    dropMissing: choice.dropMissing,
    canDrop: choice.dropMissing || columns.some(({ missing }) => missing > 0),
    standardise: choice.standardise,
    principal: choice.principal,
    isTransformed: choice.standardise || choice.principal !== "",
    wrong: faultyDataControl(choiceFault),
  };
}

/** @param {import("./state.js").Summary} summary */
function previewOf({ columns, preview, rows }) {
  const shown = columns.slice(0, MOST_PREVIEWED);
  const hidden = columns.length - shown.length;
  const more = hidden > 0 ? `, ${shown.length} of ${columns.length} columns` : "";
  return {
    caption: `First rows of ${countOf(rows, "row")}${more}`,
    names: shown.map(({ name }) => name),
    kinds: shown.map(({ kind }) => kind),
    rows: preview.map((cells) => cells.slice(0, MOST_PREVIEWED)),
  };
}

/** @param {Column} column */
function noteOn({ kind, words, distinct, missing, minimum, maximum }) {
  const holds =
    kind === "text"
      ? `text, ${countOf(distinct ?? 0, "different word")}`
      : minimum === null || maximum === null
        ? "no numbers"
        : `${number(minimum)} to ${number(maximum)}`;
  const other = kind === "number" && words > 0 ? [`${countOf(words, "cell")} not a number`] : [];
  const gaps = missing > 0 ? [`${count(missing)} missing`] : [];
  return [holds, ...other, ...gaps].join(", ");
}
