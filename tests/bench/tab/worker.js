/** Python as the page has it, with everybody who is measured there. */

import { loadPyodide } from "./runtime/pyodide.mjs";

const here = (/** @type {string} */ name) => new URL(name, import.meta.url).href;

async function begin() {
  const pyodide = await loadPyodide({ packageBaseUrl: here("runtime/") });
  await pyodide.loadPackage(Object.keys(pyodide.lockfile.packages));
  const answer = await fetch(here("bench.zip"));
  pyodide.unpackArchive(await answer.arrayBuffer(), "zip", { extractDir: "/home/bench" });
  pyodide.runPython("import sys; sys.path.insert(0, '/home/bench')");
  return pyodide.pyimport("bench.measuring");
}

const measuring = begin();

onmessage = async ({ data: question }) => {
  try {
    postMessage({ answer: (await measuring).answer(question) });
  } catch (error) {
    postMessage({ error: String(error) });
  }
};
