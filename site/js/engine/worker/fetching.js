/**
 * Fetches files whose size and hash are known, and gives back nothing that is not exactly them.
 */

import { fileDamaged, fileMissing, networkLost } from "../faults.js";
import { hasHash } from "./hashing.js";
import { partOf } from "./parts.js";

/** @typedef {{ bytes: number, sha256: string, mime: string }} FileFacts */
/** @typedef {(received: number) => void} OnReceived told the bytes of this file so far */

const RETRY_AFTER_MS = 500;

/**
 * @param {URL} url
 * @param {FileFacts} facts
 * @param {OnReceived} onReceived
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export function fetchVerified(url, facts, onReceived) {
  return twice(url, "default", async (response) => {
    const bytes = await receive(response, url, facts.bytes, onReceived);
    if (!(await hasHash(bytes, facts.sha256))) throw damaged(url, "arrived damaged");
    return bytes;
  });
}

/**
 * Reads a list whose content is not known beforehand, as the server has it now.
 * @param {URL} url
 * @returns {Promise<any>}
 */
export function fetchJson(url) {
  return twice(url, "no-cache", (response) =>
    response.json().catch(() => {
      throw damaged(url, "cannot be read");
    }),
  );
}

/**
 * Requests a file and uses it; when either fails, does so once more past the browser's cache,
 * where a damaged copy would only be found again.
 * @template T
 * @param {URL} url
 * @param {RequestCache} cache
 * @param {(response: Response) => Promise<T>} use
 */
async function twice(url, cache, use) {
  try {
    return await use(await request(url, cache));
  } catch {
    await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
    return use(await request(url, "reload"));
  }
}

/**
 * @param {URL} url
 * @param {RequestCache} cache
 */
async function request(url, cache) {
  const response = await fetch(url, { cache }).catch((error) => {
    throw networkLost(placeOf(url), String(error));
  });
  if (!response.ok) throw fileMissing(placeOf(url), response.status);
  return response;
}

/**
 * @param {Response} response
 * @param {URL} url
 * @param {number} size
 * @param {OnReceived} onReceived
 */
async function receive(response, url, size, onReceived) {
  const bytes = new Uint8Array(size);
  let received = 0;
  for await (const chunk of chunksOf(response, url)) {
    if (received + chunk.length > size) throw damaged(url, `arrived longer than its ${size} bytes`);
    bytes.set(chunk, received);
    received += chunk.length;
    onReceived(received);
  }
  if (received < size) throw damaged(url, `was cut off after ${received} of ${size} bytes`);
  return bytes;
}

/**
 * @param {Response} response
 * @param {URL} url
 * @returns {AsyncGenerator<Uint8Array>}
 */
async function* chunksOf(response, url) {
  const reader = response.body?.getReader();
  if (!reader) return;
  for (;;) {
    const { done, value } = await reader.read().catch((error) => {
      throw networkLost(placeOf(url), String(error));
    });
    if (done) return;
    yield value;
  }
}

/** @param {URL} url @param {string} why */
const damaged = (url, why) => fileDamaged(placeOf(url), why);

/**
 * The file in words for a person, with its name for whoever repairs it.
 * @param {URL} url
 */
export function placeOf(url) {
  const file = url.pathname.split("/").at(-1) ?? "";
  return { part: partOf(file), file };
}
