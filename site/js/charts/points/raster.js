import { makeStamp } from "./stamp.js";

/** @typedef {import("../scale.js").Scale} Scale */

/**
 * Points to be drawn into pixels. Scales and box are in CSS pixels; the box becomes the image.
 *
 * @typedef {object} Cloud
 * @property {Float64Array} values (n, d) row by row
 * @property {number} d
 * @property {readonly [number, number]} columns which are drawn across and up
 * @property {Uint32Array} rows which are drawn
 * @property {Scale} x
 * @property {Scale} y
 * @property {import("../axes.js").Box} box
 * @property {number} ratio
 * @property {import("./colours.js").ColourOf} colourOf
 * @property {((row: number) => number) | null} shapeOf
 * @property {number} radius in CSS pixels
 * @property {number} rim its width in CSS pixels
 * @property {Uint8Array} rimColour
 * @property {number} opacity
 */

/** Points between two moments at which the work may be interrupted. */
const SLICE = 2000;

/**
 * Draws the points of a cloud into an image, a slice at a time.
 *
 * @param {Cloud} cloud
 * @returns {Generator<void, ImageData, void>}
 */
export function* rasterise(cloud) {
  const { box, ratio, rows } = cloud;
  const width = Math.max(1, Math.round((box.right - box.left) * ratio));
  const height = Math.max(1, Math.round((box.bottom - box.top) * ratio));
  const light = new Uint8ClampedArray(4 * width * height); // colours times their opacity
  const stamper = createStamper(cloud, light, width, height);
  const order = mixedOrder(rows.length);
  for (let from = 0; from < rows.length; from += SLICE) {
    const to = Math.min(rows.length, from + SLICE);
    for (let i = from; i < to; i += 1) stamper(rows[(i * order) % rows.length]);
    yield;
  }
  divideByOpacity(light);
  return new ImageData(light, width, height);
}

/**
 * Rows often come sorted by group, and the last would cover the others. A step that shares no
 * divisor with n visits every row once, neighbours far apart.
 *
 * @param {number} n
 * @returns {number}
 */
export function mixedOrder(n) {
  let step = Math.max(1, Math.round(n * 0.618));
  while (divisor(step, n) > 1) step += 1;
  return step;
}

/**
 * @param {number} a
 * @param {number} b
 * @returns {number}
 */
function divisor(a, b) {
  return b === 0 ? a : divisor(b, a % b);
}

/**
 * @param {Cloud} cloud
 * @param {Uint8ClampedArray} light
 * @param {number} width
 * @param {number} height
 * @returns {(row: number) => void}
 */
function createStamper(cloud, light, width, height) {
  const { values, d, columns, x, y, box, ratio, shapeOf, colourOf, rimColour, opacity } = cloud;
  /** @type {import("./stamp.js").Stamp[]} */
  const stamps = [];
  const colour = new Uint8Array(3);
  return (row) => {
    const column = Math.floor((x.at(values[row * d + columns[0]]) - box.left) * ratio);
    const line = Math.floor((y.at(values[row * d + columns[1]]) - box.top) * ratio);
    if (!(column > -40 && column < width + 40 && line > -40 && line < height + 40)) return;
    const shape = shapeOf?.(row) ?? 0;
    const stamp = (stamps[shape] ??= makeStamp(shape, cloud.radius * ratio, cloud.rim * ratio));
    const { across, down, fill, rim } = stamp;
    colourOf(row, colour);
    for (let i = 0; i < across.length; i += 1) {
      const left = column + across[i];
      const top = line + down[i];
      if (left < 0 || left >= width || top < 0 || top >= height) continue;
      const place = 4 * (top * width + left);
      const own = fill[i] * opacity;
      const paper = rim[i];
      const rest = 1 - own - paper;
      light[place] = light[place] * rest + colour[0] * own + rimColour[0] * paper;
      light[place + 1] = light[place + 1] * rest + colour[1] * own + rimColour[1] * paper;
      light[place + 2] = light[place + 2] * rest + colour[2] * own + rimColour[2] * paper;
      light[place + 3] = light[place + 3] * rest + 255 * (own + paper);
    }
  };
}

/**
 * An image keeps colours and their opacity apart.
 *
 * @param {Uint8ClampedArray} light
 */
function divideByOpacity(light) {
  for (let i = 3; i < light.length; i += 4) {
    const opacity = light[i];
    if (opacity === 0 || opacity === 255) continue;
    const gain = 255 / opacity;
    light[i - 3] *= gain;
    light[i - 2] *= gain;
    light[i - 1] *= gain;
  }
}
