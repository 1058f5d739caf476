/**
 * What a direction in the data is mostly made of. Coefficients of columns with other units say little
 * by themselves; each is weighed by how far its column reaches in the chart.
 */

/** Rows looked at for how far a column reaches. */
const LOOKED_AT = 5000;
/** A column that makes up this much of a direction names it alone. */
const ALONE = 0.6;

/**
 * @param {Float64Array | undefined} directions  (d, 2)
 * @param {Float64Array | undefined} x  (n, d)
 * @param {readonly string[]} columns
 * @returns {[string, string]}
 */
export function directionNames(directions, x, columns) {
  if (!directions || !x) return ["", ""];
  const reaches = columns.map((_, column) => reach(x, columns.length, column));
  return [directionName(0), directionName(1)];

  /** @param {0 | 1} which */
  function directionName(which) {
    const shares = columns.map(
      (_, column) => Math.abs(directions?.[2 * column + which] ?? 0) * (reaches[column] ?? 0),
    );
    const order = shares
      .map((_, column) => column)
      .sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0));
    const [first = 0, second = 0] = order;
    const total = shares.reduce((sum, share) => sum + share, 0);
    if ((shares[first] ?? 0) >= ALONE * total) return `mostly ${columns[first]}`;
    return `mostly ${columns[first]} and ${columns[second]}`;
  }
}

/**
 * @param {Float64Array} x
 * @param {number} d
 * @param {number} column
 */
function reach(x, d, column) {
  const n = x.length / d;
  const stride = Math.max(1, Math.floor(n / LOOKED_AT));
  let [low, high] = [Infinity, -Infinity];
  for (let row = 0; row < n; row += stride) {
    const value = x[row * d + column] ?? NaN;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high > low ? high - low : 0;
}
