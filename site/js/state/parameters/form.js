/**
 * Which parameters a mixture has, and in what shape they are typed: each number that is free
 * stands once, but for the two halves of a symmetric matrix.
 *
 * @typedef {"weights" | "means" | "standard_deviations" | "covariances"} Field
 * @typedef {Partial<Record<Field, import("./nested.js").Nested>>} Typed
 */

/**
 * @typedef {object} Form
 * @property {number} k             components
 * @property {string[]} columns     the names of the d variables
 * @property {string} covariance    "full", "tied", "diag" or "spherical"
 * @property {boolean} standardise  whether the variables are standardised
 */

/**
 * How many indices it takes to reach a number of each field that the form has.
 * @param {Form} form
 * @returns {Partial<Record<Field, number>>}
 */
export function ranksOf({ columns, covariance, standardise }) {
  if (columns.length === 1) return { weights: 1, means: 1, standard_deviations: 1 };
  const means = { weights: 1, means: 2 };
  if (covariance === "full") return { ...means, covariances: 3 };
  if (covariance === "tied") return { ...means, covariances: 2 };
  const isRound = covariance === "spherical" && !standardise;
  return { ...means, standard_deviations: isRound ? 1 : 2 };
}

/**
 * Whether a field has one entry for each component.
 * @param {Form} form
 * @param {Field} field
 */
export function isPerComponent({ covariance, columns }, field) {
  return !(field === "covariances" && covariance === "tied" && columns.length > 1);
}

/**
 * Where a number stands a second time: in the other half of its matrix.
 * @param {Field} field
 * @param {ReadonlyArray<number>} path
 * @returns {number[] | null}
 */
export function mirrorOf(field, path) {
  if (field !== "covariances") return null;
  const [a, b] = path.slice(-2);
  if (a === undefined || b === undefined || a === b) return null;
  return [...path.slice(0, -2), b, a];
}
