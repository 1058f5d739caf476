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
 * @property {string} [family]
 * @property {string} [components]
 * @property {string} [covariance]
 * @property {List} [weights]
 * @property {List} [means]
 * @property {List} [sds]
 * @property {string} [start]        the name of a strategy
 * @property {string} [seed]
 * @property {string} [restarts]
 * @property {string} [iterations]
 * @property {string} [tol]
 * @property {string} [reg]
 * @property {string} [accelerate]
 * @property {string} [theme]
 * @property {boolean} [run]
 * @property {boolean} [embed]
 */

const LISTS = ["weights", "means", "sds"];
const SWITCHES = ["run", "embed"];

/** Every key that a link may have, in the order in which it is written. */
export const KEYS = Object.freeze([
  ...["sample", "data", "family", "components", "covariance", ...LISTS],
  ...["start", "seed", "restarts", "iterations", "tol", "reg", "accelerate"],
  ...[...SWITCHES, "theme"],
]);

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
  return { link, complaints: [...complaints, ...disagreements(link)] };
}

/** @param {Link} link */
export function formatLink(link) {
  const known = new Map(Object.entries(link));
  return KEYS.flatMap((key) => {
    const value = known.get(key);
    return value === undefined || value === false ? [] : [`${key}=${written(value)}`];
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
  const value = decoded(rest.join("="));
  if (!KEYS.includes(key)) return [`The link has a part named “${key}”, which means nothing here.`];
  if (value === null) return [`The part “${key}” of the link is damaged: it cannot be decoded.`];
  if (key in link) return [`The link states ${key} twice; the first counts.`];
  if (value === "") return [`The part “${key}” of the link is empty.`];
  if (SWITCHES.includes(key)) link[key] = value === "1";
  else link[key] = LISTS.includes(key) ? list(value) : value;
  return [];
}

/**
 * What the parts of a link say against each other.
 * @param {Link} link
 */
function disagreements({ sample, data, components, weights, means, sds }) {
  const complaints = [];
  if (sample !== undefined && data !== undefined) {
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

/** @param {string | ReadonlyArray<string>} value */
function row(value) {
  return typeof value === "string" ? `${value},` : `${value.join(",")};`;
}
