/**
 * States in a PNG how many of its pixels make a metre, so that it is placed at the size at which it
 * was drawn, and not three times as large. The chunk pHYs stands right after the header (PNG 1.2,
 * 11.3.5.3).
 */

const HEADER_END = 33; // the signature, and the chunk IHDR
const INCH = 0.0254;
const CSS_INCH = 96;

/**
 * @param {Blob} png
 * @param {number} ratio pixels to a CSS pixel
 * @returns {Promise<Blob>}
 */
export async function withResolution(png, ratio) {
  const bytes = new Uint8Array(await png.arrayBuffer());
  const chunk = physChunk(Math.round((CSS_INCH * ratio) / INCH));
  return new Blob([bytes.slice(0, HEADER_END), chunk, bytes.slice(HEADER_END)], {
    type: "image/png",
  });
}

/** @param {number} perMetre */
function physChunk(perMetre) {
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, 9); // bytes of data
  chunk.set(
    [..."pHYs"].map((letter) => letter.charCodeAt(0)),
    4,
  );
  view.setUint32(8, perMetre);
  view.setUint32(12, perMetre);
  view.setUint8(16, 1); // metres are the unit
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  return chunk;
}

/**
 * The check sum of every chunk (ISO 3309).
 * @param {Uint8Array} bytes
 */
function crc32(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
