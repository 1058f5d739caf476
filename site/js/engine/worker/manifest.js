import { fileDamaged } from "../faults.js";
import { fetchJson, placeOf } from "./fetching.js";

/** @typedef {import("./fetching.js").FileFacts} FileFacts */

/**
 * @typedef {object} Manifest
 * @property {string} build
 * @property {string} pyodide
 * @property {Record<string, FileFacts>} files
 * @property {string[]} start      needed before the first answer
 * @property {string[]} on_demand  fetched when asked for
 */

/**
 * The list of the runtime's files, always asked of the server: an old list would reject new files.
 * @param {URL} base
 * @returns {Promise<Manifest>}
 */
export async function readManifest(base) {
  const url = new URL("manifest.json", base);
  /** @type {Manifest | null} */
  const manifest = await fetchJson(url);
  if (!isComplete(manifest)) throw fileDamaged(placeOf(url), "is not the list it should be");
  return manifest;
}

/**
 * @param {Manifest | null} manifest
 * @returns {manifest is Manifest}
 */
function isComplete(manifest) {
  if (!Array.isArray(manifest?.start) || !manifest.files) return false;
  return manifest.start.every((name) => manifest.files[name]?.bytes > 0);
}
