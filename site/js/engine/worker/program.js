import { loadOnDemand } from "./packages.js";
import { finishInSlices } from "./slices.js";

/** @typedef {import("./boot.js").Runtime} Runtime */
/** @typedef {import("./slices.js").Outcome} Outcome */

/**
 * Runs a program that a person wrote. While it computes, this thread hears nothing, so that
 * whoever wants it stopped ends the worker; but what it prints goes out at once.
 * @param {Runtime} runtime
 * @param {{ code: string }} body
 * @param {(progress: any) => void} onProgress
 * @param {AbortSignal} signal
 * @returns {Promise<Outcome>}
 */
export async function runProgram(runtime, body, onProgress, signal) {
  const { bridge } = runtime;
  if (bridge.wants_micropip(body.code)) await loadOnDemand(runtime, "micropip");
  onProgress({ label: "Running the program" });
  const printed = (/** @type {string} */ output) => onProgress({ output });
  const task = await bridge.program(JSON.stringify(body), printed);
  const outcome = await finishInSlices(task, { onProgress, signal });
  // Python's memory never shrinks: once it is full, only another worker has some.
  return outcome.ok ? outcome : { ...outcome, fatal: outcome.error.kind === "OutOfMemory" };
}
