/**
 * A text in fewer characters, and in such as an address may hold: deflated (RFC 1951), then written
 * in the base 64 of addresses (RFC 4648, section 5).
 */

/**
 * No text of more bytes is unpacked: a short link could hold any number of equal letters. A hundred
 * thousand numbers with all their digits take a fifth of it.
 */
const LONGEST = 10_000_000;

/** @param {string} text */
export async function deflated(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * @param {string} packed
 * @returns {Promise<string | null>} null where it is no such text, or one that is too long
 */
export async function inflated(packed) {
  try {
    const base64 = packed.replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream();
    return await textOf(stream.pipeThrough(new DecompressionStream("deflate-raw")));
  } catch {
    return null;
  }
}

/** @param {ReadableStream<Uint8Array>} stream */
async function textOf(stream) {
  const reader = stream.getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let size = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > LONGEST) return reader.cancel().then(() => null);
    text += decoder.decode(value, { stream: true });
  }
}
