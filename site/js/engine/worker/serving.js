/** @typedef {import("./download.js").Files} Files */
/** @typedef {import("./manifest.js").Manifest} Manifest */

/**
 * Does some work while `fetch` hands out files that are already here and checked, so that what
 * Pyodide loads is what was checked. The type is set here too: a host that serves WebAssembly
 * under a wrong type does no harm.
 * @template T
 * @param {URL} base
 * @param {Manifest} manifest
 * @param {Files} files
 * @param {() => Promise<T>} work
 */
export async function servingFiles(base, manifest, files, work) {
  const fetchFromNetwork = self.fetch;
  self.fetch = async (input, options) => {
    const name = nameUnder(base, input);
    const bytes = files.get(name);
    if (!bytes) return fetchFromNetwork(input, options);
    return new Response(bytes, { headers: { "Content-Type": manifest.files[name].mime } });
  };
  try {
    return await work();
  } finally {
    self.fetch = fetchFromNetwork;
  }
}

/**
 * @param {URL} base
 * @param {RequestInfo | URL} input
 */
function nameUnder(base, input) {
  const url = new URL(input instanceof Request ? input.url : input, base);
  return url.href.startsWith(base.href) ? url.pathname.slice(base.pathname.length) : "";
}
