import { plain } from "../numerals.js";
import { spread } from "../parts/tables.js";

/** @typedef {import("../parts/tables.js").Table} Table */

const ROWS = 60;

/**
 * @param {import("./view.js").LikelihoodView} view
 * @returns {Table[]}
 */
export function likelihoodTables({ logLikelihood }) {
  const n = logLikelihood.length;
  const kept = spread(n, ROWS);
  const rows = kept.map((t) => [
    String(t),
    plain(logLikelihood[t]),
    t === 0 ? "" : plain(logLikelihood[t] - logLikelihood[t - 1], 4),
  ]);
  const caption =
    kept.length === n ? "Log-likelihood" : `Log-likelihood, ${kept.length} of ${n} rows`;
  return [{ caption, columns: ["Iteration", "Log-likelihood", "Gain"], rows }];
}
