import { quoted } from "../lib/quoted.js";

/**
 * The input as the fragment of an address, so that a link reproduces a run:
 *
 *     #sample=ten-numbers&components=2&means=2,3&sds=1,1&iterations=5&run=1
 *
 * Values stay text, as if they had been typed: Python alone judges numbers. A fragment without
 * an equals sign is a place on the page, and no link.
 *
 * @typedef {ReadonlyArray<string> | ReadonlyArray<ReadonlyArray<string>>} List  one of each
 *   component: a text, or as many texts as there are variables
 */

/**
 * @typedef {object} Link
 * @property {string} [sample]
 * @property {string} [data]
 * @property {string} [z]            the same compressed, where it is too long to be read
 * @property {string} [layout]       how the data are to be read: "list" or "table"
 * @property {ReadonlyArray<string>} [columns]  those of a table that are fitted
 * @property {string} [weight]       the column that counts rows
 * @property {string} [label]        the column that names them
 * @property {string} [principal]    how many principal components are fitted
 * @property {string} [drop]         "1": rows with missing cells are left out
 * @property {string} [standardise]  "1": columns are standardised
 * @property {string} [family]
 * @property {string} [components]
 * @property {string} [covariance]
 * @property {List} [weights]
 * @property {List} [means]
 * @property {List} [sds]
 * @property {List} [covariances]    a matrix a row
 * @property {string} [start]        the name of a strategy
 * @property {string} [seed]
 * @property {string} [restarts]
 * @property {string} [iterations]
 * @property {string} [tol]
 * @property {string} [within]
 * @property {string} [reg]
 * @property {string} [collapse]     what is done about a component that collapses
 * @property {string} [accelerate]   "1": steps are extrapolated
 * @property {string} [equal]        "1": all weights are equal
 * @property {string} [theme]
 * @property {boolean} [run]
 * @property {boolean} [embed]
 */

/** What has one entry for each component. */
export const LISTS = ["weights", "means", "sds", "covariances"];
const SWITCHES = ["run", "embed"];
/** What is said of a table along with its columns. */
const READINGS = /** @type {const} */ (["weight", "label", "principal", "drop", "standardise"]);

/** Every key that a link may have, in the order in which it is written. */
export const KEYS = Object.freeze([
  ...["sample", "data", "z", "layout"],
  ...["columns", "weight", "label", "principal", "drop", "standardise"],
  ...["family", "components", "covariance", "equal", ...LISTS, "start", "seed", "restarts"],
  ...["iterations", "tol", "within", "accelerate", "reg", "collapse"],
  ...[...SWITCHES, "theme"],
]);

/** What the page has of these; of all else Python judges. */
const KNOWN = new Map([
  ["family", ["gaussian"]],
  ["layout", ["auto", "list", "table"]],
  ["theme", ["auto", "light", "dark"]],
]);

/** A start of more rows or numbers than these is no start that a page could show. */
const MOST_ROWS = 100;
const MOST_NUMBERS = 100_000;

/** How much of what is wrong with a link is said; who sends more is not read any further. */
const MOST_SAID = 5;

/**
 * @param {string} fragment  with or without its "#"
 * @returns {{ link: Link | null, complaints: string[] }}  null where it is no link
 */
export function parseLink(fragment) {
  const text = fragment.replace(/^#/, "");
  if (!text.includes("=")) return { link: null, complaints: [] };
  /** @type {Record<string, unknown>} */
  const link = {};
  const complaints = text.split("&").flatMap((part) => understand(part, link));
  return { link, complaints: firstOf([...complaints, ...disagreements(link)]) };
}

/** @param {string[]} complaints */
function firstOf(complaints) {
  const rest = complaints.length - MOST_SAID;
  if (rest <= 0) return complaints;
  return [...complaints.slice(0, MOST_SAID), `There is more wrong with the link: ${rest} things.`];
}

/**
 * Whether a fragment is a link to data, and not only to settings.
 * @param {string} fragment
 */
export function bringsData(fragment) {
  const { data, z, sample } = parseLink(fragment).link ?? {};
  return (data ?? z ?? sample) !== undefined;
}

/** @param {Link} link */
export function formatLink(link) {
  const known = new Map(Object.entries(link));
  return KEYS.flatMap((key) => {
    const value = known.get(key);
    if (value === undefined || value === false) return [];
    return [`${key}=${key === "columns" ? names(link.columns ?? []) : written(value)}`];
  }).join("&");
}

/**
 * Adds what one part says to the link; answers what is wrong with it.
 * @param {string} part  "key=value"
 * @param {Record<string, unknown>} link
 * @returns {string[]}
 */
function understand(part, link) {
  if (part === "") return [];
  const [key = "", ...rest] = part.split("=");
  const raw = rest.join("=");
  const value = decoded(raw);
  if (!KEYS.includes(key)) {
    return [`The link has a part named ${quoted(key)}, which means nothing here.`];
  }
  if (value === null) return [`The part “${key}” of the link is damaged: it cannot be decoded.`];
  if (key in link) return [`The link states ${key} twice; the first counts.`];
  if (value.trim() === "") return [`The part “${key}” of the link is empty.`];
  const known = KNOWN.get(key);
  if (known && !known.includes(value)) {
    return [`The link asks for the ${key} ${quoted(value)}; this page has ${known.join(", ")}.`];
  }
  const meant = meaning(key, value, raw);
  if (LISTS.includes(key) && isTooLong(/** @type {List} */ (meant))) {
    return [`The part “${key}” of the link is longer than any start.`];
  }
  link[key] = meant;
  return [];
}

/**
 * @param {string} key
 * @param {string} value
 * @param {string} raw  the value as it stands in the link
 */
function meaning(key, value, raw) {
  if (SWITCHES.includes(key)) return value === "1";
  if (key === "columns") return raw.split(",").map(decodeURIComponent);
  return LISTS.includes(key) ? list(value) : value;
}

/** @param {List} rows */
function isTooLong(rows) {
  return rows.length > MOST_ROWS || rows.flat().length > MOST_NUMBERS;
}

/**
 * What the parts of a link say against each other.
 * @param {Link} link
 */
function disagreements({ sample, data, z, components, weights, means, sds, ...rest }) {
  const complaints = [];
  if (!rest.columns && READINGS.some((key) => rest[key] !== undefined)) {
    complaints.push("The link says how a table is read, but not which of its columns are fitted.");
  }
  if (data !== undefined && z !== undefined) {
    complaints.push("The link brings numbers twice; those that can be read count.");
  }
  if (sample !== undefined && (data ?? z) !== undefined) {
    complaints.push("The link names a sample and brings numbers of its own; the numbers count.");
  }
  const lengths = [weights, means, sds].flatMap((one) => (one ? [one.length] : []));
  if (components !== undefined && /^\d+$/.test(components)) lengths.push(Number(components));
  if (new Set(lengths).size > 1) {
    complaints.push("The link does not give one start value of each kind for every component.");
  }
  return complaints;
}

/** @param {string} value */
function decoded(value) {
  try {
    return decodeURIComponent(value);
  } catch {
    return null; // a percent sign that begins no character
  }
}

/**
 * "1,5" as two texts; "2,55;4.5,80" as two rows of two, and "2,55;" as one.
 * @param {string} value
 * @returns {List}
 */
function list(value) {
  const rows = value.split(";").map((cells) => cells.split(",").map((cell) => cell.trim()));
  return value.includes(";") ? rows.filter((cells) => cells.join("") !== "") : (rows[0] ?? []);
}

/** @param {unknown} value */
function written(value) {
  if (value === true) return "1";
  const text = Array.isArray(value) ? value.map(row).join("").replace(/,$/, "") : String(value);
  return encodeURIComponent(text).replaceAll("%2C", ",").replaceAll("%3B", ";");
}

/**
 * Names may hold commas of their own, which stay encoded.
 * @param {ReadonlyArray<string>} columns
 */
function names(columns) {
  return columns.map(encodeURIComponent).join(",");
}

/** @param {string | ReadonlyArray<string>} value */
function row(value) {
  return typeof value === "string" ? `${value},` : `${value.join(",")};`;
}
