import { paintSheet } from "../surface.js";
import { withResolution } from "./resolution.js";
import { recordSvg } from "./svg.js";

/** @typedef {import("../surface.js").Area} Area */
/** @typedef {import("../surface.js").Paint} Paint */
/** @typedef {{ title: string, summary: string, paper: string }} Caption */

/** A saved picture has this many pixels to a CSS pixel: 288 to the inch. */
const PIXELS = 3;
/** Paper left around a picture, in CSS pixels. */
const MARGIN = 16;
/** Whatever the screen, with its margin a picture is 17 to 18.5 cm wide, as a page's text is. */
const WIDTH_AT_LEAST = 640;
const WIDTH_AT_MOST = 668;
const HEIGHT_AT_LEAST = 240;

/**
 * The room for a picture of what the screen shows in some area.
 *
 * @param {Area} area
 * @returns {Area}
 */
export function pictureArea({ width, height }) {
  return {
    width: Math.round(Math.min(Math.max(WIDTH_AT_LEAST, width), WIDTH_AT_MOST)),
    height: Math.round(Math.max(HEIGHT_AT_LEAST, height)),
    ratio: PIXELS,
  };
}

/**
 * @param {Area} area
 * @param {Caption} caption
 * @param {Paint} paint
 * @returns {Promise<Blob | null>} a PNG on plain paper
 */
export async function pngOf(area, { paper }, paint) {
  const { width, height, ratio } = area;
  const canvas = document.createElement("canvas");
  const sheet = { width: width + 2 * MARGIN, height: height + 2 * MARGIN, ratio };
  paintSheet(canvas, sheet, (context) => {
    context.fillStyle = paper;
    context.fillRect(0, 0, sheet.width, sheet.height);
    context.translate(MARGIN, MARGIN);
    paint(context, area);
  });
  const png = await new Promise((/** @type {BlobCallback} */ resolve) => {
    canvas.toBlob(resolve, "image/png");
  });
  return png && withResolution(png, ratio);
}

/**
 * @param {Area} area
 * @param {Caption} caption
 * @param {Paint} paint
 * @returns {Blob} an SVG with the same marks, its text as text
 */
export function svgOf(area, caption, paint) {
  const svg = recordSvg({ ...area, margin: MARGIN }, caption, (context) => paint(context, area));
  return new Blob([svg], { type: "image/svg+xml" });
}
