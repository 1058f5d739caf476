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
  env: { PYTHONHASHSEED: "0", EMKIT_ENGINE: "numpy" }, // sets in bytecode keep their order
});
pyodide.mountNodeFS("/shared", shared);
pyodide.runPython(readFileSync(inside, "utf8"));
