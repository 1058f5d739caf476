import { startFailed } from "../faults.js";
import { gather } from "./gathering.js";
import { readManifest } from "./manifest.js";
import { takeMemory } from "./memory.js";
import { listAsLoaded, unpack } from "./packages.js";
import { partOf } from "./parts.js";
import { startPyodide } from "./pyodide.js";
import { createShelf } from "./shelf.js";
import { checkWebAssembly } from "./webassembly.js";

/** @typedef {import("../protocol.js").BootProgress} BootProgress */
/** @typedef {import("../protocol.js").Versions} Versions */
/** @typedef {import("./download.js").Files} Files */
/** @typedef {import("./memory.js").Memory} Memory */
/** @typedef {import("./pyodide.js").Parts} Parts */
/** @typedef {import("./python-types.js").Bridge} Bridge */
/** @typedef {import("./python-types.js").Pyodide} Pyodide */

/**
 * @typedef {object} Runtime
 * @property {URL} base where the runtime's files are
 * @property {import("./manifest.js").Manifest} manifest
 * @property {Pyodide} pyodide
 * @property {Bridge} bridge
 * @property {() => (() => Promise<void>) | null} take  takes Python's memory, before anything is
 *   asked of it; the value leaves that for later starts, whenever there is time
 */

/** @typedef {(verb: string, part: string) => void} Say */

const PACKAGES = ["numpy", "emkit"];

/**
 * From nothing to a Python that computes. Every file is here and checked before Pyodide sees any,
 * because Pyodide waits for ever for some files that do not come and does without others.
 * @param {URL} base
 * @param {(progress: BootProgress) => void} report
 * @param {object} [wish]
 * @param {boolean} [wish.isPlain]  without the memory that an earlier start left
 * @returns {Promise<Runtime>}
 */
export async function boot(base, report, { isPlain = false } = {}) {
  /** @type {Say} */
  const say = (verb, part) => report({ part, label: `${verb} ${part}`, loaded: null, total: null });

  await checkWebAssembly();
  say("Reading", "the list of files");
  const manifest = await readManifest(base);
  const shelf = createShelf(base, manifest.build);
  const left = isPlain ? shelf.clear().then(() => null) : shelf.take();
  const { parts, wheels } = await gather(base, manifest, report);
  say("Starting", "Python");
  const memory = await left;
  const restored = memory && (await restore(base, manifest, parts, memory));
  if (restored) return restored;
  if (memory) await shelf.clear();

  const isToBeTaken = wheels.size === 0 && (await shelf.isOpen());
  const wish = { memory: null, isToBeTaken };
  const { pyodide, table } = await startPyodide(base, manifest, parts, wish);
  const bridge = await importAll({ base, manifest, pyodide }, wheels, say);
  performance.mark("emkit: imported");

  function take() {
    bridge.prepare();
    const taken = isToBeTaken ? takeMemory(pyodide, table) : null;
    return taken && (() => shelf.leave(taken));
  }
  return { base, manifest, pyodide, bridge, take };
}

/**
 * Python as an earlier start left it; null where that fails.
 * @param {URL} base
 * @param {import("./manifest.js").Manifest} manifest
 * @param {Parts} parts
 * @param {Memory} memory
 * @returns {Promise<Runtime | null>}
 */
async function restore(base, manifest, parts, memory) {
  try {
    const wish = { memory, isToBeTaken: false };
    const { pyodide } = await startPyodide(base, manifest, parts, wish);
    listAsLoaded(pyodide, PACKAGES);
    const bridge = pyodide.pyimport("emkit.bridge");
    bridge.wake();
    performance.mark("emkit: restored");
    return { base, manifest, pyodide, bridge, take: () => null };
  } catch {
    return null;
  }
}

/**
 * @param {Pick<Runtime, "base" | "manifest" | "pyodide">} runtime
 * @param {Files} wheels  those that are not in their place yet
 * @param {Say} say
 * @returns {Promise<Bridge>}
 */
async function importAll(runtime, wheels, say) {
  for (const name of wheels.size > 0 ? PACKAGES : []) {
    say("Unpacking", partOf(`${name}-`));
    await unpack(runtime, name, wheels);
  }
  listAsLoaded(runtime.pyodide, PACKAGES);
  say("Importing", "NumPy");
  importModule(runtime.pyodide, "numpy").destroy();
  say("Importing", "emkit");
  return importModule(runtime.pyodide, "emkit.bridge");
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
