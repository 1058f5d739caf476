/**
 * Whether the rows lie as the mixture of the iteration shown says. Pure.
 * @param {import("./state.js").ResultsState} results
 * @returns {import("../../charts/goodness/view.js").FitView | null}
 */
export function goodnessView({ frame }) {
  const { pit_model: model, pit_share: share, pit_components: within } = frame?.arrays ?? {};
  const pit = frame?.body.pit;
  if (!frame || !pit || !model || !share) return null;
  const isOfValues = pit.of === "values";
  return {
    x: model,
    y: share,
    lower: model.map((probability) => Math.max(0, probability - pit.band)),
    upper: model.map((probability) => Math.min(1, probability + pit.band)),
    parts: within ? partsOf(within, frame.body.components) : null,
    xName: isOfValues
      ? "Probability of a value as low, by the mixture"
      : "Probability of being as near, by the mixture",
    yName: isOfValues ? "Share of values as low" : "Share of rows as near",
    summary: isOfValues
      ? "Shares of the values beside the probabilities that the mixture gives them; the nearer to the diagonal, the better it fits."
      : "Shares of the rows within distances of their components’ means, beside the probabilities that the mixture gives them; the nearer to the diagonal, the better it fits.",
  };
}

/**
 * @param {Float64Array} within  (k, m) row by row
 * @param {number[]} components
 */
function partsOf(within, components) {
  const m = within.length / components.length;
  return components.map((component, j) => ({
    component,
    y: within.subarray(j * m, (j + 1) * m),
  }));
}
