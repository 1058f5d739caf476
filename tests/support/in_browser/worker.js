/**
 * A worker that is given a zip of sources and tests, and runs them in the Python that the page
 * ships. It sends the lines that pytest writes, then the account of it all.
 */

import { loadPyodide } from "./runtime/pyodide.mjs";

const HOME = "/home/tests";

onmessage = async ({ data: words }) => {
  try {
    postMessage({ account: await run(words) });
  } catch (error) {
    postMessage({ error: String(error) });
  }
};

/** @param {string[]} words what pytest is told */
async function run(words) {
  const base = new URL("runtime/", import.meta.url).href;
  const pyodide = await loadPyodide({ packageBaseUrl: base, packages: ["numpy"] });
  pyodide.setStdout({ batched: (line) => postMessage({ line }) });
  pyodide.setStderr({ batched: (line) => postMessage({ line }) });
  const packages = pyodide.runPython("import sysconfig; sysconfig.get_path('purelib')");
  await unpack(pyodide, "runtime/numpy-rest.zip", packages); // a start can do without, tests cannot
  await unpack(pyodide, "tests.zip", HOME);
  pyodide.runPython(`import os, sys; os.chdir("${HOME}"); sys.path[:0] = ["tools", "py", "tests"]`);
  const { run_tests } = pyodide.pyimport("support.in_browser.run");
  return JSON.parse(run_tests(pyodide.toPy(words)));
}

/** A zip beside this module, unpacked in Python's folder. */
async function unpack(pyodide, name, extractDir) {
  const answer = await fetch(new URL(name, import.meta.url));
  pyodide.unpackArchive(await answer.arrayBuffer(), "zip", { extractDir });
}
