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
 * Draws clouds into one image, a slice at a time; each stays inside its own box.
 *
 * @param {readonly Cloud[]} clouds with one ratio
 * @returns {Generator<void, ImageData, void>}
 */
export function* rasterise(clouds) {
  const { left, right, top, bottom } = boxAround(clouds);
  const ratio = clouds[0]?.ratio ?? 1;
  const width = Math.max(1, Math.round((right - left) * ratio));
  const height = Math.max(1, Math.round((bottom - top) * ratio));
  const light = new Uint8ClampedArray(4 * width * height); // colours times their opacity
  for (const cloud of clouds) {
    yield* stampAll(cloud, createStamper(cloud, light, width, [left, top]));
  }
  divideByOpacity(light);
  return new ImageData(light, width, height);
}

/**
 * @param {readonly Cloud[]} clouds
 * @returns {import("../axes.js").Box}
 */
export function boxAround(clouds) {
  return {
    left: Math.min(...clouds.map(({ box }) => box.left)),
    right: Math.max(...clouds.map(({ box }) => box.right)),
    top: Math.min(...clouds.map(({ box }) => box.top)),
    bottom: Math.max(...clouds.map(({ box }) => box.bottom)),
  };
}

/**
 * @param {Cloud} cloud
 * @param {(row: number) => void} stamper
 */
function* stampAll({ rows }, stamper) {
  const step = mixedOrder(rows.length);
  let place = 0;
  for (let i = 0; i < rows.length; i += 1) {
    stamper(rows[place]);
    place += step;
    if (place >= rows.length) place -= rows.length;
    if (i % SLICE === SLICE - 1) yield;
  }
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
 * @param {number} width of the image
 * @param {readonly [number, number]} corner the image's, in CSS pixels
 * @returns {(row: number) => void}
 */
function createStamper(cloud, light, width, [cornerLeft, cornerTop]) {
  const { values, d, columns, ratio, shapeOf, colourOf, rimColour, box } = cloud;
  const [first, second] = columns;
  const across = pixelsOf(cloud.x, cornerLeft, ratio);
  const down = pixelsOf(cloud.y, cornerTop, ratio);
  const [west, east] = [box.left, box.right].map((x) => Math.round((x - cornerLeft) * ratio));
  const [north, south] = [box.top, box.bottom].map((y) => Math.round((y - cornerTop) * ratio));
  /** @type {import("./stamp.js").Stamp[]} */
  const stamps = [];
  const colour = new Uint8Array(3);
  return (row) => {
    const column = Math.floor(
      across.offset + across.slope * (values[row * d + first] - across.from),
    );
    const line = Math.floor(down.offset + down.slope * (values[row * d + second] - down.from));
    const shape = shapeOf?.(row) ?? 0;
    const stamp = (stamps[shape] ??= stampFor(cloud, shape));
    const { reach } = stamp;
    const isSeen =
      column > west - reach &&
      column < east + reach &&
      line > north - reach &&
      line < south + reach;
    if (!isSeen) return;
    const isWhole =
      column >= west + reach &&
      column < east - reach &&
      line >= north + reach &&
      line < south - reach;
    colourOf(row, colour);
    for (let i = 0; i < stamp.across.length; i += 1) {
      const left = column + stamp.across[i];
      const top = line + stamp.down[i];
      if (!isWhole && (left < west || left >= east || top < north || top >= south)) continue;
      const place = 4 * (top * width + left);
      const own = stamp.fill[i];
      const paper = stamp.rim[i];
      const rest = 256 - own - paper;
      light[place] = (light[place] * rest + colour[0] * own + rimColour[0] * paper) >> 8;
      light[place + 1] = (light[place + 1] * rest + colour[1] * own + rimColour[1] * paper) >> 8;
      light[place + 2] = (light[place + 2] * rest + colour[2] * own + rimColour[2] * paper) >> 8;
      light[place + 3] = (light[place + 3] * rest + 255 * (own + paper)) >> 8;
    }
  };
}

/**
 * @param {Cloud} cloud
 * @param {number} shape
 */
function stampFor({ radius, rim, opacity, ratio }, shape) {
  return makeStamp(shape, radius * ratio, rim * ratio, opacity);
}

/**
 * A scale's straight line in device pixels, as numbers: it is asked for every point.
 *
 * @param {Scale} scale
 * @param {number} edge
 * @param {number} ratio
 */
function pixelsOf({ from, to, start, end }, edge, ratio) {
  return { from, slope: (ratio * (end - start)) / (to - from), offset: ratio * (start - edge) };
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
