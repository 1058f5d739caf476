import { significant } from "../numerals.js";
import { isOutside } from "./view.js";

/** @typedef {import("../parts/readout.js").Reading} Reading */

/**
 * @param {import("./view.js").FitView} view
 * @param {number} place
 * @returns {Reading[]}
 */
export function fitReadings(view, place) {
  const { x, y, lower, upper } = view;
  const seen = { name: "seen", value: significant(y[place], 4) };
  const expected = { name: "expected", value: significant(x[place], 4) };
  if (!lower || !upper) return [expected, seen];
  const band = `${significant(lower[place], 4)} to ${significant(upper[place], 4)}`;
  const verdict = isOutside(view, place) ? "outside" : "inside";
  return [expected, { ...seen, aside: `${verdict} the 95 % band, ${band}` }];
}

/**
 * What stands there while nothing is read: how many points stray, where there is a band.
 *
 * @param {import("./view.js").FitView} view
 */
export function fitVerdict(view) {
  const n = view.x.length;
  if (!view.lower || !view.upper) return "Points near the dashed diagonal are as the fit expects.";
  let strays = 0;
  for (let place = 0; place < n; place += 1) if (isOutside(view, place)) strays += 1;
  return `${strays === 0 ? "None" : strays} of ${n} points ${strays === 1 ? "lies" : "lie"} outside the 95 % band.`;
}
