/**
 * What the criteria chart shows of a comparison, while it runs and after. One criterion is drawn,
 * and the reader chooses which.
 *
 * @typedef {object} Choice a model
 * @property {number} components
 * @property {string} covariance "full", "tied", "diag" or "spherical"
 *
 * @typedef {object} Criterion
 * @property {string} name "BIC"
 * @property {"low" | "high"} better which values are
 * @property {Readonly<Record<string, ArrayLike<number>>>} values of each covariance, one for each
 *   number of components; not a number where there is none, or none yet
 * @property {Choice | null} best of those known
 * @property {string} summary the chart of this criterion in words
 *
 * @typedef {object} CriteriaView
 * @property {readonly number[]} components compared, increasing
 * @property {readonly Criterion[]} criteria
 * @property {Choice | null} [chosen] the model shown elsewhere on the page
 */

/** The order in which structures take their colours, whichever of them are compared. */
export const STRUCTURES = Object.freeze(["full", "tied", "diag", "spherical"]);
