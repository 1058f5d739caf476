import { SvgPen } from "./pen.js";
import { svgElement } from "./svg-element.js";

/**
 * Whatever is drawn, as the text of an SVG file.
 *
 * @param {{ width: number, height: number }} size
 * @param {{ title: string, summary: string }} caption
 * @param {(context: CanvasRenderingContext2D) => void} paint
 * @returns {string}
 */
export function recordSvg({ width, height }, { title, summary }, paint) {
  const name = title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const root = svgElement("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img" });
  root.append(svgElement("title", {}, title), svgElement("desc", {}, summary));
  const pen = new SvgPen(root, name);
  // The pen answers all that the marks ask of a canvas, and a test draws every chart with it.
  paint(/** @type {CanvasRenderingContext2D} */ (/** @type {unknown} */ (pen)));
  return new XMLSerializer().serializeToString(root);
}
