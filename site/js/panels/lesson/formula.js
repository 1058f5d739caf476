/** Formulas of `lib/formula.js` as MathML, which browsers draw and screen readers read. */

const MATHML = "http://www.w3.org/1998/Math/MathML";

/** @typedef {import("../../lib/formula.js").Formula} Formula */

/**
 * A formula on a line of its own, in a box that scrolls.
 * @param {Formula} formula
 */
export function mathOf(formula) {
  const math = document.createElementNS(MATHML, "math");
  math.setAttribute("display", "block");
  math.append(elementOf(formula));
  const box = document.createElement("div");
  box.className = "formula";
  box.append(math);
  return box;
}

/**
 * @param {Formula} formula
 * @returns {Element}
 */
function elementOf({ tag, text, parts = [], quantity, attributes = {} }) {
  const element = document.createElementNS(MATHML, tag);
  if (text !== undefined) element.textContent = text;
  if (quantity) element.setAttribute("data-quantity", quantity);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...parts.map(elementOf));
  return element;
}
