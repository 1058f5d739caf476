/** Putting lines on whole device pixels, where they are sharp. */

/**
 * A hairline's width in CSS pixels: one device pixel up to a ratio of 1.5, then the nearest whole.
 *
 * @param {number} ratio device pixels in a CSS pixel
 */
export function hairline(ratio) {
  return Math.max(1, Math.round(ratio)) / ratio;
}

/**
 * @param {number} pixel
 * @param {number} ratio
 */
export function snap(pixel, ratio) {
  return Math.round(pixel * ratio) / ratio;
}
