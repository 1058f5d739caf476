import { element } from "./element.js";

/**
 * One thing read at the cursor.
 *
 * @typedef {object} Reading
 * @property {string} name
 * @property {string} value
 * @property {string} [aside] set after the value, more quietly
 * @property {string} [spokenAside] where it is said otherwise than it is set
 * @property {string} [colour] a token, for a swatch before the name
 */

/** @param {readonly Reading[]} readings */
export function spoken(readings) {
  const phrases = readings.map(({ name, value, aside, spokenAside = aside }) =>
    [name, value, spokenAside && `(${spokenAside})`].filter(Boolean).join(" "),
  );
  return phrases.join(", ");
}

/**
 * @param {HTMLElement} line
 * @param {readonly Reading[] | string} readings a string is a hint
 */
export function showReadings(line, readings) {
  if (typeof readings === "string") line.replaceChildren(hint(readings));
  else line.replaceChildren(...readings.flatMap((reading) => [item(reading), " "]));
}

/** @param {string} text */
function hint(text) {
  return element("span", { class: "chart-hint" }, text);
}

/** @param {Reading} reading */
function item({ name, value, aside, colour }) {
  const made = element("span", { class: "chart-reading" });
  if (colour) made.append(swatch(colour));
  made.append(name, " ", element("b", {}, value));
  if (aside) made.append(" ", `(${aside})`);
  return made;
}

/** @param {string} token */
function swatch(token) {
  const made = element("i", { class: "chart-swatch" });
  made.style.setProperty("--swatch", `var(${token})`);
  return made;
}
