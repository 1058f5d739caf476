/** Colours as red, green and blue light, so that a mix is an average of light, not of code values. */

/** @typedef {readonly [number, number, number]} Light each from 0 to 1 */

/** @param {number} code 0 to 255 */
function toLight(code) {
  const share = code / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** @param {number} light 0 to 1 */
function toCode(light) {
  const share = light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
  return Math.round(255 * share);
}

/**
 * @param {string} css a computed colour: `rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.5)` or `#010203`
 * @returns {Light}
 */
export function lightOf(css) {
  const codes = css.startsWith("#")
    ? [1, 3, 5].map((place) => parseInt(css.slice(place, place + 2), 16))
    : (css.match(/[\d.]+/g) ?? ["0", "0", "0"]).map(Number);
  return [toLight(codes[0]), toLight(codes[1]), toLight(codes[2])];
}

/**
 * The colour of a point: the components' colours mixed by its responsibilities.
 *
 * @param {readonly Light[]} lights one per component
 * @param {Float64Array} responsibilities (n, k) row by row
 * @param {number} row
 * @returns {string}
 */
export function mixedColour(lights, responsibilities, row) {
  const k = lights.length;
  const sum = [0, 0, 0];
  for (let j = 0; j < k; j += 1) {
    const share = responsibilities[row * k + j];
    for (let c = 0; c < 3; c += 1) sum[c] += share * lights[j][c];
  }
  return `rgb(${sum.map((light) => toCode(Math.min(1, Math.max(0, light)))).join(", ")})`;
}
