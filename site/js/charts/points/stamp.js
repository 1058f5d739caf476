import { traceMarker } from "../marks/marker.js";

/**
 * A marker as pixels: for each pixel that it touches, where that is and how much of it is covered by
 * the marker and by the rim of paper around it.
 *
 * @typedef {object} Stamp
 * @property {Int16Array} across
 * @property {Int16Array} down
 * @property {Uint16Array} fill in parts of 256
 * @property {Uint16Array} rim in parts of 256
 * @property {number} reach how far it extends from its middle
 */

/**
 * @param {number} shape
 * @param {number} radius in device pixels
 * @param {number} rim its width in device pixels
 * @param {number} opacity of the marker itself
 * @returns {Stamp}
 */
export function makeStamp(shape, radius, rim, opacity) {
  const reach = Math.ceil(1.5 * radius + rim) + 1;
  const filled = coverage(reach, (context) => {
    traceMarker(context, shape, reach + 0.5, reach + 0.5, radius);
    context.fill();
  });
  const rimmed = coverage(reach, (context) => {
    if (rim === 0) return;
    context.lineWidth = 2 * rim;
    context.lineJoin = "round";
    traceMarker(context, shape, reach + 0.5, reach + 0.5, radius);
    context.stroke();
  });
  const side = 2 * reach + 1;
  const touched = [...filled.keys()].filter((i) => filled[i] > 0 || rimmed[i] > 0);
  return {
    across: Int16Array.from(touched, (i) => (i % side) - reach),
    down: Int16Array.from(touched, (i) => Math.floor(i / side) - reach),
    fill: Uint16Array.from(touched, (i) => Math.round(256 * opacity * filled[i])),
    rim: Uint16Array.from(touched, (i) => Math.floor(256 * rimmed[i] * (1 - filled[i]))),
    reach,
  };
}

/**
 * @param {number} reach
 * @param {(context: CanvasRenderingContext2D) => void} draw
 * @returns {Float32Array} how much of each pixel is drawn on
 */
function coverage(reach, draw) {
  const side = 2 * reach + 1;
  const canvas = document.createElement("canvas");
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return new Float32Array(side * side);
  context.beginPath();
  draw(context);
  const { data } = context.getImageData(0, 0, side, side);
  return Float32Array.from({ length: side * side }, (_, i) => data[4 * i + 3] / 255);
}
