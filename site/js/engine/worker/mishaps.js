import { EngineError } from "../engine-error.js";
import { bug, engineLost, outOfMemory } from "../faults.js";

/** @typedef {import("../protocol.js").Fault} Fault */

/**
 * What to tell the page of an exception nobody meant. Only a mistake in emkit leaves Python in
 * order: once memory has run out it stays taken until the worker ends, and anything that is not
 * Python's own exception is a crash of the interpreter.
 * @param {unknown} error of Python's when it has a `type`, such as NumPy's "_ArrayMemoryError"
 * @returns {{ error: Fault, fatal: boolean }}
 */
export function explain(error) {
  if (error instanceof EngineError) return { error: error.toFault(), fatal: false };
  const type = error instanceof Error && "type" in error ? String(error.type) : "";
  if (type.endsWith("MemoryError") || error instanceof RangeError) {
    return { error: outOfMemory(String(error)).toFault(), fatal: true };
  }
  if (type) return { error: bug(String(error)).toFault(), fatal: false };
  return { error: engineLost(String(error)).toFault(), fatal: true };
}
