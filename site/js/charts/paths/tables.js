import { plain } from "../numerals.js";
import { endOf } from "./view.js";

/** @typedef {import("../parts/tables.js").Table} Table */

/**
 * @param {import("./scene.js").PathsScene} scene
 * @returns {Table[]}
 */
export function pathTables({ runs }) {
  const rows = runs.map((own) => [
    own.name ?? String(own.run),
    plain(endOf(own)),
    String(own.logLikelihood.length - 1),
    own.eSteps ? String(own.eSteps[own.eSteps.length - 1]) : "",
    own.setAside ?? "",
  ]);
  const columns = ["Run", "Log-likelihood at the end", "Iterations", "E-steps", "Set aside"];
  return [{ caption: "Where the paths end", columns, rows }];
}
