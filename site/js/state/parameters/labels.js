import { isPerComponent, ranksOf } from "./form.js";

/**
 * What a person calls each number: "Mean 2", "Mean 2 of waiting", "Covariance 1 of eruptions and
 * waiting", "Variance of waiting".
 *
 * @typedef {import("./form.js").Field} Field
 * @typedef {import("./form.js").Form} Form
 * @typedef {import("../../engine/protocol.js").Fault} Fault
 */

const NAMES = Object.freeze({
  weights: "Weight",
  means: "Mean",
  standard_deviations: "Standard deviation",
  covariances: "Covariance",
});

/**
 * @param {Form} form
 * @param {Field} field
 * @param {ReadonlyArray<number>} path  of the number
 * @param {string} [before]             what tells these parameters from others on the page
 */
export function labelOf({ columns }, field, path, before = "") {
  const isCommon = field === "covariances" && path.length === 2;
  const variables = isCommon ? path : path.slice(1);
  const isVariance = field === "covariances" && variables[0] === variables[1];
  const words = [isVariance ? "Variance" : NAMES[field]];
  if (!isCommon) words.push(String((path[0] ?? 0) + 1));
  const names = [...new Set(variables)].map((variable) => columns[variable] ?? "");
  if (names.length > 0) words.push("of", names.join(" and "));
  if (before) words[0] = `${before} ${words[0]?.toLowerCase() ?? ""}`;
  return words.join(" ");
}

/**
 * Whether a fault is about a number.
 * @param {Fault | null} fault
 * @param {Form} form
 * @param {Field} field
 * @param {ReadonlyArray<number>} path
 */
export function isAt(fault, form, field, path) {
  const where = placeIn(fault, form);
  if (where?.field !== field) return false;
  return isPrefix(where.path, path) || isPrefix(where.mirror, path);
}

/**
 * The number, or the first of the numbers, that a fault is about.
 * @param {Fault | null} fault
 * @param {Form} form
 * @returns {{ field: Field, path: number[] } | null}
 */
export function firstPlaceOf(fault, form) {
  const where = placeIn(fault, form);
  const rank = where ? ranksOf(form)[where.field] : undefined;
  if (!where || rank === undefined) return null;
  const missing = Math.max(0, rank - where.path.length);
  return { field: where.field, path: [...where.path, ...Array(missing).fill(0)].slice(0, rank) };
}

/**
 * @param {Fault | null} fault
 * @param {Form} form
 */
function placeIn(fault, form) {
  const where = fault?.where;
  if (!where || !("field" in where) || !(where.field in NAMES)) return null;
  const field = /** @type {Field} */ (where.field);
  const { component, variable, variables } = where;
  const isOne = component !== undefined && isPerComponent(form, field);
  const inner = (variables ?? (variable === undefined ? [] : [variable])).map((one) => one - 1);
  const outer = isOne ? [component - 1] : [];
  return { field, path: [...outer, ...inner], mirror: [...outer, ...[...inner].reverse()] };
}

/**
 * @param {ReadonlyArray<number>} short
 * @param {ReadonlyArray<number>} long
 */
function isPrefix(short, long) {
  return short.every((index, i) => long[i] === index);
}
