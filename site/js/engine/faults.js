/**
 * Every sentence the engine can fail with, on either side: what happened, where, what to do.
 * They are worded for a person who pressed "Calculate EM" and has never heard of a worker.
 */

import { EngineError } from "./engine-error.js";

/** @typedef {{ part: string, file?: string }} Part */

const KEPT = "What you typed is kept.";
const RETRY = "Press Retry.";
const ASK_THE_HOST = "If it happens again, tell whoever runs this site.";

// --- loading -----------------------------------------------------------------------------------

/** @param {Part} where @param {number} status */
export const fileMissing = (where, status) =>
  new EngineError({
    kind: "FileMissing",
    message: `Loading ${where.part} failed: the server did not send “${where.file}” (answer ${status}).`,
    where,
    remedy: `${RETRY} If it happens again, this site was published incompletely: tell whoever runs it.`,
  });

/** @param {Part} where @param {string} why */
export const fileDamaged = (where, why) =>
  new EngineError({
    kind: "FileDamaged",
    message: `Loading ${where.part} failed: “${where.file}” ${why}.`,
    where,
    remedy: `${RETRY} It will be downloaded anew. ${ASK_THE_HOST}`,
  });

/** @param {Part} where @param {string} detail */
export const networkLost = (where, detail) =>
  new EngineError({
    kind: "NetworkLost",
    message: `Loading ${where.part} failed: the connection broke while fetching “${where.file}”.`,
    where,
    remedy: `Check that you are online, then press Retry. ${KEPT}`,
    detail,
  });

/** @param {Part} where @param {string} detail */
export const moduleFailed = (where, detail) =>
  new EngineError({
    kind: "FileDamaged",
    message: `Loading ${where.part} failed: the browser could not run “${where.file}”.`,
    where,
    remedy: `${RETRY} ${ASK_THE_HOST}`,
    detail,
  });

/** @param {string} detail */
export const webAssemblyBlocked = (detail) =>
  new EngineError({
    kind: "WebAssemblyBlocked",
    message: "Python cannot start: a security policy forbids WebAssembly on this page.",
    where: { part: "Python" },
    remedy:
      "Whoever runs this site must allow 'wasm-unsafe-eval' in its Content-Security-Policy; " +
      "where the browser itself is locked down, try another one. Then press Retry.",
    detail,
  });

export const webAssemblyMissing = () =>
  new EngineError({
    kind: "BrowserTooOld",
    message: "Python cannot start: this browser has no WebAssembly.",
    where: { part: "Python" },
    remedy:
      "Use a current Chrome, Edge, Firefox or Safari, or turn off a mode that disables WebAssembly.",
  });

/** @param {Part} where @param {string} detail */
export const startFailed = (where, detail) =>
  new EngineError({
    kind: "StartFailed",
    message: `Starting ${where.part} failed, although its files are complete.`,
    where,
    remedy:
      "Close other tabs to free memory, then press Retry. If it happens again, use a current " +
      "Chrome, Edge, Firefox or Safari.",
    detail,
  });

/** @param {string} label what was being done @param {string} part @param {number} seconds */
export const bootSilent = (label, part, seconds) =>
  new EngineError({
    kind: "EngineSilent",
    message: `The Python engine is stuck at “${label}”: nothing has happened for ${seconds} seconds.`,
    where: { part },
    remedy: `Check that you are online, then press Retry. ${KEPT}`,
  });

/** @param {string} detail */
export const workerMissing = (detail) =>
  new EngineError({
    kind: "WorkerMissing",
    message: "The Python engine did not start: its script “worker.js” did not load.",
    where: { part: "the engine's script", file: "worker.js" },
    remedy: `Check that you are online, then press Retry. ${ASK_THE_HOST}`,
    detail,
  });

/** @param {string} detail */
export const workersForbidden = (detail) =>
  new EngineError({
    kind: "WorkersForbidden",
    message: "The Python engine did not start: this page may not open a module worker.",
    where: { part: "the engine's script", file: "worker.js" },
    remedy: "Open the page in a tab of its own, in a current Chrome, Edge, Firefox or Safari.",
    detail,
  });

// --- running -----------------------------------------------------------------------------------

/** @param {string} [detail] */
export const engineLost = (detail) =>
  new EngineError({
    kind: "EngineLost",
    message: "The Python engine has stopped working: the browser ended it.",
    where: { part: "the engine" },
    remedy: `Press Retry to start it again. ${KEPT} If it happens again, close other tabs or use fewer numbers.`,
    detail,
  });

/** @param {number} seconds */
export const engineSilent = (seconds) =>
  new EngineError({
    kind: "EngineSilent",
    message: `The Python engine has given no sign of life for ${seconds} seconds.`,
    where: { part: "the engine" },
    remedy: `Press Retry to start it again. ${KEPT}`,
  });

export const engineRestarted = () =>
  new EngineError({
    kind: "EngineLost",
    message: "The Python engine was started again before this answer came.",
    where: { part: "the engine" },
    remedy: "Wait until the engine is ready and calculate again.",
  });

export const stopped = () =>
  new EngineError({
    kind: "Stopped",
    message: "The calculation was stopped before it had a result.",
    where: null,
    remedy: `Calculate again when the engine is ready. ${KEPT}`,
  });

/** @param {string} [detail] */
export const outOfMemory = (detail) =>
  new EngineError({
    kind: "OutOfMemory",
    message: "The calculation needs more memory than this browser tab can have.",
    where: { part: "the engine" },
    remedy: `Use fewer numbers or fewer components, or close other tabs. ${KEPT}`,
    detail,
  });

/** @param {string} name @param {string} detail */
export const fileGone = (name, detail) =>
  new EngineError({
    kind: "FileGone",
    message: `The file “${name}” can no longer be read: it was moved, changed or deleted.`,
    where: null,
    remedy: "Open it again.",
    detail,
  });

/** @param {string} detail a traceback */
export const bug = (detail) =>
  new EngineError({
    kind: "Bug",
    message: "The calculation failed because of a mistake in emkit itself, not in your input.",
    where: { part: "emkit" },
    remedy: "Please report it with the details below. Other input may still work.",
    detail,
  });
