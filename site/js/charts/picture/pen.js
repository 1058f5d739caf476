import { SvgPath } from "./path.js";
import { svgElement } from "./svg-element.js";
import { createRuler, textAttributes } from "./text.js";

/** @typedef {import("./svg-element.js").Attributes} Attributes */

const KEPT = /** @type {const} */ ([
  "fillStyle",
  "strokeStyle",
  "lineWidth",
  "globalAlpha",
  "lineJoin",
  "lineCap",
  "font",
  "textAlign",
  "textBaseline",
]);

/**
 * Writes down as SVG what is drawn with the calls of a canvas: those that the marks use. A path is
 * taken to be stroked or filled under the transform it was built under.
 */
export class SvgPen {
  fillStyle = "#000000";
  strokeStyle = "#000000";
  lineWidth = 1;
  globalAlpha = 1;
  /** @type {CanvasLineJoin} */
  lineJoin = "miter";
  /** @type {CanvasLineCap} */
  lineCap = "butt";
  font = "10px sans-serif";
  /** @type {CanvasTextAlign} */
  textAlign = "start";
  /** @type {CanvasTextBaseline} */
  textBaseline = "alphabetic";

  #place = { matrix: new DOMMatrix(), clip: "", dash: /** @type {readonly number[]} */ ([]) };
  #saved = /** @type {(() => void)[]} */ ([]);
  #path = new SvgPath();
  #ruler = createRuler();
  #root;
  #name;
  #clips = 0;
  #sheet;
  #sheetClip = "";

  /**
   * @param {Element} root
   * @param {string} name begins the ids, so that pictures can share a page
   */
  constructor(root, name) {
    this.#root = root;
    this.#name = name;
    this.#sheet = root;
  }

  // --- state -------------------------------------------------------------------------------------

  save() {
    const place = this.#place;
    const kept = Object.fromEntries(KEPT.map((name) => [name, this[name]]));
    this.#saved.push(() => {
      this.#place = place;
      Object.assign(this, kept);
    });
  }

  restore() {
    this.#saved.pop()?.();
  }

  /** @param {readonly number[]} dash */
  setLineDash(dash) {
    this.#place = { ...this.#place, dash: [...dash] };
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  translate(x, y) {
    this.#place = { ...this.#place, matrix: this.#place.matrix.translate(x, y) };
  }

  /** @param {number} angle in radians */
  rotate(angle) {
    const matrix = this.#place.matrix.rotate((angle * 180) / Math.PI);
    this.#place = { ...this.#place, matrix };
  }

  // --- paths -------------------------------------------------------------------------------------

  beginPath() {
    this.#path = new SvgPath();
  }

  closePath() {
    this.#path.closePath();
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  moveTo(x, y) {
    this.#path.moveTo(x, y);
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  lineTo(x, y) {
    this.#path.lineTo(x, y);
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @param {number} height
   */
  rect(x, y, width, height) {
    this.#path.rect(x, y, width, height);
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} radius
   * @param {number} from
   * @param {number} to
   */
  arc(x, y, radius, from, to) {
    this.ellipse(x, y, radius, radius, 0, from, to);
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} radiusX
   * @param {number} radiusY
   * @param {number} rotation
   * @param {number} from
   * @param {number} to
   */
  ellipse(x, y, radiusX, radiusY, rotation, from, to) {
    this.#path.ellipse(x, y, [radiusX, radiusY], rotation, [from, to]);
  }

  clip() {
    this.#clips += 1;
    const id = `${this.#name}-clip-${this.#clips}`;
    const clip = svgElement("clipPath", { id, "clip-path": reference(this.#place.clip) });
    clip.append(svgElement("path", { d: this.#path.text(), transform: this.#transform() }));
    this.#root.append(clip);
    this.#place = { ...this.#place, clip: id };
  }

  stroke() {
    this.#add("path", { d: this.#path.text(), fill: "none", ...this.#strokeLook() });
  }

  fill() {
    this.#add("path", { d: this.#path.text(), ...this.#fillLook() });
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @param {number} height
   */
  fillRect(x, y, width, height) {
    this.#add("rect", { x, y, width, height, ...this.#fillLook() });
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @param {number} height
   */
  strokeRect(x, y, width, height) {
    this.#add("rect", { x, y, width, height, fill: "none", ...this.#strokeLook() });
  }

  clearRect() {}

  // --- text and pictures -------------------------------------------------------------------------

  /** @param {string} text */
  measureText(text) {
    return this.#ruler.measure(this.font, text);
  }

  /**
   * A rim of paper round a text is part of it, so that the text stands there once.
   *
   * @param {string} text
   * @param {number} x
   * @param {number} y
   */
  strokeText(text, x, y) {
    const stroke = { ...this.#strokeLook(), fill: "none", "paint-order": "stroke" };
    this.#add("text", { ...this.#textLook(x, y), ...stroke }, text);
  }

  /**
   * @param {string} text
   * @param {number} x
   * @param {number} y
   */
  fillText(text, x, y) {
    const look = { ...this.#textLook(x, y), ...this.#fillLook() };
    const rim = this.#sheet.lastElementChild;
    const isRimmed =
      rim?.getAttribute("paint-order") === "stroke" &&
      rim.getAttribute("fill") === "none" &&
      rim.textContent === text;
    if (isRimmed) rim.setAttribute("fill", this.fillStyle);
    else this.#add("text", look, text);
  }

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {number} x
   * @param {number} y
   * @param {number} [width]
   * @param {number} [height]
   */
  drawImage(canvas, x, y, width = canvas.width, height = canvas.height) {
    const fit = { preserveAspectRatio: "none", opacity: this.#opacity() };
    this.#add("image", { x, y, width, height, ...fit, href: canvas.toDataURL() });
  }

  // --- writing it down ---------------------------------------------------------------------------

  /**
   * @param {string} tag
   * @param {Attributes} attributes
   * @param {string} [text]
   */
  #add(tag, attributes, text) {
    if (this.#sheetClip !== this.#place.clip) this.#turnSheet();
    this.#sheet.append(svgElement(tag, { ...attributes, transform: this.#transform() }, text));
  }

  /** What follows each other inside the same bounds shares a group. */
  #turnSheet() {
    const { clip } = this.#place;
    this.#sheetClip = clip;
    this.#sheet = clip ? svgElement("g", { "clip-path": reference(clip) }) : this.#root;
    if (clip) this.#root.append(this.#sheet);
  }

  #transform() {
    const { a, b, c, d, e, f, isIdentity } = this.#place.matrix;
    return isIdentity ? null : `matrix(${[a, b, c, d, e, f].join(" ")})`;
  }

  #opacity() {
    return this.globalAlpha === 1 ? null : this.globalAlpha;
  }

  #fillLook() {
    return { fill: this.fillStyle, "fill-opacity": this.#opacity() };
  }

  #strokeLook() {
    const { dash } = this.#place;
    return {
      stroke: this.strokeStyle,
      "stroke-width": this.lineWidth,
      "stroke-opacity": this.#opacity(),
      "stroke-linejoin": this.lineJoin === "miter" ? null : this.lineJoin,
      "stroke-linecap": this.lineCap === "butt" ? null : this.lineCap,
      "stroke-dasharray": dash.length > 0 ? dash.join(" ") : null,
    };
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  #textLook(x, y) {
    const lift = this.#ruler.lift(this.font, this.textBaseline);
    const look = textAttributes(this.font, this.textAlign);
    return { x, y: y + lift, ...look, "font-family": this.#family(look["font-family"]) };
  }

  /**
   * The first text's family is everyone's, and said once.
   *
   * @param {string} family
   */
  #family(family) {
    const shared = this.#root.getAttribute("font-family");
    if (shared === null) this.#root.setAttribute("font-family", family);
    return shared === null || shared === family ? null : family;
  }
}

/** @param {string} id */
function reference(id) {
  return id ? `url(#${id})` : null;
}
