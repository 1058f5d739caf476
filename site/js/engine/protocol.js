/**
 * What the page and the worker say to each other. Types only: nothing here runs.
 *
 * Control travels as plain JSON-like objects; bulk numbers travel beside them as
 * `Float64Array`s whose memory is handed over, not copied.
 *
 *   page -> worker   {id, command, body}
 *   worker -> page   {lifeline}                      first: the name of the lock it holds
 *                    {boot}                          while the engine loads, then once "ready" or "failed"
 *                    {id, progress}                  between two slices of a long command
 *                    {id, ok: true, body, arrays}    the answer
 *                    {id, ok: false, error, fatal?}  or what went wrong
 *                    {alive: true}                   the answer to "ping"
 *
 * The commands are those of Python's `emkit.bridge` ("read", "start", "fit", ...) and three that
 * the worker answers by itself: "stop" with the id of a request, "ping", and "program", whose
 * progress is {label} or {output}: text that it printed.
 */

/**
 * The place of a mistake: in the text, in a table, in a named field, in a person's program, or in
 * a part of the engine.
 * @typedef {{ line: number, column?: number | string, from?: number, to?: number }
 *   | { row: number, column: number }
 *   | { field: string, component?: number, variable?: number, variables?: number[] }
 *   | { program_line: number }
 *   | { part: string, file?: string }} Place
 */

/**
 * One shape for everything that goes wrong: a full sentence, the place, a remedy.
 * @typedef {object} Fault
 * @property {string} kind
 * @property {string} message
 * @property {Place | null} where
 * @property {string} remedy
 * @property {string} [detail] for whoever reports a bug: a traceback, a browser's own message
 */

/**
 * How far the loading has come. `loaded` and `total` are bytes of the whole download, or null in
 * the phases that cannot be measured (compiling, starting, importing).
 * @typedef {object} BootProgress
 * @property {string} part   in plain words: "Python", "NumPy", ...
 * @property {string} label  what is being done: "Downloading NumPy"
 * @property {number | null} loaded
 * @property {number | null} total
 */

/** @typedef {{ python: string, numpy: string, emkit: string, pyodide: string }} Versions */

/** @typedef {{ id: number, command: string, body: any }} Command */

/** @typedef {Record<string, Float64Array>} Arrays */

/** @typedef {{ id: number, ok: true, body: any, arrays: Arrays }} Answer */

/**
 * `fatal` says that this worker is of no more use and asks the page to replace it.
 * @typedef {{ id: number, ok: false, error: Fault, fatal?: boolean }} Refusal
 */

/** @typedef {{ id: number, progress: any }} Progress */

/**
 * @typedef {{ boot: BootProgress }
 *   | { boot: "ready", versions: Versions }
 *   | { boot: "failed", error: Fault }} BootMessage
 */

/** @typedef {BootMessage | Answer | Refusal | Progress | { lifeline: string } | { alive: true }} Reply */

/**
 * What the page shows of the engine; `phase` is the value of `<html data-engine>`.
 * @typedef {{ phase: "loading", progress: BootProgress }
 *   | { phase: "ready", versions: Versions }
 *   | { phase: "busy", versions: Versions }
 *   | { phase: "failed", error: import("./engine-error.js").EngineError }} EngineState
 */

export {};
