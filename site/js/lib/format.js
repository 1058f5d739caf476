/** Every number that a person sees goes through here. */

const COUNT = new Intl.NumberFormat("en-US");

/**
 * A whole number with its thousands apart: 100,000.
 * @param {number} value
 */
export function count(value) {
  return COUNT.format(value);
}

/**
 * A count with its noun: 1 value, 2 values.
 * @param {number} value
 * @param {string} noun
 */
export function countOf(value, noun) {
  return `${count(value)} ${noun}${value === 1 ? "" : "s"}`;
}

/**
 * A number to so many significant digits, without the zeros that say nothing; with Infinity, all
 * the digits that tell it from its neighbours.
 * @param {number} value
 * @param {number} [digits]
 */
export function number(value, digits = 6) {
  if (!Number.isFinite(value)) return String(value);
  if (!Number.isFinite(digits)) return String(value);
  const text = value.toPrecision(digits);
  const [mantissa = "", exponent] = text.split("e");
  if (exponent !== undefined) return `${trimmed(mantissa)}e${exponent.replace("+", "")}`;
  return trimmed(mantissa);
}

/**
 * How many digits it takes to tell a number from others a thousandth of the spread away: six, and
 * more where the data are far from zero.
 * @param {number} value
 * @param {number} spread
 */
export function digitsFor(value, spread) {
  const offset = Math.floor(Math.log10(Math.abs(value) / (spread / 1000)));
  return Math.min(17, Math.max(6, Number.isFinite(offset) ? offset + 1 : 6));
}

/**
 * A probability with a fixed number of places, so that columns line up.
 * @param {number} value
 * @param {boolean} allDigits
 */
export function probability(value, allDigits) {
  if (allDigits) return String(value);
  const text = value.toFixed(4);
  return value > 0 && text === "0.0000" ? value.toExponential(1) : text;
}

/**
 * Bytes in megabytes with one place.
 * @param {number} bytes
 */
export function megabytes(bytes) {
  return (bytes / 1e6).toFixed(1);
}

/** @param {string} mantissa */
function trimmed(mantissa) {
  return mantissa.includes(".") ? mantissa.replace(/\.?0+$/, "") : mantissa;
}
