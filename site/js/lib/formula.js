/**
 * Formulas as plain trees, which `panels/lesson/formula.js` turns into MathML. A number may carry the
 * name of the quantity that it is, by which the same number is found elsewhere.
 *
 * @typedef {object} Formula
 * @property {string} tag        of MathML
 * @property {string} [text]
 * @property {ReadonlyArray<Formula>} [parts]
 * @property {string} [quantity]
 * @property {Readonly<Record<string, string>>} [attributes]
 */

/** @param {ReadonlyArray<Formula>} parts @returns {Formula} */
export const row = (...parts) => ({ tag: "mrow", parts });

/** @param {string} text @returns {Formula} */
export const op = (text) => ({ tag: "mo", text });

/** @param {string} text @returns {Formula} */
export const name = (text) => ({ tag: "mi", text });

/** @param {string} text @returns {Formula} */
export const plain = (text) => ({ tag: "mn", text });

/** @param {Formula} above @param {Formula} below @returns {Formula} */
export const frac = (above, below) => ({ tag: "mfrac", parts: [above, below] });

/** @param {Formula} base @param {Formula} index @returns {Formula} */
export const sub = (base, index) => ({ tag: "msub", parts: [base, index] });

/** @param {Formula} base @param {Formula} power @returns {Formula} */
export const sup = (base, power) => ({ tag: "msup", parts: [base, power] });

/** @param {Formula} base @param {Formula} index @param {Formula} power @returns {Formula} */
export const subsup = (base, index, power) => ({ tag: "msubsup", parts: [base, index, power] });

/** @param {Formula} inside @returns {Formula} */
export const root = (inside) => ({ tag: "msqrt", parts: [inside] });

/** @param {Formula} inside @returns {Formula} */
export const parens = (inside) => row(op("("), inside, op(")"));

/** A sum over i. @param {Formula} term @returns {Formula} */
export const sumOver = (term) => row({ tag: "munder", parts: [op("∑"), name("i")] }, term);

/** @param {Formula} left @param {ReadonlyArray<Formula>} right @returns {Formula} */
export const equation = (left, ...right) => row(left, ...right.flatMap((one) => [op("="), one]));

/** @param {string} letter @param {number} component from 0 @returns {Formula} */
export const of = (letter, component) => sub(name(letter), plain(String(component + 1)));

/** @param {ReadonlyArray<Formula>} terms @param {string} sign @returns {Formula} */
export const chain = (terms, sign) =>
  row(...terms.flatMap((term, index) => (index === 0 ? [term] : [op(sign), term])));

/**
 * A matrix, or a column where every row has one entry.
 * @param {ReadonlyArray<ReadonlyArray<Formula>>} rows
 * @returns {Formula}
 */
export function matrix(rows) {
  const lines = rows.map((cells) => ({
    tag: "mtr",
    parts: cells.map((cell) => ({ tag: "mtd", parts: [cell] })),
  }));
  return parens({ tag: "mtable", parts: lines });
}

/**
 * A number as it is shown elsewhere: "-1.2e-7" as −1.2 · 10⁻⁷.
 * @param {string} text
 * @param {string} [quantity]
 * @returns {Formula}
 */
export function written(text, quantity) {
  const [mantissa = "", exponent] = text.replace("-", "−").split("e");
  if (exponent === undefined) return { tag: "mn", text: mantissa, quantity };
  const power = sup(plain("10"), plain(exponent.replace("-", "−")));
  return { tag: "mrow", parts: [plain(mantissa), op("·"), power], quantity };
}

/**
 * A number that is added, subtracted or raised to a power, in brackets where it has a sign.
 * @param {Formula} number
 * @returns {Formula}
 */
export function bracketed(number) {
  return number.text?.startsWith("−") ? parens(number) : number;
}
