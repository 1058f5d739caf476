/** How many components: what is to be compared, and which step from one number to the next tested. */

/** @typedef {"full" | "tied" | "diag" | "spherical"} Structure */

/** @type {ReadonlyArray<Structure>} */
export const STRUCTURES = ["full", "tied", "diag", "spherical"];

/**
 * @typedef {object} StudyState text as typed, so that nothing typed is lost
 * @property {string} upTo              the largest number of components
 * @property {ReadonlyArray<Structure>} structures
 * @property {boolean} isCrossValidated
 * @property {string} folds
 * @property {string} smaller           the number of components that is tested against one more
 * @property {Structure} structure      of the two that are tested
 * @property {string} samples           how many are simulated for the test
 */

/** @typedef {"upTo" | "folds" | "smaller" | "samples"} StudyField */

/** @type {StudyState} */
export const STUDY_AT_FIRST = Object.freeze({
  upTo: "6",
  structures: STRUCTURES,
  isCrossValidated: false,
  folds: "10",
  smaller: "1",
  structure: "full",
  samples: "99",
});

/**
 * @typedef {object} ComparedRow one fit of the table
 * @property {number} components
 * @property {Structure} covariance
 * @property {number} n_free
 * @property {number | null} log_likelihood
 * @property {number | null} aic
 * @property {number | null} bic
 * @property {number | null} icl
 * @property {number | null} cross_validated
 * @property {string} status
 */

/** @typedef {"bic" | "icl" | "aic" | "cross_validated"} Criterion */

/**
 * @typedef {object} Table as the engine answers it, and tells of it on the way
 * @property {number} comparison   what the engine calls it
 * @property {ComparedRow[]} rows
 * @property {Record<Criterion, number | null>} best  which row each criterion prefers
 * @property {number} done
 * @property {number} total
 * @property {boolean} [stopped]
 * @property {string[]} [notices]
 * @property {string} [label]      what is being done
 */

/**
 * @typedef {object} Ratio the likelihood-ratio test
 * @property {number} components
 * @property {Structure} covariance
 * @property {number} asked
 * @property {number} samples
 * @property {number} statistic
 * @property {number} as_large
 * @property {number} p_value
 * @property {boolean} stopped
 */
