/** @typedef {import("./view.js").BarsView} BarsView */
/** @typedef {import("./view.js").BarsScene} BarsScene */

/**
 * @param {BarsView} view
 * @returns {BarsScene}
 */
export function prepareBars(view) {
  const { components, responsibilities, order } = view;
  const k = components.length;
  const n = order ? order.length : Math.floor(responsibilities.length / k);
  return { ...view, k, n, rowAt: (place) => (order ? order[place] : place) };
}

/**
 * Where the row shown on the page stands.
 *
 * @param {BarsScene} scene
 */
export function shownPlace({ n, order, rowAt, shown }) {
  if (typeof shown !== "number") return null;
  if (!order) return shown < n ? shown : null;
  for (let place = 0; place < n; place += 1) if (rowAt(place) === shown) return place;
  return null;
}
