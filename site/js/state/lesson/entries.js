/**
 * The number of a component, where there is one for each.
 * @param {import("./state.js").PerComponent} values
 * @param {number} j
 * @returns {number | null}
 */
export function entry(values, j) {
  const value = values[j];
  return typeof value === "number" ? value : null;
}

/**
 * The numbers of a component, one for every variable.
 * @param {import("./state.js").PerComponent} values
 * @param {number} j
 * @returns {number[]}
 */
export function entries(values, j) {
  const value = values[j];
  return typeof value === "number" ? [value] : (value ?? []);
}
