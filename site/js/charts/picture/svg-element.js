const NAMESPACE = "http://www.w3.org/2000/svg";
const DECIMALS = 100;

/** @typedef {Record<string, string | number | null | undefined>} Attributes */

/**
 * @param {string} tag
 * @param {Attributes} [attributes] those without a value are left out
 * @param {string} [text]
 */
export function svgElement(tag, attributes = {}, text = "") {
  const made = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) continue;
    made.setAttribute(name, typeof value === "number" ? short(value) : value);
  }
  made.textContent = text;
  return made;
}

/**
 * A length to a hundredth of a pixel.
 *
 * @param {number} value
 */
export function short(value) {
  return String(Math.round(value * DECIMALS) / DECIMALS + 0);
}
