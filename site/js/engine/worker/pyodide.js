import { startFailed } from "../faults.js";
import { makeRoom, reopenLibraries } from "./memory.js";
import { servingFiles } from "./serving.js";
import { layOut, linkLibraries } from "./site-packages.js";

/** @typedef {import("./manifest.js").Manifest} Manifest */
/** @typedef {import("./memory.js").Memory} Memory */
/** @typedef {import("./python-types.js").Internals} Internals */
/** @typedef {import("./python-types.js").Pyodide} Pyodide */

/**
 * What Python is started from; all of it can serve a second time.
 * @typedef {object} Parts
 * @property {(options: object) => Promise<Pyodide>} loadPyodide
 * @property {(settings: any) => Promise<Internals>} createModule
 * @property {WebAssembly.Module} python
 * @property {Uint8Array<ArrayBuffer>} library  the standard library, as far as a start needs it
 * @property {string} lock
 * @property {import("./site-packages.js").Tree} packages
 */

export const LIBRARY = "python_stdlib_core.zip";
const WASM = "pyodide.asm.wasm";

/**
 * Starts Python, as if it had just imported everything where its memory at that moment is at hand.
 * @param {URL} base
 * @param {Manifest} manifest
 * @param {Parts} parts
 * @param {object} wish
 * @param {Memory | null} wish.memory
 * @param {boolean} wish.isToBeTaken  whether the memory of this Python will be asked for
 * @returns {Promise<{ pyodide: Pyodide, table: number }>} `table`: its size before Python ran
 */
export async function startPyodide(base, manifest, parts, { memory, isToBeTaken }) {
  /** @type {Internals} */
  let module;
  let table = 0;

  const options = {
    indexURL: base.href,
    packageBaseUrl: base.href,
    stdLibURL: new URL(LIBRARY, base).href,
    lockFileContents: parts.lock,
    enableRunUntilComplete: false, // true needs stack switching, which Safari has not
    stdin: () => null,
    async fsInit(/** @type {any} */ FS, /** @type {{ sitePackages: string }} */ { sitePackages }) {
      layOut(FS, sitePackages, parts.packages);
      await linkLibraries(module, sitePackages, parts.packages);
    },
    async createPyodideModule(/** @type {any} */ settings) {
      settings.preRun.unshift((/** @type {Internals} */ made) => (module = made));
      await parts.createModule(settings);
      table = module.wasmTable.length;
      if (memory) makeRoom(module, memory);
      return module;
    },
    ...(memory && { _loadSnapshot: memory.bytes }),
    ...(isToBeTaken && { _makeSnapshot: true }),
  };

  // The WebAssembly is compiled already; its file is asked for and not read.
  const files = new Map([
    [WASM, new Uint8Array()],
    [LIBRARY, parts.library],
  ]);
  return servingFiles(base, manifest, files, async () => {
    const failure = instantiationFailure(parts.python);
    const pyodide = await Promise.race([parts.loadPyodide(options), failure]).catch((error) => {
      throw startFailed({ part: "Python" }, String(error));
    });
    if (memory) reopenLibraries(module, memory);
    return { pyodide, table };
  });
}

/**
 * Has Pyodide instantiate a module that is compiled already. Rejects when the browser cannot: of
 * that Pyodide itself prints a warning and then waits for ever.
 * @param {WebAssembly.Module} compiled
 * @returns {Promise<never>}
 */
function instantiationFailure(compiled) {
  const instantiate = WebAssembly.instantiateStreaming;
  return new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = async (_source, imports) => {
      WebAssembly.instantiateStreaming = instantiate;
      try {
        const instance = await WebAssembly.instantiate(compiled, imports);
        return { instance, module: compiled };
      } catch (error) {
        reject(error);
        throw error;
      }
    };
  });
}
