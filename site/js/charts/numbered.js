/**
 * A run may drop components. Those that are left keep their numbers, and with them their colours.
 *
 * @typedef {object} Numbered
 * @property {number} [component] counted from 0; its place among those drawn where this is missing
 */

/**
 * @param {readonly Numbered[]} components
 * @param {number} j which of those that are left
 */
export function numberOf(components, j) {
  return components[j]?.component ?? j;
}

/**
 * All numbers as a text, by which two lists of components can be compared.
 * @param {readonly Numbered[]} components
 */
export function numbersOf(components) {
  return components.map((_, j) => numberOf(components, j)).join();
}
