/** @typedef {import("./view.js").BarsView} BarsView */
/** @typedef {import("./view.js").BarsScene} BarsScene */

/**
 * @param {BarsView} view
 * @returns {BarsScene}
 */
export function prepareBars(view) {
  const { components, responsibilities, order, chosen } = view;
  const k = components.length;
  const n = order ? order.length : Math.floor(responsibilities.length / k);
  const rowAt = (/** @type {number} */ place) => (order ? order[place] : place);
  const shown = typeof chosen === "number" ? placeOf(chosen, n, rowAt) : null;
  return { ...view, k, n, rowAt, shown };
}

/**
 * @param {number} row
 * @param {number} n
 * @param {(place: number) => number} rowAt
 */
function placeOf(row, n, rowAt) {
  for (let place = 0; place < n; place += 1) if (rowAt(place) === row) return place;
  return null;
}
