/** What the numbers of an iteration are, in words, and where each comes from. */

/** @type {Record<string, (component: string) => string>} */
const DESCRIPTIONS = {
  x: () => "The value of this row.",
  n: () => "The number of rows, or the sum of their weights.",
  sum: () => "The density of the mixture: the weighted densities of all components together.",
  ridge: () => "Regularisation, added to every variance.",
  "old.weight": (j) => `The weight of component ${j} before this iteration.`,
  "old.mean": (j) => `The mean of component ${j} before this iteration.`,
  "old.sd": (j) => `The standard deviation of component ${j} before this iteration.`,
  "old.covariance": (j) => `The covariance matrix of component ${j} before this iteration.`,
  distance: (j) => `The squared distance of this row from mean ${j}, in units of its covariance.`,
  determinant: (j) => `The determinant of the covariance matrix of component ${j}.`,
  density: (j) => `The density of component ${j} at this row, from its mean and its spread.`,
  weighted: (j) => `Weight ${j} times density ${j}.`,
  share: (j) =>
    `The responsibility of component ${j} for this row: weighted density ${j} over the sum. It is one term of N${j}.`,
  count: (j) => `N${j}: the responsibilities of component ${j}, summed over all rows.`,
  total: (j) => `The values of all rows, each times its responsibility of component ${j}, summed.`,
  square: (j) => `Squared distances from the new mean ${j}, each times its responsibility, summed.`,
  "new.weight": (j) => `The new weight of component ${j}: N${j} over the number of rows.`,
  "new.mean": (j) => `The new mean of component ${j}.`,
  "new.variance": (j) => `The new variance of component ${j}.`,
  "new.sd": (j) => `The new standard deviation of component ${j}: the root of its variance.`,
  "new.covariance": (j) => `The new covariance matrix of component ${j}.`,
};

/** @param {string} quantity  such as "share.2" */
export function describeQuantity(quantity) {
  const [, kind = quantity, component = ""] = /^(.*?)(?:\.(\d+))?$/.exec(quantity) ?? [];
  return DESCRIPTIONS[kind]?.(component) ?? "";
}
