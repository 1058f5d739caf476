/**
 * The bars and curves of single columns, which came as one array of each kind, without copies.
 *
 * @param {import("../results/state.js").Frame} frame
 * @returns {import("../../charts/pairs/view.js").Marginal[]}
 */
export function marginalsOf({ body, arrays }) {
  const { columns = [], params } = body;
  const { marginal_bars: counts, marginal_edges: edges, marginal_densities: densities } = arrays;
  const { marginal_x: x, marginal_mixture: mixture, marginal_components: components } = arrays;
  if (!counts || !edges || !densities || !x || !mixture || !components) return [];
  const [g, k] = [x.length / columns.length, params.weights.length];
  let first = 0; // bar of the column
  return columns.map((column, c) => {
    const from = first;
    const to = from + (counts[c] ?? 0);
    first = to;
    return {
      column,
      // every column before this one has one edge more than bars
      histogram: {
        edges: edges.subarray(from + c, to + c + 1),
        densities: densities.subarray(from, to),
      },
      curves: {
        x: x.subarray(c * g, (c + 1) * g),
        mixture: mixture.subarray(c * g, (c + 1) * g),
        components: Array.from({ length: k }, (_, j) =>
          components.subarray((c * k + j) * g, (c * k + j + 1) * g),
        ),
      },
    };
  });
}
