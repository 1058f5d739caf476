import { typedNumber } from "../../lib/spin.js";

/**
 * Numbers in lists in lists, as emkit gives them, and the same as text, as people type them.
 *
 * @typedef {string | ReadonlyArray<any>} Nested  a text, or a list of such
 * @typedef {number | ReadonlyArray<any>} Numbers  a number, or a list of such
 */

/**
 * All numbers as text, with all their digits.
 * @param {Numbers} numbers
 * @returns {Nested}
 */
export function textOf(numbers) {
  return Array.isArray(numbers) ? numbers.map(textOf) : String(numbers);
}

/**
 * All that is typed as the numbers that are meant; what is none stays as it is.
 * @param {Nested} typed
 * @returns {any}
 */
export function meantBy(typed) {
  return typeof typed === "string" ? meant(typed) : typed.map(meantBy);
}

/**
 * The number that is meant, or else the text as it is.
 * @param {string} text
 */
export function meant(text) {
  return typedNumber(text) ?? text;
}

/**
 * The text at a place, "" where there is none.
 * @param {Nested | undefined} typed
 * @param {ReadonlyArray<number>} path
 * @returns {string}
 */
export function textAt(typed, path) {
  /** @type {any} */
  let found = typed;
  for (const index of path) found = Array.isArray(found) ? found[index] : undefined;
  return typeof found === "string" ? found : "";
}

/**
 * The same with another text at a place.
 * @param {Nested | undefined} typed
 * @param {ReadonlyArray<number>} path
 * @param {string} text
 * @returns {Nested}
 */
export function withText(typed, [index, ...rest], text) {
  if (index === undefined) return text;
  const list = Array.isArray(typed) ? [...typed] : [];
  for (let i = list.length; i < index; i++) list.push(rest.length ? [] : "");
  list[index] = withText(list[index], rest, text);
  return list;
}

/**
 * Whether nothing at all is typed.
 * @param {Nested | undefined} typed
 * @returns {boolean}
 */
export function isBlank(typed) {
  return Array.isArray(typed) ? typed.every(isBlank) : (typed ?? "") === "";
}

/**
 * How many entries each list has, from the outermost to the innermost.
 * @param {Nested | Numbers | undefined} nested
 * @returns {number[]}
 */
export function shapeOf(nested) {
  return Array.isArray(nested) ? [nested.length, ...shapeOf(nested[0])] : [];
}
