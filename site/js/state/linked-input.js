import { quoted } from "../lib/quoted.js";
import { hasData } from "./data/questions.js";
import { formOf, USUAL } from "./model/state.js";
import { asked, isForeign } from "./parameters/edit.js";
import { meantBy, shapeOf, textOf } from "./parameters/nested.js";
import { hasRun } from "./player/views.js";

/**
 * The input that a link states, and the link that states an input. What a link leaves out is as it
 * usually is, so that a link means the same whatever was on the page before. Pure.
 *
 * @typedef {import("./permalink.js").Link} Link
 * @typedef {import("./model/state.js").Option} Option
 */

/** Which option of emkit a key of a link states. */
const OPTIONS = /** @type {const} */ ({
  covariance: "covariance",
  start: "start",
  seed: "seed",
  restarts: "restarts",
  iterations: "max_iter",
  tol: "tol",
  within: "within",
  reg: "reg_covar",
  collapse: "on_collapse",
});

/** The same of the keys that say 1 for yes. */
const SWITCHES = /** @type {const} */ ({ accelerate: "accelerate", equal: "equal_weights" });

/**
 * Every option, with its value.
 * @param {Link} link
 * @returns {[Option, string][]}
 */
export function optionsIn(link) {
  return [
    ...pairs(OPTIONS).map(([key, option]) => pair(option, link[key] ?? USUAL[option])),
    ...pairs(SWITCHES).map(([key, option]) => pair(option, String(link[key] === "1"))),
  ];
}

/**
 * What of a table is to be fitted; null where that is left to emkit.
 * @param {Link} link
 * @returns {import("./data/state.js").Choice | null}
 */
export function choiceIn({ columns, weight, label, principal, drop, standardise }) {
  if (!columns) return null;
  return Object.freeze({
    columns,
    weight: weight ?? null,
    label: label ?? null,
    principal: principal ?? "",
    dropMissing: drop === "1",
    standardise: standardise === "1",
  });
}

/**
 * How many components: as many as the start that the link gives, where it does not say; null where
 * that is left to the sample.
 * @param {Link} link
 */
export function componentsIn({ components, weights, means, sds, data }) {
  const given = means ?? weights ?? sds;
  if (components !== undefined || !given) return components ?? (data === undefined ? null : "2");
  return String(given.length);
}

/**
 * What a link names that its data do not have.
 * @param {Link} link
 * @param {import("./data/state.js").Summary} summary
 * @returns {string[]} sentences
 */
export function missingIn({ columns = [], weight, label }, summary) {
  const there = new Set(summary.columns.map(({ name }) => name));
  const named = [...columns, ...(weight ? [weight] : []), ...(label ? [label] : [])];
  const missing = named.filter((name) => !there.has(name)).map(quoted);
  if (missing.length === 0) return [];
  const more = missing.length > 3 ? ` and ${missing.length - 3} more` : "";
  const noun = missing.length > 1 ? "columns" : "column";
  const names = missing.slice(0, 3).join(", ");
  return [`The link names the ${noun} ${names}${more}, which the data do not have.`];
}

/**
 * The start; none where the link gives no means. Weights and spreads that it leaves out are filled
 * in by the page.
 * @param {Link} link
 * @returns {any}
 */
export function startIn({ weights, means, sds, covariances, covariance }) {
  if (!means) return null;
  const equal = means.map(() => String(1 / means.length));
  const d = means[0]?.length ?? 1;
  const matrices = covariance === "tied" ? covariances : covariances?.map((row) => cut(row, d));
  return {
    weights: weights ?? equal,
    means,
    ...(sds && { standard_deviations: sds }),
    ...(matrices && { covariances: matrices }),
  };
}

/**
 * The link to the input as it is; without data where they are in a file.
 * @param {import("./state.js").State} state
 * @returns {Link}
 */
export function linkTo(state) {
  const { data, model } = state;
  return {
    ...dataIn(state),
    ...(data.layout !== "auto" && { layout: data.layout }),
    ...choiceOf(data),
    components: model.components,
    ...optionsOf(model),
    ...startOf(model),
    run: hasRun(state),
  };
}

/**
 * @param {import("./state.js").State} state
 * @returns {Link}
 */
function dataIn(state) {
  const { sample, text, file } = state.data;
  if (file || !hasData(state)) return {};
  return sample === "" ? { data: text } : { sample };
}

/**
 * @param {import("./data/state.js").DataState} data
 * @returns {Link}
 */
function choiceOf({ summary, choice }) {
  if (summary?.kind !== "table" || !choice) return {};
  const { columns, weight, label, principal, dropMissing, standardise } = choice;
  return {
    columns,
    ...(weight !== null && { weight }),
    ...(label !== null && { label }),
    ...(principal !== "" && { principal }),
    ...(dropMissing && { drop: "1" }),
    ...(standardise && { standardise: "1" }),
  };
}

/**
 * Those of the options that are not as usual.
 * @param {import("./model/state.js").ModelState} model
 * @returns {Link}
 */
function optionsOf({ options }) {
  const said = pairs(OPTIONS).filter(([, option]) => options[option] !== USUAL[option]);
  const on = pairs(SWITCHES).filter(([, option]) => options[option] === "true");
  return Object.fromEntries([
    ...said.map(([key, option]) => [key, options[option]]),
    ...on.map(([key]) => [key, "1"]),
  ]);
}

/**
 * A person's own start, in numbers that a list of them can hold.
 * @param {import("./model/state.js").ModelState} model
 * @returns {Link}
 */
function startOf(model) {
  const form = formOf(model);
  if (!model.ownStart || isForeign(model.start, form)) return {};
  /** @type {any} */
  const { weights, means, standard_deviations: sds, covariances } = asked(model.start, form);
  const lists = { weights, means, sds, covariances: covariances && flat(covariances) };
  const given = Object.entries(lists).filter(([, list]) => list !== undefined);
  return Object.fromEntries(given.map(([key, list]) => [key, textOf(meantBy(list))]));
}

/**
 * Matrices as rows of their entries; a matrix that all share as it is.
 * @param {any[]} matrices
 */
function flat(matrices) {
  return shapeOf(matrices).length === 3 ? matrices.map((matrix) => matrix.flat()) : matrices;
}

/**
 * A row of entries as the rows of a matrix.
 * @param {string | ReadonlyArray<string>} row
 * @param {number} d
 */
function cut(row, d) {
  const entries = typeof row === "string" ? [row] : row;
  const starts = Array.from({ length: Math.ceil(entries.length / d) }, (_, i) => i * d);
  return starts.map((from) => entries.slice(from, from + d));
}

/**
 * @template {string} K, V
 * @param {Readonly<Record<K, V>>} table
 */
function pairs(table) {
  return /** @type {[K, V][]} */ (Object.entries(table));
}

/**
 * @param {Option} option
 * @param {string} value
 * @returns {[Option, string]}
 */
function pair(option, value) {
  return [option, value];
}
