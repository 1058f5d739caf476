/** What the page knows of the Python engine. */

/** @typedef {import("../engine/protocol.js").EngineState} EngineState */

/** @typedef {{ type: "engineChanged", engine: EngineState }} EngineIntent */

/** @type {EngineState} */
export const ENGINE_AT_FIRST = Object.freeze({
  phase: "loading",
  progress: { part: "the engine", label: "Starting the engine", loaded: null, total: null },
});

/** @type {import("./reduce.js").Slice<"engine">} */
export function reduceEngine({ engine }, intent) {
  return intent.type === "engineChanged" ? intent.engine : engine;
}

/** @param {import("./state.js").State} state */
export function footView({ engine, results }) {
  if (engine.phase === "loading") return "is loading Python into this tab";
  if (engine.phase === "failed") return "could not start Python";
  const { emkit, python, numpy, pyodide } = engine.versions;
  const here = `${emkit} runs Python ${python} and NumPy ${numpy} in this tab, through Pyodide ${pyodide}`;
  const computedBy = results.result?.report.engine;
  return computedBy ? `${here}; engine of the last fit: ${computedBy}` : here;
}
