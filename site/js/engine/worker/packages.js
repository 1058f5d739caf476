import { startFailed } from "../faults.js";
import { download } from "./download.js";
import { partOf } from "./parts.js";
import { servingFiles } from "./serving.js";

/** @typedef {import("./boot.js").Runtime} Runtime */
/** @typedef {import("./download.js").Files} Files */
/** @typedef {import("./python-types.js").Lock} Lock */
/** @typedef {import("./python-types.js").Pyodide} Pyodide */

/**
 * Unpacks a package whose files are here. Pyodide only mutters when that fails, so its list of
 * loaded packages is what counts.
 * @param {Pick<Runtime, "base" | "manifest" | "pyodide">} runtime
 * @param {string} name
 * @param {Files} files
 */
export async function unpack({ base, manifest, pyodide }, name, files) {
  /** @type {string[]} */
  const complaints = [];
  await servingFiles(base, manifest, files, () =>
    pyodide.loadPackage(name, {
      messageCallback() {},
      errorCallback: (/** @type {string} */ text) => complaints.push(text),
    }),
  );
  if (!(name in pyodide.loadedPackages)) {
    throw startFailed({ part: partOf(`${name}-`) }, complaints.join("\n"));
  }
}

/**
 * Tells Pyodide of packages that lie in their place already, so that nothing brings them again.
 * @param {Pyodide} pyodide
 * @param {string[]} names
 */
export function listAsLoaded({ loadedPackages }, names) {
  for (const name of names) loadedPackages[name] = "default channel";
}

/**
 * Fetches and unpacks a package that is shipped but not needed for the first answer.
 * @param {Runtime} runtime
 * @param {string} name
 */
export async function loadOnDemand(runtime, name) {
  const { base, manifest, pyodide } = runtime;
  if (name in pyodide.loadedPackages) return;
  const { packages } = pyodide.lockfile;
  const wanted = withDependencies(packages, name).filter((one) => !(one in pyodide.loadedPackages));
  const names = wanted.map((one) => packages[one].file_name);
  await unpack(runtime, name, await download(base, manifest, names, () => {}));
}

/**
 * @param {Lock["packages"]} packages
 * @param {string} name
 * @returns {string[]}
 */
function withDependencies(packages, name) {
  return [name, ...packages[name].depends.flatMap((one) => withDependencies(packages, one))];
}
