/** What each file of the runtime is to a person, by how its name begins. */
const PARTS = Object.entries({
  "manifest.json": "the list of files",
  "pyodide.mjs": "Python's loader",
  "pyodide.asm.mjs": "Python's loader",
  "pyodide.asm.wasm": "Python",
  python_stdlib: "Python's standard library",
  "pyodide-lock.json": "the list of packages",
  "numpy-": "NumPy",
  "emkit-": "emkit",
});

/**
 * The part of the engine a file belongs to, in plain words.
 * @param {string} file
 */
export function partOf(file) {
  const known = PARTS.find(([beginning]) => file.startsWith(beginning));
  return known ? known[1] : file.split("-")[0];
}
