/**
 * @typedef {object} LikelihoodView
 * @property {Float64Array} logLikelihood (iterations + 1) after each iteration, the start first
 * @property {number | null} [shown] the iteration shown elsewhere on the page
 * @property {string} [label] of the y axis
 * @property {string} summary the chart in words
 *
 * @typedef {LikelihoodView & { from: number }} LikelihoodScene from: the first iteration the axis holds
 */

export {};
