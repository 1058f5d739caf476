/** Which columns of the data are drawn against each other. */

/** Charts of more pairs would be too small to see anything in. */
export const MOST_COLUMNS = 5;

/** @typedef {{ columns: readonly number[] | null }} PlanesState  null: the first ones */

/** @type {PlanesState} */
export const PLANES_AT_FIRST = Object.freeze({ columns: null });
