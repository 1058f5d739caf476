/** The data as a person gave them, what emkit found in them, and what of them is fitted. */

/** @typedef {import("../../engine/protocol.js").Fault} Fault */

/**
 * @typedef {object} Own  a person's own input, which a sample or file has taken the place of
 * @property {string} text
 * @property {Choice | null} choice
 * @property {Layout} layout
 * @property {import("../model/state.js").StartInput} start
 * @property {boolean} ownStart
 */

/** @typedef {"auto" | "list" | "table"} Layout  how a text is to be read */

/**
 * @typedef {object} Column
 * @property {string} name
 * @property {"number" | "text"} kind
 * @property {number} missing
 * @property {number} words
 * @property {number | null} distinct
 * @property {number | null} minimum
 * @property {number | null} maximum
 * @property {number | null} mean
 * @property {number | null} standard_deviation
 */

/**
 * @typedef {object} Summary what emkit found in the text or file
 * @property {"list" | "table"} kind
 * @property {number} rows
 * @property {Column[]} columns
 * @property {string[][]} preview
 * @property {{ delimiter: string, decimal: string, encoding: string, header: boolean }} dialect
 * @property {{ columns: string[], weight: string | null, label: string | null,
 *   principal: number | null }} suggested
 * @property {boolean} is_ambiguous
 * @property {string[]} notices
 */

/**
 * @typedef {object} Choice what of a table is to be fitted
 * @property {ReadonlyArray<string>} columns
 * @property {string | null} weight
 * @property {string | null} label
 * @property {boolean} dropMissing
 * @property {boolean} standardise
 * @property {string} principal   as typed; "" for the columns themselves
 */

/**
 * @typedef {object} Chosen what emkit made of the choice
 * @property {number} n
 * @property {number} d
 * @property {string[]} columns
 * @property {number} rows_dropped
 * @property {boolean} weighted
 * @property {{ name: string, values: string[] } | null} label
 * @property {boolean} standardised
 * @property {{ components: number, explained: number[] } | null} principal
 * @property {number[]} minimum
 * @property {number[]} maximum
 * @property {number[]} mean
 * @property {number[]} standard_deviation
 * @property {string[]} notices
 */

/** The name by which the sample that a person has drawn is chosen. */
export const DRAWN = "drawn";

/** @typedef {{ label: string, done?: number, total?: number }} Progress */

/**
 * @typedef {object} DataState
 * @property {string} sample      the name of the sample that the text is, or ""
 * @property {string} text        all that is typed, so that nothing typed is lost
 * @property {File | null} file   a file that is read instead of the text
 * @property {string} lostFile    the name of a file that was open before the page was loaded anew
 * @property {boolean} isTooLong  for the tab to keep it when the page is loaded anew
 * @property {Layout} layout
 * @property {Choice | null} choice
 * @property {Own | null} own     what a sample or file has taken the place of
 * @property {boolean} unfolded   whether the box shows all of a long text
 * @property {Progress | null} progress
 * @property {Summary | null} summary   what the text holds, null while it is not known
 * @property {Fault | null} fault       why the text could not be read
 * @property {Chosen | null} chosen     what is fitted, null while it is not known or a list
 * @property {Fault | null} choiceFault why the choice cannot be fitted
 */

/** @type {DataState} */
export const DATA_AT_FIRST = Object.freeze({
  sample: "",
  text: "",
  file: null,
  lostFile: "",
  isTooLong: false,
  layout: "auto",
  choice: null,
  own: null,
  unfolded: false,
  progress: null,
  summary: null,
  fault: null,
  chosen: null,
  choiceFault: null,
});
