/**
 * Python's memory as it is once everything has been imported: taken at the end of one start, and
 * put in the place of the importing at a later one.
 *
 * Memory alone is not all of Python. Functions have numbers in a table, and libraries have
 * addresses, that must be the same again: both starts link the same libraries in the same order
 * before Python runs, and a table of another length says that something differed.
 */

/** @typedef {import("./python-types.js").Internals} Internals */
/** @typedef {import("./python-types.js").Pyodide} Pyodide */

/**
 * @typedef {object} Memory
 * @property {Uint8Array<ArrayBuffer>} bytes  as Pyodide's `makeMemorySnapshot` gives them
 * @property {number} heap   how many bytes of memory Python had
 * @property {number} table  how many functions were in the table before Python ran
 * @property {[number, string][]} libraries  those that Python has opened: handle and place
 */

const HEADER = 48; // of Pyodide's format: four words and the hash of its own build, then JSON
const JSON_LENGTH = 2; // the word that tells how long that is

/**
 * The memory of a Python that has only imported; null where it could not be restored.
 * @param {Pyodide} pyodide started with `_makeSnapshot`
 * @param {number} table
 * @returns {Memory | null}
 */
export function takeMemory(pyodide, table) {
  const { _module: module } = pyodide;
  if (hasFunctionsBeyond(module, table)) return null;
  const libraries = openedLibraries(module);
  const bytes = withoutPackages(pyodide, () => pyodide.makeMemorySnapshot());
  unwrapGlobals(pyodide, bytes);
  return { bytes, heap: module.HEAP8.length, table, libraries };
}

/**
 * Prepares a module that was instantiated, and whose Python has not run, for that memory.
 * @param {Internals} module
 * @param {Memory} memory
 */
export function makeRoom(module, { heap, table }) {
  if (module.wasmTable.length !== table) throw new Error("other functions than in the memory");
  if (module.HEAP8.length < heap) module.growMemory(heap);
  if (module.HEAP8.length < heap) throw new Error("less memory than was kept");
}

/**
 * Lets Python's handles of the libraries that it has open lead to them again.
 * @param {Internals} module
 * @param {Memory} memory
 */
export function reopenLibraries({ LDSO, preloadedWasm }, { libraries }) {
  for (const [handle, name] of libraries) {
    const library = { refcount: Infinity, name, exports: preloadedWasm[name], global: false };
    LDSO.loadedLibsByName[name] = library;
    LDSO.loadedLibsByHandle[handle] = library;
  }
}

/**
 * @param {Internals} module
 * @returns {[number, string][]}
 */
function openedLibraries({ LDSO }) {
  return Object.entries(LDSO.loadedLibsByHandle)
    .filter(([handle]) => handle !== "0") // Python itself
    .map(([handle, { name }]) => [Number(handle), name]);
}

/**
 * Whether Python has added functions to the table, which nothing would add again.
 * @param {Internals} module
 * @param {number} table
 */
function hasFunctionsBeyond({ wasmTable }, table) {
  for (let index = table; index < wasmTable.length; index += 1) {
    if (wasmTable.get(index)) return true;
  }
  return false;
}

/**
 * Does some work while Pyodide's list of packages is as empty as it expects it to be.
 * @template T
 * @param {Pyodide} pyodide
 * @param {() => T} work
 */
function withoutPackages({ loadedPackages }, work) {
  const listed = { ...loadedPackages };
  for (const name of Object.keys(loadedPackages)) delete loadedPackages[name];
  try {
    return work();
  } finally {
    Object.assign(loadedPackages, listed);
  }
}

/**
 * So that its memory can be taken, Pyodide shows Python this thread's objects through proxies that
 * note how each was reached. Afterwards Python gets the objects themselves, as it does from a
 * restored memory.
 * @param {Pyodide} pyodide
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
function unwrapGlobals({ _api: api, _module: module }, bytes) {
  const length = new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER / 4)[JSON_LENGTH];
  const text = new TextDecoder().decode(bytes.subarray(HEADER, HEADER + length));
  /** @type {{ hiwireKeys: ({ path?: string[] } | null)[] }} */
  const { hiwireKeys } = JSON.parse(text);
  api.config.jsglobals = globalThis;
  const expected = api.getExpectedKeys();
  expected.forEach((value, index) => module.__hiwire_set(index, value));
  hiwireKeys.forEach((key, index) => {
    if (key?.path) module.__hiwire_set(expected.length + index, reached(key.path));
  });
}

/** @param {string[]} path */
function reached(path) {
  return path.reduce((/** @type {any} */ object, name) => object[name], globalThis) || null;
}
