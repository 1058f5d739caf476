/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<string>} the SHA-256 in hexadecimal
 */
export async function hashOf(bytes) {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * True too where the browser offers no hashing (an insecure origin).
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} sha256
 */
export async function hasHash(bytes, sha256) {
  return !globalThis.crypto?.subtle || (await hashOf(bytes)) === sha256;
}
