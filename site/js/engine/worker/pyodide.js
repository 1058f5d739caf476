import { moduleFailed, startFailed } from "../faults.js";
import { placeOf } from "./fetching.js";
import { servingFiles } from "./serving.js";

/** @typedef {import("./download.js").Files} Files */
/** @typedef {import("./manifest.js").Manifest} Manifest */
/** @typedef {import("./python-types.js").Pyodide} Pyodide */

/** The two files that are scripts: checked like the others, then imported from the cache. */
export const SCRIPTS = ["pyodide.mjs", "pyodide.asm.mjs"];

/**
 * Starts Python from files that are already here.
 * @param {URL} base
 * @param {Manifest} manifest
 * @param {Files} files
 * @param {() => void} onCompiled
 * @returns {Promise<Pyodide>}
 */
export async function startPyodide(base, manifest, files, onCompiled) {
  const [{ loadPyodide }, { default: createPyodideModule }] = await Promise.all(
    SCRIPTS.map((name) => importScript(new URL(name, base))),
  );
  const options = {
    indexURL: base.href,
    packageBaseUrl: base.href,
    lockFileContents: new TextDecoder().decode(files.get("pyodide-lock.json")),
    createPyodideModule,
    enableRunUntilComplete: false, // true needs stack switching, which Safari has not
    stdin: () => null,
  };
  return servingFiles(base, manifest, files, () =>
    Promise.race([loadPyodide(options), instantiationFailure(onCompiled)]).catch((error) => {
      throw startFailed({ part: "Python" }, String(error));
    }),
  );
}

/** @param {URL} url */
function importScript(url) {
  return import(url.href).catch((error) => {
    throw moduleFailed(placeOf(url), String(error));
  });
}

/**
 * Rejects when the browser cannot instantiate Pyodide's WebAssembly. Pyodide itself prints a
 * warning then and waits for ever.
 * @param {() => void} onCompiled
 * @returns {Promise<never>}
 */
function instantiationFailure(onCompiled) {
  const instantiate = WebAssembly.instantiateStreaming;
  return new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = async (source, imports) => {
      WebAssembly.instantiateStreaming = instantiate;
      try {
        const result = await instantiate(source, imports);
        onCompiled();
        return result;
      } catch (error) {
        reject(error);
        throw error;
      }
    };
  });
}
