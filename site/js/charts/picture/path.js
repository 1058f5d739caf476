import { short } from "./svg-element.js";

/** A path as a canvas builds it, step by step, in the words of an SVG's `d`. */
export class SvgPath {
  #words = /** @type {string[]} */ ([]);

  /**
   * @param {number} x
   * @param {number} y
   */
  moveTo(x, y) {
    this.#say("M", x, y);
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  lineTo(x, y) {
    this.#say(this.#words.length === 0 ? "M" : "L", x, y);
  }

  closePath() {
    this.#words.push("Z");
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @param {number} height
   */
  rect(x, y, width, height) {
    this.moveTo(x, y);
    this.#words.push(`h${short(width)}v${short(height)}h${short(-width)}Z`);
  }

  /**
   * Two half turns, since one arc cannot end where it begins. Part of a turn is one arc.
   *
   * @param {number} x
   * @param {number} y
   * @param {readonly [number, number]} radii
   * @param {number} rotation
   * @param {readonly [number, number]} angles
   */
  ellipse(x, y, radii, rotation, [from, to]) {
    const whole = to - from >= 2 * Math.PI - 1e-9;
    const stops = whole ? [from + Math.PI, to] : [to];
    this.lineTo(...onEllipse([x, y], radii, rotation, from));
    stops.forEach((angle) => {
      const large = !whole && to - from > Math.PI ? 1 : 0;
      const end = onEllipse([x, y], radii, rotation, angle);
      this.#say("A", ...radii, (rotation * 180) / Math.PI, large, 1, ...end);
    });
  }

  text() {
    return this.#words.join("");
  }

  /**
   * @param {string} word
   * @param {...number} numbers
   */
  #say(word, ...numbers) {
    this.#words.push(word + numbers.map(short).join(" "));
  }
}

/**
 * @param {readonly [number, number]} centre
 * @param {readonly [number, number]} radii
 * @param {number} rotation
 * @param {number} angle
 * @returns {[number, number]}
 */
function onEllipse([x, y], [rx, ry], rotation, angle) {
  const [u, v] = [rx * Math.cos(angle), ry * Math.sin(angle)];
  const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
  return [x + u * cos - v * sin, y + u * sin + v * cos];
}
