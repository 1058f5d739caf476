/** Grouping without a model, to be set beside the fit. */

/** @typedef {"kmeans" | "hierarchical"} Method */
/** @typedef {"ward" | "complete" | "average" | "single"} Linkage */
/** @typedef {"standard" | "none"} Scale */

/**
 * @typedef {object} BesideState
 * @property {Method} method
 * @property {Linkage} linkage   of hierarchical clustering
 * @property {Scale} scale       in what distances are measured
 * @property {string} groups     how many, as typed; as many as the fit has components where empty
 */

/** @type {BesideState} */
export const BESIDE_AT_FIRST = Object.freeze({
  method: "kmeans",
  linkage: "ward",
  scale: "standard",
  groups: "",
});

/**
 * @typedef {object} Grouping as the engine answers it
 * @property {Method} method
 * @property {Linkage | null} linkage
 * @property {number} components
 * @property {Scale} scale
 * @property {number[][]} centres
 * @property {number[]} sizes
 * @property {number} [runs]
 * @property {number} [inertia]
 * @property {Against | null} against
 */

/**
 * @typedef {object} Against how the groups compare with the likeliest components of a fit
 * @property {number} fit
 * @property {number} components
 * @property {number[][]} table     rows in each component (down) and group (across)
 * @property {number} adjusted_rand
 * @property {number[]} partners    the component each group is matched with; -1 for none
 * @property {number} differ        rows whose group is not matched with their component
 */
