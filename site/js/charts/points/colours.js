import { lightOf } from "../colour.js";
import { lookOf } from "../theme.js";

/** @typedef {import("../theme.js").Theme} Theme */

/**
 * What a point's colour says: a mix by responsibility, the likeliest component, or the label.
 *
 * @typedef {"soft" | "hard" | "label"} Colouring
 *
 * @typedef {object} Coloured
 * @property {Colouring} colouring
 * @property {number} k
 * @property {string} [numbers] of the components, as `numbersOf` tells them
 * @property {Float64Array | null} [responsibilities] (n, k) row by row
 * @property {Float64Array | null} [labels] (n) codes from 0; not a number where there is none
 */

/** @typedef {(row: number, out: Uint8Array) => void} ColourOf */

const STEPS = 4096;

/** Light, in steps, to code values: a power for every point would take longer than drawing it. */
const CODES = Uint8Array.from({ length: STEPS + 1 }, (_, i) => {
  const light = i / STEPS;
  return 255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055) + 0.5;
});

/**
 * Gives every row its colour as three code values, fast.
 *
 * @param {Coloured} data
 * @param {Theme} theme
 * @returns {ColourOf}
 */
export function colourBy({ colouring, k, numbers = "", responsibilities, labels }, theme) {
  if (colouring === "label" && labels) return byCode((row) => labels[row], theme);
  if (!responsibilities) return (_row, out) => out.set(codesOf(theme.inkSoft));
  const numberAt = numbersIn(numbers);
  if (colouring !== "hard") return mixing(responsibilities, k, numberAt, theme);
  return byCode((row) => numberAt(likeliest(responsibilities, k, row)), theme);
}

/**
 * @param {string} text
 * @returns {(j: number) => number}
 */
function numbersIn(text) {
  const numbers = text === "" ? [] : text.split(",").map(Number);
  return (j) => numbers[j] ?? j;
}

/**
 * @param {Float64Array} responsibilities
 * @param {number} k
 * @param {(j: number) => number} numberAt
 * @param {Theme} theme
 * @returns {ColourOf}
 */
function mixing(responsibilities, k, numberAt, theme) {
  const lights = Float64Array.from(
    Array.from({ length: k }, (_, j) => lightOf(lookOf(theme, numberAt(j)).line)).flat(),
  );
  return (row, out) => {
    let [red, green, blue] = [0.5 / STEPS, 0.5 / STEPS, 0.5 / STEPS]; // so that cutting rounds
    for (let j = 0; j < k; j += 1) {
      const share = responsibilities[row * k + j];
      red += share * lights[3 * j];
      green += share * lights[3 * j + 1];
      blue += share * lights[3 * j + 2];
    }
    out[0] = CODES[(STEPS * red) | 0];
    out[1] = CODES[(STEPS * green) | 0];
    out[2] = CODES[(STEPS * blue) | 0];
  };
}

/**
 * @param {(row: number) => number} codeOf
 * @param {Theme} theme
 * @returns {ColourOf}
 */
function byCode(codeOf, theme) {
  const looks = Array.from({ length: 16 }, (_, j) => codesOf(lookOf(theme, j).line));
  const none = codesOf(theme.inkSoft);
  return (row, out) => {
    const code = codeOf(row);
    out.set(code >= 0 ? looks[code % looks.length] : none);
  };
}

/**
 * @param {ArrayLike<number>} responsibilities
 * @param {number} k
 * @param {number} row
 */
function likeliest(responsibilities, k, row) {
  let best = 0;
  for (let j = 1; j < k; j += 1) {
    if (responsibilities[row * k + j] > responsibilities[row * k + best]) best = j;
  }
  return best;
}

/** @param {string} css a computed colour */
export function codesOf(css) {
  return Uint8Array.from(lightOf(css), (light) => CODES[Math.round(STEPS * light)]);
}
