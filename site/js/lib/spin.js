import { setValue } from "./dom.js";

/**
 * Fields for numbers that keep whatever is typed. `<input type="number">` shows "0,5" or "1e" but
 * tells a program that it is empty; these are text fields with the same role and the same arrows.
 */

const DIRECTIONS = new Map([
  ["ArrowUp", 1],
  ["ArrowDown", -1],
]);

/**
 * Lets the arrow keys count in every such field within an element.
 * @param {HTMLElement} root
 */
export function enableArrows(root) {
  root.addEventListener("keydown", (event) => {
    const direction = DIRECTIONS.get(event.key);
    const field = event.target;
    if (!direction || !(field instanceof HTMLInputElement)) return;
    if (field.getAttribute("role") !== "spinbutton" || typedNumber(field.value) === null) return;
    event.preventDefault();
    field.value = counted(field.value, direction);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

/**
 * @param {HTMLInputElement} field
 * @param {string} value
 */
export function setNumberField(field, value) {
  setValue(field, value);
  const number = typedNumber(value);
  if (number === null) field.removeAttribute("aria-valuenow");
  else field.setAttribute("aria-valuenow", String(number));
}

/**
 * The number that a text states, with a decimal point or a decimal comma; null if it is none that
 * a double can hold.
 * @param {string} text
 */
export function typedNumber(text) {
  const value = Number(text.replace(/^(\s*[+-]?\d*),(\d)/, "$1.$2"));
  return text.trim() === "" || !Number.isFinite(value) ? null : value;
}

/**
 * One up or down in the last digit that is written: 6.78 to 6.79, 1e-6 to 2e-6.
 * @param {string} text
 * @param {number} direction
 */
export function counted(text, direction) {
  const [mantissa = "", exponent] = text.trim().replace(",", ".").split(/e/i);
  const places = mantissa.split(".")[1]?.length ?? 0;
  const next = (Number(mantissa) + direction / 10 ** places).toFixed(places);
  return exponent === undefined ? next : `${next}e${exponent}`;
}
