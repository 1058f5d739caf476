/**
 * Run by Node while dist/ is made: starts Pyodide and has its Python compile what lies in a shared
 * folder. Arguments: the folder of the runtime, the shared folder.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [runtime, shared] = process.argv.slice(2);
const inside = fileURLToPath(new URL("bytecode_inside.py", import.meta.url));

const { loadPyodide } = await import(pathToFileURL(join(runtime, "pyodide.mjs")).href);
const pyodide = await loadPyodide({
  indexURL: runtime,
  lockFileContents: readFileSync(join(shared, "lock.json"), "utf8"),
  env: {
    EMKIT_ENGINE: "numpy",
    PYTHONHASHSEED: "0", // sets in bytecode keep their order
    PYTHONNODEBUGRANGES: "1", // the line of an error is enough: bytecode is a fifth smaller
  },
});
pyodide.mountNodeFS("/shared", shared);
pyodide.runPython(readFileSync(inside, "utf8"));
