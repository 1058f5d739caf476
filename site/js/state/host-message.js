/**
 * What a host page may say to the lab in its frame: {target: "emkit", type, detail}. Nothing here
 * is believed: whatever has another shape is answered with a sentence.
 */

import { KEYS, LISTS } from "./permalink.js";

const TYPES = ["set", "run", "step", "stop", "get"];

/**
 * What is wrong with a message, or null.
 * @param {unknown} data
 * @returns {import("../engine/protocol.js").Fault | null}
 */
export function mistakeIn(data) {
  if (!isPlain(data) || data.target !== "emkit") {
    return fault("A message to emkit has the form {target: “emkit”, type, detail}.");
  }
  if (typeof data.type !== "string" || !TYPES.includes(data.type)) {
    return fault("The type of a message to emkit is set, run, step, stop or get.");
  }
  return data.type === "set" ? mistakeInInput(data.detail) : null;
}

/** @param {unknown} detail */
function mistakeInInput(detail) {
  if (!isPlain(detail)) return fault("The detail of “set” is an object of keys and values.");
  const stranger = Object.keys(detail).find((key) => !KEYS.includes(key));
  if (stranger !== undefined) {
    return fault(`“set” knows no key “${stranger.slice(0, 40)}”. It knows ${KEYS.join(", ")}.`);
  }
  const wrong = Object.keys(detail).find((key) => !isValue(detail[key]));
  return wrong ? fault(`The value of “${wrong}” is neither a text, a number nor a list.`) : null;
}

/**
 * The input that a checked “set” names, as a link would have it.
 * @param {Record<string, unknown>} detail
 * @returns {import("./permalink.js").Link}
 */
export function linkOf(detail) {
  return Object.fromEntries(
    Object.entries(detail).map(([key, value]) => {
      if (key === "run" || key === "embed") return [key, value !== false && value !== "0"];
      if (key === "data" && Array.isArray(value)) return [key, value.join("\n")];
      const isOne = typeof value === "string" && [...LISTS, "columns"].includes(key);
      return [key, isOne ? value.split(",") : texts(value)];
    }),
  );
}

/** @param {unknown} value @returns {unknown} */
const texts = (value) => (Array.isArray(value) ? value.map(texts) : String(value));

/** @param {unknown} value @returns {boolean} */
function isValue(value) {
  if (Array.isArray(value)) return value.every(isValue);
  return typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isPlain(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {string} message */
function fault(message) {
  const remedy = "The README of emkit lists what a host page can say.";
  return { kind: "BadMessage", message, where: null, remedy };
}
