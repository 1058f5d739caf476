/** The shape of all that the page knows, and what it knows at first. */

/**
 * @typedef {import("../engine/protocol.js").EngineState} EngineState
 * @typedef {import("../engine/protocol.js").Fault} Fault
 */

/**
 * @typedef {object} Sample a data set that ships with the page, as emkit describes it
 * @property {string} name
 * @property {string} title
 * @property {string} text
 * @property {string} about
 * @property {string} source
 */

/** @typedef {"weights" | "means" | "standard_deviations"} StartField */

/** @typedef {"iterations" | "tolerance" | "regularisation"} Option */

/** @typedef {Record<StartField, ReadonlyArray<string>>} StartInput as typed, one of each a component */

/** @typedef {Record<StartField, number[]>} Parameters */

/** @typedef {{ text: string, start: StartInput, ownStart: boolean }} Own  a person's own input */

/**
 * @typedef {object} Input all that a person can type, as text, so that nothing typed is lost
 * @property {string} sample      the name of the sample that the text is, or ""
 * @property {string} text
 * @property {Own | null} own      what a sample has taken the place of
 * @property {boolean} unfolded    whether the box shows all of a long text
 * @property {string} components
 * @property {StartInput} start
 * @property {boolean} ownStart   whether a person has edited the start
 * @property {string} iterations
 * @property {string} tolerance
 * @property {string} regularisation
 */

/**
 * @typedef {object} Summary what emkit found in the text
 * @property {number} n
 * @property {string} name
 * @property {number} minimum
 * @property {number} maximum
 * @property {number} mean
 * @property {number} standard_deviation
 * @property {string[]} notices
 */

/**
 * @typedef {object} Report the result of a fit
 * @property {number} n
 * @property {string} name
 * @property {string} status
 * @property {string} message
 * @property {string[]} notices
 * @property {number} iterations
 * @property {number} log_likelihood
 * @property {number} aic
 * @property {number} bic
 * @property {number} n_free
 * @property {number} tol
 * @property {Parameters} start
 * @property {Parameters} final
 */

/**
 * @typedef {object} Result
 * @property {Report} report
 * @property {import("../engine/protocol.js").Arrays} arrays
 * @property {boolean} isOpening   whether it came with the page, computed when that was built
 */

/** @typedef {{ iteration: number, max_iter: number, log_likelihood: number }} FitProgress */

/**
 * @typedef {object} State
 * @property {EngineState} engine
 * @property {ReadonlyArray<Sample>} samples
 * @property {Input} input
 * @property {Summary | null} data       what the text holds, null while it is not known
 * @property {Fault | null} dataFault    why the text could not be read
 * @property {Fault | null} startFault   why no start could be suggested
 * @property {Fault | null} fault        why the last run could not be made
 * @property {"idle" | "waiting" | "running"} run
 * @property {FitProgress | null} progress
 * @property {Result | null} result
 * @property {boolean} stale             whether the input has changed since the result
 * @property {boolean} allDigits
 * @property {"auto" | "light" | "dark"} theme
 */

export const DEFAULT_COMPONENTS = 2;

/** @type {EngineState} */
const ENGINE_AT_FIRST = {
  phase: "loading",
  progress: { part: "the engine", label: "Starting the engine", loaded: null, total: null },
};

/** @type {State} */
export const INITIAL = Object.freeze({
  engine: ENGINE_AT_FIRST,
  samples: [],
  input: Object.freeze({
    sample: "",
    text: "",
    own: null,
    unfolded: false,
    components: String(DEFAULT_COMPONENTS),
    start: emptyStart(DEFAULT_COMPONENTS),
    ownStart: false,
    iterations: "100",
    tolerance: "1e-6",
    regularisation: "0",
  }),
  data: null,
  dataFault: null,
  startFault: null,
  fault: null,
  run: /** @type {const} */ ("idle"),
  progress: null,
  result: null,
  stale: false,
  allDigits: false,
  theme: /** @type {const} */ ("auto"),
});

/**
 * A start table without values.
 * @param {number} components
 * @returns {StartInput}
 */
export function emptyStart(components) {
  const blank = Array.from({ length: components }, () => "");
  return Object.freeze({ weights: blank, means: blank, standard_deviations: blank });
}

/**
 * How many components the input asks for, or null where what is typed is not such a number.
 * @param {Input} input
 */
export function componentsOf({ components }) {
  const value = Number(components);
  return components.trim() !== "" && Number.isInteger(value) && value >= 1 && value <= 16
    ? value
    : null;
}

/**
 * Whether nothing has been typed in a row of the start table.
 * @param {StartInput} start
 * @param {number} row
 */
export function isBlankRow({ weights, means, standard_deviations }, row) {
  return [weights, means, standard_deviations].every((column) => column[row] === "");
}
