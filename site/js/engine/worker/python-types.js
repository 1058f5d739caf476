/**
 * As much of Pyodide's and of `emkit.bridge`'s shape as the engine uses. Types only.
 */

/**
 * A Python object seen from JavaScript. It lives until `destroy()`: Python cannot see that
 * JavaScript has forgotten it.
 * @typedef {{ destroy(): void }} PyProxy
 */

/** @typedef {PyProxy & { getBuffer(type: "f64"): PyBuffer }} PyArray */

/**
 * Numbers in Python's own memory, which may move as soon as Python runs again.
 * @typedef {{ data: Float64Array, release(): void }} PyBuffer
 */

/** @typedef {PyProxy & { toJs(options: { depth: 1 }): Record<string, PyArray> }} PyArrayDict */

/**
 * @typedef {PyProxy & {
 *   advance(seconds: number): boolean,
 *   progress_json(): string | undefined,
 *   reply_json(): string,
 *   arrays(): PyArrayDict,
 *   stop(): void,
 * }} Task
 */

/**
 * @typedef {PyProxy & {
 *   begin(command: string, body: string): Task,
 *   program(body: string, printed: (text: string) => void): Promise<Task>,
 *   wants_micropip(code: string): boolean,
 *   complete_library(fetch: () => Uint8Array | null, sha256: string): void,
 *   complete_numpy(fetch: () => Uint8Array | null, sha256: string): void,
 *   prepare(): void,
 *   wake(): void,
 * }} Bridge
 */

/**
 * @typedef {object} Lock
 * @property {{ python: string }} info
 * @property {Record<string, { version: string, file_name: string, depends: string[] }>} packages
 */

/**
 * Emscripten's file system.
 * @typedef {object} FileSystem
 * @property {Record<string, object>} filesystems
 * @property {() => string} cwd
 * @property {(path: string) => void} mkdirTree
 * @property {(path: string, content: Uint8Array, options: object) => void} writeFile
 * @property {(type: object, options: object, path: string) => void} mount
 * @property {(path: string) => void} unmount
 */

/** @typedef {{ refcount: number, name: string, exports: object, global: boolean }} Library */

/**
 * What Emscripten made of Pyodide: not promised to anybody, but pinned.
 * @typedef {object} Internals
 * @property {Int8Array} HEAP8
 * @property {WebAssembly.Table} wasmTable
 * @property {{ loadedLibsByName: Record<string, Library>,
 *   loadedLibsByHandle: Record<string, Library> }} LDSO
 * @property {Record<string, object>} preloadedWasm
 * @property {(size: number) => void} growMemory
 * @property {(index: number, value: unknown) => number} __hiwire_set
 * @property {(library: WebAssembly.Module, options: object, name: string,
 *   scope: object) => Promise<object>} loadWebAssemblyModule
 */

/**
 * @typedef {object} Pyodide
 * @property {string} version
 * @property {Lock} lockfile
 * @property {Record<string, string>} loadedPackages
 * @property {FileSystem} FS
 * @property {Internals} _module
 * @property {{ config: { jsglobals: object }, getExpectedKeys: () => unknown[] }} _api
 * @property {() => Uint8Array<ArrayBuffer>} makeMemorySnapshot
 * @property {(name: string) => any} pyimport
 * @property {(name: string, options: object) => Promise<unknown>} loadPackage
 */

export {};
