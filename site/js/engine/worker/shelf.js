/**
 * Where a start leaves Python's memory for the next: one in Cache Storage, of one build and one
 * version of the browser. Where there is no such storage, or it is refused or full, every start is
 * a first one.
 */

import { hasHash, hashOf } from "./hashing.js";

/** @typedef {import("./memory.js").Memory} Memory */

const FACTS = "X-Emkit-Memory";

/**
 * @param {URL} base where the runtime's files are
 * @param {string} build
 */
export function createShelf(base, build) {
  const place = new URL(`memory-${build}`, base).href;
  const cacheName = `emkit start of ${new URL("../../", base).pathname}`;

  return {
    /** Whether something can be left here. */
    async isOpen() {
      try {
        return Boolean(globalThis.crypto?.subtle) && (await caches.keys()).length >= 0;
      } catch {
        return false;
      }
    },

    /**
     * What an earlier start left for this build, when it is whole. All else is thrown away.
     * @returns {Promise<Memory | null>}
     */
    async take() {
      try {
        const found = await caches.match(place, { cacheName });
        const memory = found && (await memoryIn(found));
        if (memory) return memory;
      } catch {
        // As good as nothing.
      }
      await this.clear();
      return null;
    },

    /** @param {Memory} memory */
    async leave({ bytes, ...facts }) {
      try {
        const all = { ...facts, agent: navigator.userAgent, sha256: await hashOf(bytes) };
        const headers = { [FACTS]: JSON.stringify(all) };
        const cache = await caches.open(cacheName);
        await cache.put(place, new Response(bytes, { headers }));
      } catch {
        await this.clear();
      }
    },

    async clear() {
      try {
        await caches.delete(cacheName);
      } catch {
        // Where nothing may be deleted, nothing was left.
      }
    },
  };
}

/**
 * @param {Response} response
 * @returns {Promise<Memory | null>}
 */
async function memoryIn(response) {
  const { agent, sha256, ...facts } = JSON.parse(response.headers.get(FACTS) ?? "{}");
  if (agent !== navigator.userAgent) return null;
  const bytes = new Uint8Array(await response.arrayBuffer());
  return (await hasHash(bytes, sha256)) ? { bytes, ...facts } : null;
}
