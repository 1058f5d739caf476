import { startFailed } from "../faults.js";
import { download } from "./download.js";
import { readManifest } from "./manifest.js";
import { unpack } from "./packages.js";
import { partOf } from "./parts.js";
import { SCRIPTS, startPyodide } from "./pyodide.js";
import { checkWebAssembly } from "./webassembly.js";

/** @typedef {import("../protocol.js").BootProgress} BootProgress */
/** @typedef {import("../protocol.js").Versions} Versions */
/** @typedef {import("./python-types.js").Bridge} Bridge */
/** @typedef {import("./python-types.js").Pyodide} Pyodide */

/**
 * @typedef {object} Runtime
 * @property {URL} base where the runtime's files are
 * @property {import("./manifest.js").Manifest} manifest
 * @property {Pyodide} pyodide
 * @property {Bridge} bridge
 */

const PACKAGES = ["numpy", "emkit"];

/**
 * From nothing to a Python that computes. Every file is here and checked before Pyodide sees any,
 * because Pyodide waits for ever for some files that do not come and does without others.
 * @param {URL} base
 * @param {(progress: BootProgress) => void} report
 * @returns {Promise<Runtime>}
 */
export async function boot(base, report) {
  /** @param {string} verb @param {string} part */
  const say = (verb, part) => report({ part, label: `${verb} ${part}`, loaded: null, total: null });

  await checkWebAssembly();
  say("Reading", "the list of files");
  const manifest = await readManifest(base);
  const files = await download(base, manifest, [...SCRIPTS, ...manifest.start], report);

  say("Compiling", "Python");
  const pyodide = await startPyodide(base, manifest, files, () => say("Starting", "Python"));
  for (const name of PACKAGES) {
    say("Unpacking", partOf(`${name}-`));
    await unpack({ base, manifest, pyodide }, name, files);
  }
  say("Importing", "NumPy");
  importModule(pyodide, "numpy").destroy();
  say("Importing", "emkit");
  return { base, manifest, pyodide, bridge: importModule(pyodide, "emkit.bridge") };
}

/**
 * @param {Pyodide} pyodide
 * @param {string} name
 */
function importModule(pyodide, name) {
  try {
    return pyodide.pyimport(name);
  } catch (error) {
    throw startFailed({ part: partOf(`${name.split(".")[0]}-`) }, String(error));
  }
}

/**
 * @param {Pyodide} pyodide
 * @returns {Versions}
 */
export function versionsOf({ version, lockfile: { info, packages } }) {
  return {
    python: info.python,
    numpy: packages.numpy.version,
    emkit: packages.emkit.version,
    pyodide: version,
  };
}
