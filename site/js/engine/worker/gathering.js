import { moduleFailed, startFailed } from "../faults.js";
import { allOf, startDownload } from "./download.js";
import { placeOf } from "./fetching.js";
import { LIBRARY } from "./pyodide.js";
import { unzip } from "./unzip.js";

/** @typedef {import("./download.js").Files} Files */
/** @typedef {import("./manifest.js").Manifest} Manifest */
/** @typedef {import("./pyodide.js").Parts} Parts */
/** @typedef {import("../protocol.js").BootProgress} BootProgress */
/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/** The two files that are scripts: checked like the others, then imported from the cache. */
const SCRIPTS = ["pyodide.mjs", "pyodide.asm.mjs"];
const WASM = "pyodide.asm.wasm";
const WHOLE_LIBRARY = "python_stdlib.zip"; // has what Python itself unpacks with
/** @type {import("./site-packages.js").Tree[]} */
const NONE = [];
const LOCK = "pyodide-lock.json";

/**
 * Fetches all that a start needs, and makes each file ready as soon as it is here: compiled,
 * imported, unpacked, while others are still on their way.
 * @param {URL} base
 * @param {Manifest} manifest
 * @param {(progress: BootProgress) => void} report
 * @returns {Promise<{ parts: Parts, wheels: Files }>} `wheels`: those that this browser could not
 *   unpack by itself
 */
export async function gather(base, manifest, report) {
  const canUnpack = typeof DecompressionStream === "function";
  const names = [...SCRIPTS, ...manifest.start, ...(canUnpack ? [] : [WHOLE_LIBRARY])];
  const coming = startDownload(base, manifest, names, report);
  const wheels = new Map([...coming].filter(([name]) => name.endsWith(".whl")));
  /** @param {string} name */
  const file = (name) => /** @type {Promise<Bytes>} */ (coming.get(name));

  const [{ loadPyodide }, { default: createModule }, python, trees] = await Promise.all([
    ...SCRIPTS.map((name) => file(name).then(() => importScript(new URL(name, base)))),
    file(WASM).then(compile),
    canUnpack ? unpackAll([...wheels.values()]) : NONE,
    allOf(coming),
  ]);
  const packages = new Map(
    trees.flatMap((/** @type {import("./site-packages.js").Tree} */ tree) => [...tree]),
  );
  const lock = new TextDecoder().decode(await file(LOCK));
  const library = await file(canUnpack ? LIBRARY : WHOLE_LIBRARY);
  return {
    parts: { loadPyodide, createModule, python, library, lock, packages },
    wheels: canUnpack ? new Map() : await allOf(wheels),
  };
}

/** @param {Promise<Bytes>[]} wheels */
const unpackAll = (wheels) => Promise.all(wheels.map(async (wheel) => unzip(await wheel)));

/** @param {Bytes} bytes */
function compile(bytes) {
  return WebAssembly.compile(bytes).catch((error) => {
    throw startFailed({ part: "Python" }, String(error));
  });
}

/** @param {URL} url */
function importScript(url) {
  return import(url.href).catch((error) => {
    throw moduleFailed(placeOf(url), String(error));
  });
}
