import { fetchVerified } from "./fetching.js";
import { partOf } from "./parts.js";

/** @typedef {import("./manifest.js").Manifest} Manifest */
/** @typedef {import("../protocol.js").BootProgress} BootProgress */
/** @typedef {Map<string, Uint8Array<ArrayBuffer>>} Files */

const REPORT_EVERY_MS = 50;

/**
 * Fetches files side by side. Progress counts the bytes of them all against the sizes in the
 * manifest (a compressed transfer's own length would mislead), and names the first unfinished one.
 * @param {URL} base
 * @param {Manifest} manifest
 * @param {string[]} names
 * @param {(progress: BootProgress) => void} report
 * @returns {Map<string, Promise<Uint8Array<ArrayBuffer>>>} each file, to be had as soon as it is here
 */
export function startDownload(base, manifest, names, report) {
  const received = new Map(names.map((name) => [name, 0]));
  const total = sum(names.map((name) => manifest.files[name].bytes));
  let reportedAt = 0;

  function tell() {
    reportedAt = performance.now();
    const part = partOf(names.find((name) => !isWhole(name)) ?? names[0]);
    report({ part, label: `Downloading ${part}`, loaded: sum([...received.values()]), total });
  }

  /** @param {string} name */
  const isWhole = (name) => received.get(name) === manifest.files[name].bytes;

  /** @param {string} name */
  function fetchOne(name) {
    return fetchVerified(new URL(name, base), manifest.files[name], (count) => {
      received.set(name, count);
      if (isWhole(name) || performance.now() - reportedAt >= REPORT_EVERY_MS) tell();
    });
  }

  tell();
  return new Map(names.map((name) => [name, fetchOne(name)]));
}

/**
 * Fetches files side by side and waits for them all.
 * @param {Parameters<typeof startDownload>} wish
 * @returns {Promise<Files>}
 */
export function download(...wish) {
  return allOf(startDownload(...wish));
}

/**
 * @template T
 * @param {Map<string, Promise<T>>} promises
 * @returns {Promise<Map<string, T>>}
 */
export async function allOf(promises) {
  const values = await Promise.all(promises.values());
  return new Map([...promises.keys()].map((name, index) => [name, values[index]]));
}

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
