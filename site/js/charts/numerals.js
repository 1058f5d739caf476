/**
 * Numbers as a book sets them: a true minus, thin spaces between thousands, powers of ten. In
 * tables, which people copy into other programs, they are plain.
 */

const MINUS = "\u2212";
const THIN_SPACE = "\u202f";
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** @param {number} exponent */
function superscript(exponent) {
  const digits = String(Math.abs(exponent)).replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)]);
  return exponent < 0 ? `⁻${digits}` : digits;
}

/** @param {string} text digits with an optional sign and fraction */
function typeset(text) {
  const [whole, fraction] = text.split(".");
  const grouped =
    whole.replace("-", "").length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE) : whole;
  const joined = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return Number(text) === 0 ? joined.replace("-", "") : joined.replace("-", MINUS);
}

/**
 * @param {number} value
 * @param {number} decimals
 * @returns {string}
 */
export function fixed(value, decimals) {
  if (Math.abs(value) >= 1e21) return significant(value, 6);
  return typeset(value.toFixed(Math.min(decimals, 100)));
}

/**
 * The value times a stated power of ten.
 *
 * @param {number} value
 * @param {number} decimals of the factor
 * @param {number} [exponent] its own by default
 * @returns {string}
 */
export function scientific(value, decimals, exponent) {
  if (value === 0) return "0";
  const [factor, own] = value.toExponential(16).split("e").map(Number);
  const power = exponent ?? exponentOf(value, decimals);
  return `${fixed(factor * 10 ** (own - power), decimals)}×10${superscript(power)}`;
}

/**
 * The power of ten of a number once it is rounded.
 *
 * @param {number} value
 * @param {number} decimals of its factor
 */
function exponentOf(value, decimals) {
  return Number(value.toExponential(Math.min(decimals, 100)).split("e")[1]);
}

/**
 * @param {number} value
 * @param {number} digits how many significant digits are shown
 * @returns {string}
 */
export function significant(value, digits) {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "not defined" : typesetInfinity(value);
  if (value === 0) return "0";
  const exponent = exponentOf(value, digits - 1);
  if (exponent < -4 || exponent > Math.max(5, digits)) return scientific(value, digits - 1);
  return fixed(value, Math.max(0, digits - 1 - exponent));
}

/** @param {number} value */
function typesetInfinity(value) {
  return value > 0 ? "infinite" : "minus infinite";
}

/**
 * As many decimals as it takes to tell the value from others `resolution` away.
 *
 * @param {number} value
 * @param {number} resolution
 * @returns {string}
 */
export function resolved(value, resolution) {
  if (!(resolution > 0) || !Number.isFinite(value)) return significant(value, 6);
  const decimals = Math.max(0, Math.ceil(-Math.log10(resolution) - 1e-9));
  const size = Math.floor(Math.log10(Math.max(Math.abs(value), resolution)));
  if (size < -4 || size > 9) return scientific(value, Math.min(16, Math.max(0, size + decimals)));
  return fixed(value, Math.min(decimals, Math.max(0, 16 - size)));
}

/**
 * The same without zeros at the end, for numbers that are round already.
 *
 * @param {number} value
 * @param {number} resolution
 * @returns {string}
 */
export function rounded(value, resolution) {
  const [factor, power] = resolved(value, resolution).split("×");
  const short = factor.includes(".") ? factor.replace(/\.?0+$/, "") : factor;
  return power === undefined ? short : `${short}×${power}`;
}

/**
 * A number that other programs read: no more digits than told, all that it has by default.
 *
 * @param {number} value
 * @param {number} [digits]
 * @returns {string}
 */
export function plain(value, digits) {
  return String(digits === undefined ? value : Number(value.toPrecision(digits)));
}
