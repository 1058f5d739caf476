import { count, number } from "../../lib/format.js";

/**
 * The likeliest components beside the label column. Pure.
 * @param {import("../state.js").State} state
 */
export function agreementView({ results: { frame } }) {
  const agreement = frame?.body.agreement ?? null;
  if (!frame || !agreement) return null;
  const { label, values, table, partners, matched, adjusted_rand } = agreement;
  const rows = table.map((counts, j) => ({
    component: frame.body.components[j] ?? j,
    cells: counts.map((value, column) => ({
      text: count(value),
      isMatched: partners[j] === column,
    })),
  }));
  const total = table.flat().reduce((sum, value) => sum + value, 0);
  const inPairs = Math.round(matched * total);
  return {
    label,
    values,
    rows,
    rand: adjusted_rand,
    sentence: `Adjusted Rand index ${number(adjusted_rand, 4)}. With each component matched to one ${label} as well as can be, ${count(inPairs)} of ${count(total)} rows (${number(100 * matched, 3)} %) lie in matched pairs.`,
  };
}
