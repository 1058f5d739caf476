/** Round numbers (1, 2 or 5 times a power of ten) to stand along an axis, and their labels. */

import { fixed, scientific } from "./numerals.js";

/**
 * A step is `factor` times ten to the `power`, kept apart so that ticks come out exact.
 *
 * @typedef {{ factor: 1 | 2 | 5, power: number }} Step
 */

/**
 * The round step nearest to cutting `span` into `count` parts.
 *
 * @param {number} span
 * @param {number} count
 * @returns {Step}
 */
function roundStep(span, count) {
  const raw = span / Math.max(1, count);
  const power = Math.floor(Math.log10(raw));
  const lead = raw / 10 ** power;
  if (lead >= Math.sqrt(50)) return { factor: 1, power: power + 1 };
  if (lead >= Math.sqrt(10)) return { factor: 5, power };
  return { factor: lead >= Math.SQRT2 ? 2 : 1, power };
}

/**
 * Multiples of the step inside the domain. Below one, the step is divided by rather than multiplied
 * with: 3 / 10 is the double nearest to 0.3, and 3 * 0.1 is not.
 *
 * @param {readonly [number, number]} domain
 * @param {Step} step
 * @returns {number[]}
 */
export function multiples([low, high], { factor, power }) {
  const size = power < 0 ? 10 ** -power / factor : 10 ** power * factor;
  const value =
    power < 0 ? (/** @type {number} */ i) => i / size : (/** @type {number} */ i) => i * size;
  const first = Math.ceil(power < 0 ? low * size : low / size);
  const last = Math.floor(power < 0 ? high * size : high / size);
  const found = [];
  for (let i = first; i <= last && found.length < 1000; i += 1) found.push(value(i) + 0);
  return found;
}

/**
 * @param {readonly [number, number]} domain
 * @param {number} count about how many
 * @param {{ whole?: boolean }} [options] whole: never step by less than one
 * @returns {{ values: number[], labels: string[] }}
 */
export function ticks(domain, count, { whole = false } = {}) {
  let step = roundStep(domain[1] - domain[0], count);
  if (whole && step.power < 0) step = { factor: 1, power: 0 };
  const values = multiples(domain, step);
  return { values, labels: tickLabels(values, step) };
}

/**
 * Labels with just the digits that tell neighbours apart, all written the same way: plain if that is
 * short, otherwise times one power of ten.
 *
 * @param {readonly number[]} values
 * @param {Step} step
 * @returns {string[]}
 */
function tickLabels(values, { power }) {
  const largest = values.reduce((size, value) => Math.max(size, Math.abs(value)), 0);
  if (largest === 0) return values.map(() => "0");
  const own = Math.floor(Math.log10(largest) + 1e-12);
  const exponent = own - power < 2 ? power : own;
  const decimals = Math.max(0, -power);
  const plain = Math.max(own, 0) + 1 + decimals;
  const powered = Math.max(own - power, 0) + 5;
  return plain <= Math.max(7, powered)
    ? values.map((value) => fixed(value, decimals))
    : values.map((value) => scientific(value, Math.max(0, exponent - power), exponent));
}
