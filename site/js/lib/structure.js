/**
 * A covariance structure as it is named in a sentence: only code says "diag".
 * @param {string} covariance "full", "tied", "diag" or "spherical"
 */
export function structureName(covariance) {
  return covariance === "diag" ? "diagonal" : covariance;
}
