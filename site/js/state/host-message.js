/**
 * What a host page may say to the lab in its frame: {target: "emkit", type, detail}, or the keys of
 * the detail beside the type. Nothing here is believed: whatever has another shape is answered with
 * a sentence.
 */

import { quoted } from "../lib/quoted.js";
import { KEYS, LISTS } from "./permalink.js";

/** @typedef {import("./permalink.js").Link} Link */

const TYPES = ["set", "run", "step", "stop", "get"];

/** Lists lie in lists at most so deep: a matrix for each component. */
const DEEPEST = 3;
/** How many texts and numbers a list may hold, and how many letters a text. */
const MOST = 1_000_000;
const LONGEST = 10_000_000;

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
  return data.type === "set" ? mistakeInInput(detailOf(data)) : null;
}

/**
 * What a message brings: its detail, or else what stands beside its type.
 * @param {Record<string, unknown>} message
 * @returns {any}
 */
export function detailOf({ target, type, detail, ...beside }) {
  return detail === undefined && Object.keys(beside).length > 0 ? beside : detail;
}

/** @param {unknown} detail */
function mistakeInInput(detail) {
  if (!isPlain(detail)) return fault("The detail of “set” is an object of keys and values.");
  const stranger = Object.keys(detail).find((key) => !KEYS.includes(key));
  if (stranger !== undefined) {
    return fault(`“set” knows no key ${quoted(stranger)}. It knows ${KEYS.join(", ")}.`);
  }
  const wrong = Object.keys(detail).find((key) => !isValue(detail[key]));
  return wrong ? fault(`The value of “${wrong}” is neither a text, a number nor a list.`) : null;
}

/** What says where the data come from, and what of them is fitted. */
const SOURCES = ["sample", "data", "z"];
const CHOICE = ["layout", "columns", "weight", "label", "principal", "drop", "standardise"];

/**
 * The input after a checked “set”. What it brings takes the place of what it could not go with:
 * other data that of their columns, another number of components that of the start.
 * @param {Link} before
 * @param {Record<string, unknown>} detail
 * @returns {Link}
 */
export function linkAfter(before, detail) {
  const stated = Object.entries(detail);
  const has = (/** @type {string[]} */ keys) => stated.some(([key]) => keys.includes(key));
  const gone = [
    ...(has(SOURCES) ? [...SOURCES, ...CHOICE] : []),
    ...(has(["components"]) && !has(LISTS) ? LISTS : []),
    ...stated.flatMap(([key, value]) => (value === null ? [key] : [])),
  ];
  const kept = Object.entries(before).filter(([key]) => !gone.includes(key));
  const meant = stated.filter(([, value]) => value !== null);
  const pairs = [...kept, ...meant.map(([key, value]) => [key, meaning(key, value)])];
  return { ...Object.fromEntries(pairs), embed: true };
}

/**
 * A value as a link has it.
 * @param {string} key
 * @param {any} value
 */
function meaning(key, value) {
  if (key === "run" || key === "embed") return value !== false && value !== "0";
  if (key === "columns" && typeof value === "string") return value.split(",");
  if (!Array.isArray(value)) return text(value);
  if (key === "data") return value.join("\n");
  return value.map((one) => (Array.isArray(one) ? one.flat().map(text) : text(one)));
}

/** @param {string | number | boolean} value */
const text = (value) => (typeof value === "boolean" ? String(Number(value)) : String(value));

/**
 * Whether it is a text, a number, yes or no, a list of such, or null for what is usual.
 * @param {unknown} value
 */
function isValue(value) {
  return value === null || sizeOf(value, 0) <= MOST;
}

/**
 * How much a value holds; without limit where it is none of ours, or lies too deep. A list may hold
 * itself, and one without entries may be as long as numbers go: neither is walked to its end.
 * @param {unknown} value
 * @param {number} depth
 * @returns {number}
 */
function sizeOf(value, depth) {
  if (!Array.isArray(value)) return isPlainValue(value) ? 1 : Infinity;
  if (depth === DEEPEST || value.length > MOST) return Infinity;
  let size = 1;
  for (const one of value) {
    size += sizeOf(one, depth + 1);
    if (size > MOST) return Infinity;
  }
  return size;
}

/** @param {unknown} value */
function isPlainValue(value) {
  if (typeof value === "string") return value.length <= LONGEST;
  return typeof value === "boolean" || Number.isFinite(value);
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isPlain(value) {
  return (
    typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}

/** @param {string} message */
function fault(message) {
  const remedy = "The README of emkit lists what a host page can say.";
  return { kind: "BadMessage", message, where: null, remedy };
}
