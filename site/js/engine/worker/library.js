/** @typedef {import("./boot.js").Runtime} Runtime */

const LIBRARY = "python_stdlib.zip";
const NUMPY_REST = "numpy-rest.zip";

/**
 * Lets Python have the rest of its standard library, and of NumPy, at the moment when a program
 * imports from it. An import cannot wait for an event, so this request blocks the thread, as the
 * import does.
 * @param {Runtime} runtime
 */
export function offerRest({ base, manifest: { files }, bridge }) {
  bridge.complete_library(() => fetchNow(new URL(LIBRARY, base)), files[LIBRARY].sha256);
  if (!(NUMPY_REST in files)) return; // shipped in one piece
  bridge.complete_numpy(() => fetchNow(new URL(NUMPY_REST, base)), files[NUMPY_REST].sha256);
}

/**
 * @param {URL} url
 * @returns {Uint8Array<ArrayBuffer> | null} null where it did not come
 */
function fetchNow(url) {
  const request = new XMLHttpRequest();
  request.open("GET", url, false);
  request.responseType = "arraybuffer";
  try {
    request.send();
  } catch {
    return null; // offline
  }
  return request.status === 200 ? new Uint8Array(request.response) : null;
}
