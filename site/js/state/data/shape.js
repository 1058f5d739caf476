/**
 * The numbers that will be fitted, as far as they are known: how many rows, and which columns.
 *
 * @param {import("../state.js").State} state
 * @returns {{ n: number, d: number, columns: string[], standardised: boolean } | null}
 */
export function dataShape({ data }) {
  const { summary, chosen } = data;
  if (summary?.kind === "list") {
    const columns = summary.columns.map(({ name }) => name);
    return { n: summary.rows, d: 1, columns, standardised: false };
  }
  if (!chosen) return null;
  const { n, d, columns, standardised } = chosen;
  return { n, d, columns, standardised };
}
