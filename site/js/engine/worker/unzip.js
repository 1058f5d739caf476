/**
 * Takes the files out of a zip in memory. The browser inflates them beside this thread's work,
 * where Pyodide would do so in WebAssembly and hold everything else up.
 */

const END_OF_DIRECTORY = 0x06054b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
const DEFLATED = 8;

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/** @typedef {{ path: string, method: number, size: number, packed: Bytes }} Entry */

/**
 * @param {Bytes} archive
 * @returns {Promise<Map<string, Bytes>>} the files by their paths
 */
export async function unzip(archive) {
  const entries = entriesOf(archive).filter(({ path }) => !path.endsWith("/"));
  const contents = await Promise.all(entries.map(contentOf));
  return new Map(entries.map(({ path }, index) => [path, contents[index]]));
}

/** @param {Entry} entry */
function contentOf({ method, size, packed }) {
  return method === DEFLATED ? inflate(packed, size) : packed;
}

/**
 * @param {Bytes} packed
 * @param {number} size of what comes out
 */
async function inflate(packed, size) {
  const { readable, writable } = new DecompressionStream("deflate-raw");
  const writer = writable.getWriter();
  const written = writer.write(packed).then(() => writer.close());
  const reader = readable.getReader();
  const content = new Uint8Array(size);
  let length = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    content.set(chunk.value, length);
    length += chunk.value.length;
  }
  await written;
  return content;
}

/**
 * The zip's directory, which lies at its end (APPNOTE.TXT of PKWARE, 4.3).
 * @param {Bytes} archive
 * @returns {Entry[]}
 */
function entriesOf(archive) {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.length);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  const entries = [];
  for (let at = view.getUint32(end + 16, true); entries.length < count;) {
    const pathLength = view.getUint16(at + 28, true);
    const behind = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const path = new TextDecoder().decode(
      archive.subarray(at + ENTRY_SIZE).subarray(0, pathLength),
    );
    const start = contentStart(view, view.getUint32(at + 42, true));
    entries.push({
      path,
      method: view.getUint16(at + 10, true),
      size: view.getUint32(at + 24, true),
      packed: archive.subarray(start, start + view.getUint32(at + 20, true)),
    });
    at += ENTRY_SIZE + pathLength + behind;
  }
  return entries;
}

/** @param {DataView} view */
function endOf(view) {
  let end = view.byteLength - END_SIZE; // a comment may follow
  while (view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
  return end;
}

/** @param {DataView} view @param {number} at where the entry's own header is */
function contentStart(view, at) {
  return at + LOCAL_SIZE + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
}
