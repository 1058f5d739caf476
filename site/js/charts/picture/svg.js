import { SvgPen } from "./pen.js";
import { svgElement } from "./svg-element.js";

/**
 * Whatever is drawn, as the text of an SVG file.
 *
 * @param {{ width: number, height: number, margin: number }} size margin: around what is drawn
 * @param {{ title: string, summary: string, paper: string }} caption
 * @param {(context: CanvasRenderingContext2D) => void} paint
 * @returns {string}
 */
export function recordSvg({ width, height, margin }, { title, summary, paper }, paint) {
  const name = title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const sheet = { width: width + 2 * margin, height: height + 2 * margin };
  const viewBox = `${-margin} ${-margin} ${sheet.width} ${sheet.height}`;
  const root = svgElement("svg", { ...sheet, viewBox, role: "img" });
  root.append(svgElement("title", {}, title), svgElement("desc", {}, summary));
  root.append(svgElement("rect", { x: -margin, y: -margin, ...sheet, fill: paper }));
  const pen = new SvgPen(root, name);
  // The pen answers all that the marks ask of a canvas, and a test draws every chart with it.
  paint(/** @type {CanvasRenderingContext2D} */ (/** @type {unknown} */ (pen)));
  return new XMLSerializer().serializeToString(root);
}
