import { asked, isComplete, isForeign } from "../parameters/edit.js";
import { meant, meantBy } from "../parameters/nested.js";
import { formOf, USUAL } from "./state.js";

/**
 * What a person typed, as the questions that Python is asked. Python alone decides whether it is
 * acceptable and says so in its own sentences: here nothing is refused.
 *
 * @typedef {import("../state.js").State} State
 * @typedef {import("./state.js").ModelState} ModelState
 */

/**
 * What the engine is asked in order to fill the start editor; null where a person has filled it.
 * @param {State} state
 */
export function startQuestion({ model }) {
  const { options } = model;
  if (model.ownStart && isComplete(model.start, formOf(model))) return null;
  const body = {
    model: modelOf(model),
    strategy: options.start,
    seed: meant(options.seed),
    reg_covar: meant(options.reg_covar),
  };
  return { command: "start", body };
}

/** @param {State} state */
export function fitQuestion({ model }) {
  const body = { model: modelOf(model), start: startOf(model), options: optionsOf(model) };
  return { command: "fit", body };
}

/**
 * Which mixture is asked for.
 * @param {ModelState} model
 */
function modelOf({ components, options }) {
  return {
    components: meant(components),
    covariance: options.covariance,
    weights: options.equal_weights === "true" ? "equal" : "free",
  };
}

/**
 * Where the fit begins: at one's own parameters, or where a strategy begins. Several starts at
 * quantiles would all be the same; then the other strategies come after the first.
 * @param {ModelState} model
 */
function startOf(model) {
  const form = formOf(model);
  if (model.ownStart && !isForeign(model.start, form)) {
    const typed = Object.entries(asked(model.start, form));
    return Object.fromEntries(typed.map(([field, nested]) => [field, meantBy(nested)]));
  }
  return isSearch(model) && model.options.start === "quantiles" ? null : model.options.start;
}

/**
 * The options that say something: those that differ from the usual ones, and the limits. Several
 * starts go on until nothing is left to gain, unless a person sets limits of their own.
 * @param {ModelState} model
 */
function optionsOf(model) {
  const { options } = model;
  /** @type {Record<string, unknown>} */
  const said = { reg_covar: meant(options.reg_covar) };
  if (!isSearch(model) || options.tol !== USUAL.tol || options.max_iter !== USUAL.max_iter) {
    Object.assign(said, { tol: meant(options.tol), max_iter: meant(options.max_iter) });
  }
  if (isSearch(model)) said.restarts = meant(options.restarts);
  if (isSearch(model) || isDrawn(model)) said.seed = meant(options.seed);
  if (options.within.trim() !== "") said.within = meant(options.within);
  if (options.accelerate === "true") said.accelerate = true;
  if (options.on_collapse !== USUAL.on_collapse) said.on_collapse = options.on_collapse;
  return said;
}

/** @param {ModelState} model */
function isSearch({ options }) {
  return meant(options.restarts) !== 1;
}

/**
 * Whether the start depends on random numbers.
 * @param {ModelState} model
 */
function isDrawn({ options, ownStart }) {
  return !ownStart && options.start !== "quantiles";
}
