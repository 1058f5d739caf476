import { fileGone } from "../faults.js";

/** @typedef {import("./python-types.js").Pyodide} Pyodide */

const FOLDER = "opened";
const NAME = "table";

/**
 * Does some work while Python sees a person's file, which is read where it lies: nothing of it is
 * copied but the blocks that Python asks for.
 * @template T
 * @param {Pyodide} pyodide
 * @param {File} file
 * @param {(path: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withFile({ FS }, file, work) {
  await file
    .slice(0, 1)
    .arrayBuffer()
    .catch((error) => {
      throw fileGone(file.name, String(error));
    });
  const folder = `${FS.cwd()}/${FOLDER}`; // in full: a program may go elsewhere
  FS.mkdirTree(folder);
  FS.mount(FS.filesystems.WORKERFS, { blobs: [{ name: NAME, data: file }] }, folder);
  try {
    return await work(`${folder}/${NAME}`);
  } finally {
    FS.unmount(folder);
  }
}
